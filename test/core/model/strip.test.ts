/** Models without their pairs: ours byte for byte, others with what they keep and say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readModel } from '../../../src/core/model/model.js';
import { recordOf } from '../../../src/core/model/pieces.js';
import { graphOf } from '../../../src/core/model/graph.js';
import { clippedTensors } from '../../../src/core/model/qdq/pairs.js';
import { stripPairs } from '../../../src/core/model/qdq/strip.js';
import { NO_EXTERNAL, type ReadExternal } from '../../../src/core/model/tensorData.js';
import { needCorpus } from '../support/corpus.js';
import { body, decodedModel, node, onnxModel } from '../support/onnxModel.js';
import { noise, runModel, sqnr, withOutputs } from '../support/onnxRun.js';
import { floats, INT32, INT8, pair, UINT8, value, whole } from '../support/qdqModel.js';
import { entriesIn, place, strip } from '../support/qdqRoundTrip.js';

const CONV = {
  node: [node('Conv', ['x', 'w'], ['t']), node('Relu', ['t'], ['y'])],
  initializer: [floats('w', [1, 1, 1, 1], [2])],
  input: [value('x', [1, 1, 2, 2])],
  output: [value('y', [1, 1, 2, 2])],
};
const SCALES = { x: 0.5, y: 0.25 };

function joinedBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('our own pairs, taken out', () => {
  it('stand in order before what reads them, and what has no place is listed', async () => {
    const { bytes, report } = await place(onnxModel(CONV), SCALES);
    assert.deepEqual(
      readModel(bytes).nodes.map(({ name }) => name),
      ['x_QuantizeLinear', 'x_DequantizeLinear', 'w_QuantizeLinear', 'w_DequantizeLinear', 'Conv_t', 'Relu_y'],
    );
    assert.deepEqual(report.unplaced, [{ name: 'y', why: 'nothing reads it' }]);
    assert.deepEqual(report.left, []);
    assert.deepEqual(entriesIn(bytes), { x: 0x3f000000 });
  });

  it('leave a model with unknown fields as it was', async () => {
    const unknown = Uint8Array.from(recordOf(900, [Uint8Array.of(1, 2, 3)]).flatMap((part) => [...part]));
    const model = joinedBytes(onnxModel(CONV), unknown);
    const { bytes } = await place(model, SCALES);
    assert.deepEqual(await strip(bytes), model);
  });

  it('leave a model of IR version 3 as it was, and never make initializers that are no inputs there', async () => {
    const model = onnxModel({ ...CONV, input: [...CONV.input, value('w')] }, { ir_version: 3 });
    const { bytes } = await place(model, SCALES);
    assert.deepEqual([...readModel(bytes).initializers.keys()], ['w']);
    assert.deepEqual(await strip(bytes), model);
    await runModel(bytes, { x: [[1, 1, 2, 2], noise(4, 1)] });
  });

  it('leave a model as it was whose names they would have taken', async () => {
    const names = [
      'x_scale',
      'x_zero_point',
      'x_QuantizeLinear',
      'x_QuantizeLinear_Output',
      'x_DequantizeLinear_Output',
    ];
    const model = onnxModel({
      ...CONV,
      node: [...CONV.node, ...names.map((name) => node('Neg', ['x'], [name], { name }))],
      output: [...CONV.output, ...names.map((name) => value(name))],
    });
    const { bytes } = await place(model, SCALES);
    assert.ok(readModel(bytes).initializers.has('x_scale_1'));
    assert.deepEqual(await strip(bytes), model);
  });

  it('leave a model as it was whose weights lie in another file', async () => {
    const place1 = [
      { key: 'location', value: 'weights.bin' },
      { key: 'offset', value: '4' },
      { key: 'length', value: '4' },
    ];
    const w = { name: 'w', dims: [1, 1, 1, 1], data_type: 1, data_location: 1, external_data: place1 };
    const model = onnxModel({ ...CONV, initializer: [w] });
    const asked: unknown[] = [];
    const external: ReadExternal = (wanted) => {
      asked.push(wanted);
      return Promise.resolve(new Uint8Array(Float32Array.of(254).buffer));
    };
    const { bytes, report } = await place(model, SCALES, {}, external);
    assert.deepEqual(asked, [{ location: 'weights.bin', offset: 4, length: 4 }], 'only the part that is needed');
    assert.equal(report.weights[0]?.channels, 1);
    assert.deepEqual(floatsOf(bytes, 'w_scale'), [2]);
    assert.deepEqual(await strip(bytes, external), model);
  });

  it('are replaced by others when that is asked for', async () => {
    const model = onnxModel(CONV);
    const { bytes } = await place(model, SCALES);
    await assert.rejects(place(bytes, { x: 1 }), /--replace-qdq/);
    const again = await place(bytes, { x: 1 }, { replaceQdq: true });
    assert.deepEqual(entriesIn(again.bytes), { x: 0x3f800000 });
    assert.deepEqual(await strip(again.bytes), model);
  });
});

describe("others' pairs, taken out", () => {
  const half = floats('s', [], [0.5]);
  const zero = whole('z', INT8, [], [0]);

  it('turn quantized constants into float32, channel by channel', async () => {
    const model = onnxModel({
      node: [
        ...pair('x', half, zero).nodes,
        node('DequantizeLinear', ['w8', 'ws', 'wz'], ['w'], { attribute: [{ name: 'axis', type: 2, i: 0 }] }),
        node('DequantizeLinear', ['b32', 'bs'], ['b']),
        node('Conv', ['x_dq', 'w', 'b'], ['t']),
        ...pair('t', floats('ts', [], [1]), whole('tz', UINT8, [], [128]), 'y').nodes,
      ],
      initializer: [
        half,
        zero,
        floats('ts', [], [1]),
        whole('tz', UINT8, [], [128]),
        whole('w8', UINT8, [2, 1, 1, 1], [130, 3]),
        floats('ws', [2], [0.5, 2]),
        whole('wz', UINT8, [2], [128, 1]),
        whole('b32', INT32, [2], [-4, 70000]),
        floats('bs', [], [0.25]),
      ],
      input: [value('x', [1, 1, 2, 2])],
      output: [value('y', [1, 2, 2, 2])],
    });
    const plain = await strip(model);
    const { graph } = decodedModel(plain);
    assert.deepEqual(
      graph.node.map(({ op_type, input, output }) => [op_type, input, output]),
      [['Conv', ['x', 'w', 'b'], ['y']]],
    );
    assert.deepEqual(
      graph.initializer.map(({ name }) => name),
      ['w', 'b'],
    );
    assert.deepEqual(floatsOf(plain, 'w'), [1, 4]);
    assert.deepEqual(floatsOf(plain, 'b'), [-1, 17500]);
    await runModel(plain, { x: [[1, 1, 2, 2], noise(4, 1)] });
  });

  it('stay, and are named, where a graph within a node reads them or both ends are ports of the graph', async () => {
    const branch = (name: string): object => ({ name, node: [node('Neg', ['x_dq'], [name])], output: [value(name)] });
    const nested = node('If', ['c'], ['t'], {
      attribute: [body('then_branch', branch('a')), body('else_branch', branch('b'))],
    });
    const inNested = onnxModel({
      node: [...pair('x', half, zero).nodes, nested],
      initializer: [half, zero],
      input: [value('x'), value('c', [], 9)],
      output: [value('t')],
    });
    const ports = onnxModel({
      node: pair('x', half, zero, 'y').nodes,
      initializer: [half, zero],
      input: [value('x')],
      output: [value('y')],
    });
    for (const [model, why] of [
      [inNested, /a graph within a node/],
      [ports, /ports of the graph/],
    ] as const) {
      const { kept } = await stripPairs(readModel(model), NO_EXTERNAL);
      assert.deepEqual(
        kept.map(({ name }) => name),
        ['x'],
      );
      assert.match(kept[0]?.why ?? '', why);
      assert.deepEqual(await strip(model), model);
    }
  });

  it('leave a model that loads and is near what it was quantized from', async function () {
    needCorpus.call(this);
    this.timeout(60_000);
    const folder = resolve(__dirname, '../../../../shared/corpus');
    const read = (name: string): Uint8Array => new Uint8Array(readFileSync(resolve(folder, name)));
    const x = { 'gpu_0/data_0': [[1, 3, 224, 224], noise(3 * 224 * 224, 3)] } as const;
    const [reference] = Object.values(await runModel(withOutputs(read('onnx/residual-block.onnx'), []), x));
    for (const [kind, least] of [
      ['int8-sym-channel', 25],
      ['trt', Infinity],
    ] as const) {
      const plain = await strip(read(`qdq/residual-block.${kind}.onnx`));
      assert.deepEqual(
        readModel(plain).nodes.filter(({ op }) => /QuantizeLinear/.test(op)),
        [],
      );
      const [output] = Object.values(await runModel(withOutputs(plain, []), x));
      assert.ok(sqnr(reference ?? new Float32Array(), output ?? new Float32Array()) >= least, kind);
    }
  });

  it('are told of where they stand for a ReLU that the quantizer dropped', function () {
    needCorpus.call(this);
    const folder = resolve(__dirname, '../../../../shared/corpus/qdq');
    const clipped = (name: string): number =>
      clippedTensors(graphOf(readModel(new Uint8Array(readFileSync(resolve(folder, name)))))).length;
    assert.equal(clipped('residual-block.int8-sym.onnx'), 0);
    assert.ok(clipped('residual-block.uint8.onnx') > 0);
    assert.ok(clipped('residual-block.int16.onnx') > 0);
  });
});

function floatsOf(bytes: Uint8Array, name: string): number[] {
  const raw =
    decodedModel(bytes).graph.initializer.find((tensor) => tensor.name === name)?.raw_data ?? new Uint8Array();
  return [...new Float32Array(Uint8Array.from(raw).buffer)];
}
