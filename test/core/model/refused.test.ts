/** Models and tables that can't be taken: refused in words, layers left in float with a reason, never a hang. */
import assert from 'node:assert/strict';
import { detect } from '../../../src/core/formats/index.js';
import { onnxQdq } from '../../../src/core/formats/onnxQdq.js';
import { readModel } from '../../../src/core/model/model.js';
import { joined, recordOf } from '../../../src/core/model/pieces.js';
import { withGraphChanges } from '../../../src/core/model/place/write.js';
import { ModelError } from '../../../src/core/model/records.js';
import { node, onnxModel } from '../support/onnxModel.js';
import { FLOAT16, floats, pair, value } from '../support/qdqModel.js';
import { place } from '../support/qdqRoundTrip.js';

const WEIGHT = floats('w', [1, 1, 1, 1], [2]);
const IN_OUT = { input: [value('x')], output: [value('y')] };

function conv(weight: object, nodes: object[] = [], rest: object = {}): Uint8Array {
  const second = node('Conv', ['x', 'w2'], ['z']);
  const initializer = [weight, floats('w2', [1, 1, 1, 1], [1])];
  return onnxModel({ node: [...nodes, node('Conv', ['x', 'w'], ['y']), second], initializer, ...IN_OUT, ...rest });
}

/** Why the Conv that writes `y` stays in float. */
async function whyLeft(model: Uint8Array, scales: Record<string, number> = { x: 1 }): Promise<string> {
  const { left } = (await place(model, scales)).report;
  return left.find(({ node: name }) => name === 'Conv_y')?.why ?? '';
}

describe('a layer stays in float', () => {
  it('whose weights can not be quantized', async () => {
    assert.match(await whyLeft(conv(floats('w', [1, 1, 1, 1], [NaN]))), /NaN or Inf/);
    assert.match(await whyLeft(conv(floats('w', [1, 1, 1, 1], [Infinity]))), /NaN or Inf/);
    assert.match(
      await whyLeft(conv({ name: 'w', dims: [1], data_type: FLOAT16, raw_data: new Uint8Array(2) })),
      /float16/,
    );
    assert.match(await whyLeft(conv(floats('v', [1, 1, 1, 1], [1]), [node('Mul', ['x', 'v'], ['w'])])), /computed/);
    assert.match(await whyLeft(conv(floats('w', [0, 1, 1, 1], []))), /empty/);
  });

  it('whose input has no usable entry', async () => {
    const model = onnxModel({
      node: [node('Conv', ['x', 'w'], ['t']), node('Relu', ['t'], ['r']), node('Conv', ['r', 'w'], ['y'])],
      initializer: [WEIGHT],
      ...IN_OUT,
    });
    for (const bad of [0, -1, NaN, Infinity, 1e-40]) {
      const { report } = await place(model, { x: 1, r: bad });
      assert.deepEqual(
        report.dropped.map(({ name }) => name),
        ['r'],
        String(bad),
      );
      assert.match(
        report.left.map(({ node: name, why }) => `${name} ${why}`).join(),
        /^Conv_y the entry of "r" can't be used/,
      );
    }
    const { report } = await place(model, { x: 1 });
    assert.deepEqual([report.missing, report.left.length], [['r'], 1]);
  });

  it('that is excluded, by itself or by its tensor', async () => {
    const model = conv(WEIGHT);
    for (const exclude of [['Conv_y'], ['w']])
      assert.deepEqual(
        (await place(model, { x: 1 }, { exclude })).report.left.map(({ node: name }) => name),
        ['Conv_y'],
      );
  });

  it('and entries without a place say why', async () => {
    const { unplaced } = (
      await place(conv(WEIGHT), { x: 1, w: 1, '(Unnamed Layer* 3) [Convolution]_output': 1, old: 1 })
    ).report;
    assert.deepEqual(
      unplaced.map(({ why }) => /constant|TensorRT's own name|no such tensor/.exec(why)?.[0]),
      ['constant', "TensorRT's own name", 'no such tensor'],
    );
  });
});

describe('a model is refused', () => {
  const rows: readonly [string, Uint8Array, Record<string, number>, RegExp][] = [
    [
      'in which nothing can be placed',
      conv(WEIGHT),
      { x: 0, old: 1 },
      /none of the 2 entries.*its scale is 0.*[Pp]ort the table/,
    ],
    [
      'that has pairs on activations',
      onnxModel({
        node: pair('x', floats('s', [], [1]), null, 'y').nodes,
        initializer: [floats('s', [], [1])],
        ...IN_OUT,
      }),
      { x: 1 },
      /--replace-qdq/,
    ],
    [
      'of operators on integers',
      onnxModel({ node: [node('QLinearConv', ['x'], ['y'])], ...IN_OUT }),
      { x: 1 },
      /QLinearConv/,
    ],
    [
      'that goes round in a circle',
      onnxModel({ node: [node('Add', ['x', 'b'], ['a']), node('Relu', ['a'], ['b'])], ...IN_OUT }),
      { x: 1 },
      /circle/,
    ],
    [
      'that reads what nothing writes',
      onnxModel({ node: [node('Add', ['x', 'gone'], ['y'])], ...IN_OUT }),
      { x: 1 },
      /"gone"/,
    ],
    [
      'that writes a tensor twice',
      onnxModel({ node: [node('Relu', ['x'], ['y']), node('Neg', ['x'], ['y'])], ...IN_OUT }),
      { x: 1 },
      /written twice/,
    ],
    ['without nodes', onnxModel({ ...IN_OUT }), { x: 1 }, /no nodes/],
    [
      'with two graphs',
      Uint8Array.from([
        ...onnxModel({ node: [node('Relu', ['x'], ['y'])], ...IN_OUT }),
        ...recordOf(7, []).flatMap((part) => [...part]),
      ]),
      { x: 1 },
      /2 graphs/,
    ],
    [
      'that is none',
      Uint8Array.from(Buffer.from('hello, this is a text')),
      { x: 1 },
      /no readable ONNX model|no ONNX model/,
    ],
    [
      'whose data lies outside its folder',
      conv({
        name: 'w',
        dims: [1, 1, 1, 1],
        data_type: 1,
        data_location: 1,
        external_data: [{ key: 'location', value: '../../etc/passwd' }],
      }),
      { x: 1 },
      /"\.\.\/\.\.\/etc\/passwd"/,
    ],
    ['whose data is shorter than its shape', conv(floats('w', [1, 1, 2, 2], [1])), { x: 1 }, /4 bytes.*asks for 16/],
    ['whose shape is beyond all bounds', conv(floats('w', [2147483647, 2147483647, 9, 9], [1])), { x: 1 }, /asks for/],
  ];
  for (const [what, model, scales, words] of rows)
    it(what, async () => {
      await assert.rejects(place(model, scales), (error: unknown) => {
        assert.ok(error instanceof ModelError, String(error));
        assert.match(error.message, words);
        return true;
      });
    });

  it('that breaks off anywhere, or declares lengths beyond its end', async () => {
    const whole = conv(WEIGHT);
    for (let length = 0; length < whole.length; length++) await tried(whole.subarray(0, length));
    for (let at = 0; at < whole.length; at++) {
      const huge = Uint8Array.from(whole);
      huge.set([0xff, 0xff, 0xff, 0xff, 0x0f].slice(0, huge.length - at), at);
      await tried(huge);
    }
  });

  it('or taken, with graphs nested 1,000 deep', async () => {
    const model = readModel(conv(WEIGHT));
    const { end } = model.graphRecord;
    const deep = joined(withGraphChanges(model, [{ start: end, end, pieces: [nestedNode(1000)] }]));
    await tried(deep);
    assert.equal((await place(deep, { x: 1 })).report.pairs.length, 1);
    await tried(deep.subarray(0, deep.length - 100));
  });

  /** A node whose attribute holds a graph with such a node, and so on. By hand: an encoder would run out of stack. */
  function nestedNode(depth: number): Uint8Array {
    const wrap = (field: number, bytes: Uint8Array): Uint8Array => joined(recordOf(field, [bytes]));
    let graph = new Uint8Array();
    for (let i = 0; i < depth; i++) graph = Uint8Array.from(wrap(1, wrap(5, wrap(6, graph))));
    return graph;
  }

  /** Taken or refused in words, and read as a table all the same. */
  async function tried(bytes: Uint8Array): Promise<void> {
    detect(bytes, 'net.onnx');
    onnxQdq.read(bytes);
    await place(bytes, { x: 1 }).catch((error: unknown) => assert.ok(error instanceof ModelError, String(error)));
  }
});
