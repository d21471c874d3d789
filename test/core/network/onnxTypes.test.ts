/** Which tensors of an ONNX network hold floating-point numbers: by declarations and by the operators' rules. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import type { Network } from '../../../src/core/network/network.js';
import { corpusFolder, needCorpus } from '../support/corpus.js';
import { body, node, onnxModel, value, withoutValueInfo } from '../support/onnxModel.js';

const [FLOAT, INT64, BOOL] = [1, 7, 9];
const FLOATS = [1, 10, 11, 16];

/** What the network says of a tensor: `float`, or how far it is asked for all the same. */
function kindOf({ calibrated }: Network, name: string): string {
  return calibrated.get(name) ?? 'float';
}

/** Kinds of all outputs of some nodes that read `x` (float), `i` (int64), `b` (bool), `s` (string) and `w` (a weight). */
function kinds(nodes: object[], outputs: readonly string[], rest: object = {}): string[] {
  const inputs = [value('x', FLOAT), value('i', INT64), value('b', BOOL), value('s', 8), { name: 'open' }];
  const initializer = [
    { name: 'w', data_type: FLOAT },
    { name: 'zero', data_type: 3 },
  ];
  const output = outputs.map((name) => ({ name }));
  const network = readNetwork(onnxModel({ node: nodes, input: inputs, initializer, output }, rest), 'types.onnx');
  return outputs.map((name) => kindOf(network, name));
}

describe('types of published graphs', () => {
  before(needCorpus);
  for (const name of [
    'bert.script',
    'resnet50.dynamo',
    'shufflenet_v2_x1_0.script',
    'swin_t.script',
    'vit_b_16.dynamo',
  ])
    for (const declared of [true, false])
      it(`${name}: every float tensor is asked for and no other, ${declared ? 'as declared' : 'by rules alone'}`, () => {
        const folder = join(corpusFolder, 'graphs');
        const bytes = readFileSync(join(folder, `${name}.onnx`));
        const network = readNetwork(declared ? bytes : withoutValueInfo(bytes), `${name}.onnx`);
        const { types } = JSON.parse(readFileSync(join(folder, `${name}.onnx.types.json`), 'utf8')) as {
          types: Record<string, number>;
        };
        const tensors = [...network.inputs, ...network.layers.flatMap(({ tops }) => tops)];
        const wrong = tensors.filter((tensor) => {
          const isFloat = FLOATS.includes(types[tensor] ?? 0);
          return isFloat !== (kindOf(network, tensor) === 'float');
        });
        assert.deepEqual(wrong, []);
        assert.ok(tensors.length > 100);
      });

  it('models that other tools quantized: what QuantizeLinear writes is never asked for', () => {
    for (const file of readdirSync(join(corpusFolder, 'qdq')).filter((name) => name.endsWith('.onnx'))) {
      const network = readNetwork(readFileSync(join(corpusFolder, 'qdq', file)), file);
      assert.ok(network.quantizesItself, file);
      for (const { type, tops } of network.layers)
        if (type === 'QuantizeLinear' || type === 'DequantizeLinear')
          for (const top of tops)
            assert.equal(kindOf(network, top), type === 'QuantizeLinear' ? 'no' : 'float', `${file}: ${top}`);
    }
  });
});

describe('types by operators', () => {
  const int = (name: string, i: number): object => ({ attribute: [{ name, i, type: 2 }] });
  const cases: [string, object, string[]][] = [
    ['Cast to int64', node('Cast', ['x'], ['y'], int('to', 7)), ['maybe']],
    ['Cast to float16', node('Cast', ['i'], ['y'], int('to', 10)), ['float']],
    ['Cast to bfloat16', node('Cast', ['i'], ['y'], int('to', 16)), ['float']],
    ['CastLike', node('CastLike', ['i', 'w'], ['y']), ['float']],
    ['Shape', node('Shape', ['x'], ['y']), ['no']],
    ['ArgMax', node('ArgMax', ['x'], ['y']), ['maybe']],
    ['TopK', node('TopK', ['x', 'i'], ['y', 'at']), ['float', 'maybe']],
    ['MaxPool with indices', node('MaxPool', ['x'], ['y', 'at']), ['float', 'maybe']],
    ['Dropout with a mask', node('Dropout', ['x'], ['y', 'mask']), ['float', 'maybe']],
    ['a comparison', node('Less', ['x', 'w'], ['y']), ['maybe']],
    ['logic', node('And', ['b', 'b'], ['y']), ['maybe']],
    ['Where', node('Where', ['b', 'w', 'x'], ['y']), ['float']],
    ['Where of integers', node('Where', ['b', 'i', 'i'], ['y']), ['maybe']],
    ['Gather of weights by tokens', node('Gather', ['w', 'i'], ['y']), ['float']],
    ['Gather of tokens', node('Gather', ['i', 'i'], ['y']), ['maybe']],
    ['OneHot', node('OneHot', ['i', 'i', 'w'], ['y']), ['float']],
    ['NonMaxSuppression', node('NonMaxSuppression', ['x', 'x'], ['y']), ['maybe']],
    ['arithmetic with one side open', node('Add', ['open', 'w'], ['y']), ['float']],
    ['a convolution of who knows what', node('Conv', ['open', 'open'], ['y']), ['float']],
    ['who knows what', node('Identity', ['open'], ['y']), ['maybe']],
    ['an operator of another domain', node('Magic', ['x'], ['y'], { domain: 'my' }), ['maybe']],
    [
      "TensorRT's detection plugin",
      node('EfficientNMS_TRT', ['x'], ['n', 'b1', 's1', 'c']),
      ['maybe', 'float', 'float', 'maybe'],
    ],
    ['QuantizeLinear', node('QuantizeLinear', ['x', 'w', 'zero'], ['y']), ['no']],
    ['DequantizeLinear', node('DequantizeLinear', ['zero', 'w'], ['y']), ['float']],
    ['DynamicQuantizeLinear', node('DynamicQuantizeLinear', ['x'], ['y', 'scale', 'zp']), ['maybe', 'float', 'maybe']],
    ['QLinearConv', node('QLinearConv', ['x', 'w', 'zero', 'w', 'w', 'zero', 'w', 'zero'], ['y']), ['maybe']],
    ['random numbers', node('RandomNormalLike', ['i'], ['y'], int('dtype', 1)), ['float']],
    ['a sequence', node('SequenceConstruct', ['x', 'x'], ['y']), ['no']],
    ['strings', node('StringNormalizer', ['s'], ['y']), ['maybe']],
    ['a classifier', node('LinearClassifier', ['x'], ['label', 'p'], { domain: 'ai.onnx.ml' }), ['maybe', 'float']],
    ['a type named like a member of Object', node('constructor', ['x'], ['y']), ['float']],
  ];
  for (const [what, one, expected] of cases)
    it(`${what}: ${expected.join(', ')}`, () =>
      assert.deepEqual(kinds([one], (one as { output: string[] }).output), expected));

  it('shape arithmetic is never asked for, nor what is cast of it to an integer', () => {
    const nodes = [
      node('Shape', ['x'], ['shape']),
      node('Gather', ['shape', 'i0'], ['height']),
      node('Constant', [], ['two'], { attribute: [{ name: 'value', t: { data_type: 7 }, type: 4 }] }),
      node('Mul', ['height', 'two'], ['twice']),
      node('Concat', ['twice', 'two'], ['size']),
      node('Resize', ['x', '', '', 'size'], ['y']),
      node('ConstantOfShape', ['size'], ['zeros']),
      node('ConstantOfShape', ['size'], ['ones'], { attribute: [{ name: 'value', t: { data_type: 9 }, type: 4 }] }),
    ];
    assert.deepEqual(kinds(nodes, ['height', 'twice', 'size', 'y', 'zeros', 'ones']), [
      'no',
      'no',
      'no',
      'float',
      'float',
      'no',
    ]);
  });

  it('a mask had the type of its data before operator set 10', () =>
    assert.deepEqual(
      kinds([node('Dropout', ['x'], ['y', 'mask'])], ['mask'], { opset_import: [{ domain: '', version: 7 }] }),
      ['float'],
    ));

  it('constants by any attribute that may hold them', () => {
    const held = [
      { name: 'value_float', f: 1 },
      { name: 'value_ints', ints: [1] },
      { name: 'value', t: { data_type: 10 } },
      { name: 'value', t: { data_type: 6 } },
    ];
    const nodes = held.flatMap((attribute, k) => [
      node('Constant', [], [`c${k}`], { attribute: [attribute] }),
      node('Identity', [`c${k}`], [`y${k}`]),
    ]);
    assert.deepEqual(kinds(nodes, ['y0', 'y1', 'y2', 'y3']), ['float', 'no', 'float', 'no']);
  });
});

describe('types through graphs in graphs', () => {
  const branch = (from: string): object => ({ node: [node('Identity', [from], ['out'])], output: [{ name: 'out' }] });
  const cast = { name: 'to', i: 7, type: 2 };

  it('a branch gives its type to the output of If, from values around it too', () => {
    const choice = (from: string, to: string): object =>
      node('If', ['b'], [to], { attribute: [body('then_branch', branch(from)), body('else_branch', branch(from))] });
    assert.deepEqual(kinds([choice('x', 'y'), choice('i', 'z')], ['y', 'z']), ['float', 'maybe']);
  });

  it("a loop gives the types of its body's values, after the condition", () => {
    const loop = node('Loop', ['i', 'b', 'x', 'i'], ['state', 'count', 'each'], {
      attribute: [
        body('body', {
          input: [{ name: 'n' }, { name: 'go' }, { name: 'a' }, { name: 'c' }],
          node: [node('Relu', ['a'], ['a2']), node('Add', ['c', 'n'], ['c2']), node('Identity', ['a2'], ['a3'])],
          output: [{ name: 'go' }, { name: 'a2' }, { name: 'c2' }, { name: 'a3' }],
        }),
      ],
    });
    assert.deepEqual(kinds([loop], ['state', 'count', 'each']), ['float', 'maybe', 'float']);
  });

  it('functions take the types of each call, and attributes by reference', () => {
    const functions = [
      { name: 'Same', domain: 'my', input: ['a'], output: ['b'], node: [node('Identity', ['a'], ['b'])] },
      {
        name: 'To',
        domain: 'my',
        input: ['a'],
        output: ['b'],
        attribute: ['kind'],
        node: [
          node('Same', ['a'], ['c'], { domain: 'my' }),
          node('Cast', ['c'], ['b'], { attribute: [{ name: 'to', ref_attr_name: 'kind', type: 2 }] }),
        ],
      },
    ];
    const call = (type: string, from: string, to: string, kind = 0): object =>
      node(type, [from], [to], { domain: 'my', attribute: kind ? [{ name: 'kind', i: kind, type: 2 }] : [] });
    const nodes = [
      call('Same', 'x', 'y1'),
      call('Same', 'i', 'y2'),
      call('To', 'x', 'y3', 7),
      call('To', 'i', 'y4', 1),
    ];
    assert.deepEqual(kinds(nodes, ['y1', 'y2', 'y3', 'y4'], { functions }), ['float', 'maybe', 'maybe', 'float']);
  });

  it('sequences and optionals are nothing to ask for; what comes out of them is a tensor again', () => {
    const nodes = [
      node('SequenceConstruct', ['x', 'x'], ['seq']),
      node('SequenceAt', ['seq', 'i'], ['first']),
      node('Optional', ['seq'], ['opt']),
      node('OptionalGetElement', ['opt'], ['seq2']),
      node('ConcatFromSequence', ['seq2'], ['all']),
      node('SplitToSequence', ['i'], ['parts']),
      node('SequenceAt', ['parts', 'i'], ['part']),
    ];
    assert.deepEqual(kinds(nodes, ['seq', 'first', 'opt', 'seq2', 'all', 'parts', 'part']), [
      'no',
      'float',
      'no',
      'no',
      'float',
      'no',
      'maybe',
    ]);
  });

  it('nodes that stand before what they read are typed all the same', () =>
    assert.deepEqual(
      kinds([node('Identity', ['late'], ['y']), node('Cast', ['x'], ['late'], { attribute: [cast] })], ['y']),
      ['maybe'],
    ));
});
