/** What our Q/DQ models mean when they run: exactly what the scales say, nothing more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { corpusTable, needCorpus } from '../support/corpus.js';
import { EVERY_ROW, EXPECTED_USES, INPUT_DIMS } from '../support/everyRow.js';
import { decodedModel, encodedModel, node, onnxModel, type DecodedModel } from '../support/onnxModel.js';
import { fakeQuantized, halfEven, noise, runModel, sqnr, withOutputs, type Level } from '../support/onnxRun.js';
import { floats, value } from '../support/qdqModel.js';
import { place, strip, usesOf } from '../support/qdqRoundTrip.js';
import { readModel } from '../../../src/core/model/model.js';

const LEVELS: readonly Level[] = ['disabled', 'basic', 'extended', 'all'];

/** Scales from what a model's tensors hold for some input. */
async function minMaxScales(
  model: Uint8Array,
  inputs: Parameters<typeof runModel>[1],
  tensors: readonly string[],
): Promise<Record<string, number>> {
  const outputs = { ...(await runModel(withOutputs(model, tensors), inputs)), ...inputData(inputs) };
  return Object.fromEntries(tensors.map((name) => [name, Math.fround(largest(outputs[name]) / 127)]));
}

function inputData(inputs: Parameters<typeof runModel>[1]): Record<string, Float32Array> {
  return Object.fromEntries(Object.entries(inputs).map(([name, [, data]]) => [name, data]));
}

function largest(values: Float32Array | undefined): number {
  return (values ?? new Float32Array()).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

/** The same model with Div, Round, Clip and Mul in the place of pairs, and weights quantized here. */
function inPlainOperators(bytes: Uint8Array): Uint8Array {
  const model = decodedModel(bytes);
  const data = new Map(model.graph.initializer.map((tensor) => [tensor.name, tensor]));
  const identities = model.graph.node.filter(({ op_type }) => op_type === 'Identity');
  const behindIdentity = new Map(identities.map(({ input, output }) => [output[0] ?? '', input[0] ?? '']));
  model.graph.initializer.push(floats('low', [], [-128]) as never, floats('high', [], [127]) as never);
  model.graph.node = model.graph.node.flatMap((item): DecodedModel['graph']['node'] => {
    const [input = '', scale = ''] = item.input;
    const [output = ''] = item.output;
    if (item.op_type === 'DequantizeLinear') return [{ ...item, op_type: 'Mul', input: [input, scale], attribute: [] }];
    if (item.op_type !== 'QuantizeLinear') return [item];
    const weight = data.get(behindIdentity.get(input) ?? input);
    const scales = data.get(scale);
    if (!weight || !scales) return roundedBy(input, scale, output);
    const quantized = quantizedWeight(weight, scales, axisOf(item));
    model.graph.initializer.push({ ...weight, name: output, raw_data: quantized.values });
    scales.raw_data = quantized.scales;
    scales.dims = quantized.dims;
    return [];
  });
  return encodedModel(model);

  function roundedBy(input: string, scale: string, output: string): DecodedModel['graph']['node'] {
    const make = (op: string, inputs: string[], to: string): DecodedModel['graph']['node'][number] =>
      node(op, inputs, [to]) as DecodedModel['graph']['node'][number];
    return [
      make('Div', [input, scale], `${output}_div`),
      make('Round', [`${output}_div`], `${output}_round`),
      make('Clip', [`${output}_round`, 'low', 'high'], output),
    ];
  }
}

function axisOf(item: DecodedModel['graph']['node'][number]): number {
  const axis = (item.attribute ?? []).find((one) => (one as { name: string }).name === 'axis') as
    { i?: number } | undefined;
  // A field that is 0 does not come back from the bytes.
  return axis ? (axis.i ?? 0) : -1;
}

type Tensor = DecodedModel['graph']['initializer'][number];

/** Whole numbers as float32, and the scales in a shape that multiplies along their axis. */
function quantizedWeight(
  weight: Tensor,
  scale: Tensor,
  axis: number,
): { values: Uint8Array; scales: Uint8Array; dims: number[] } {
  const numbers = floatsOf(weight);
  const scales = floatsOf(scale);
  const inner = weight.dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const values = numbers.map((w, i) => {
    const s = axis < 0 ? scales[0] : scales[Math.floor(i / inner) % scales.length];
    return Math.max(-128, Math.min(127, halfEven(Math.fround(w / (s ?? NaN)))));
  });
  const dims = axis < 0 ? [] : weight.dims.map((dim, i) => (i === axis ? dim : 1));
  return { values: new Uint8Array(values.buffer), scales: new Uint8Array(scales.buffer), dims };
}

function floatsOf({ raw_data = new Uint8Array() }: Tensor): Float32Array {
  return new Float32Array(Uint8Array.from(raw_data).buffer);
}

describe('a model with our pairs, run', function () {
  this.timeout(120_000);
  const x = { x: [INPUT_DIMS, noise(256, 99)] } as const;
  const tensors = [...new Set(EXPECTED_USES.map((use) => use.split(' ')[0] ?? ''))];
  let scales: Record<string, number>;
  let bytes: Uint8Array;

  before(async () => {
    scales = await minMaxScales(EVERY_ROW, x, tensors);
    const placed = await place(EVERY_ROW, scales);
    assert.deepEqual(usesOf(placed.report).sort(), EXPECTED_USES);
    assert.deepEqual(placed.report.left, []);
    ({ bytes } = placed);
  });

  it('rounds half to even and clips to -128 and 127', async () => {
    const model = onnxModel({
      node: [node('MatMul', ['x', 'w'], ['y'])],
      initializer: [floats('w', [8, 1], [1, 1, 1, 1, 1, 1, 1, 1])],
      input: [value('x', [1, 8])],
      output: [value('y', [1, 1])],
    });
    const placed = await place(model, { x: 0.5 });
    const given = Float32Array.of(-65, -64, -63.75, -0.25, 0.25, 0.75, 63.5, 64);
    const name = 'x_DequantizeLinear_Output';
    const outputs = await runModel(withOutputs(placed.bytes, [name]), { x: [[1, 8], given] });
    assert.deepEqual(
      [...(outputs[name] ?? [])].map((v) => v / 0.5 + 0),
      [-128, -128, -128, -0, 0, 2, 127, 127].map((q) => q + 0),
    );
  });

  it('quantizes each tensor exactly as its scale says', async () => {
    const names = tensors.flatMap((name) => [name, `${name}_DequantizeLinear_Output`]);
    const outputs = { ...(await runModel(withOutputs(bytes, names), x)), ...inputData(x) };
    for (const name of tensors) {
      const plain = outputs[name] ?? new Float32Array();
      assert.deepEqual(outputs[`${name}_DequantizeLinear_Output`], fakeQuantized(plain, scales[name] ?? NaN), name);
    }
  });

  it('is the network of Div, Round, Clip and Mul, within 2e-7', async () => {
    const { m3 } = await runModel(bytes, x);
    const { m3: reference } = await runModel(inPlainOperators(bytes), x);
    const difference = (m3 ?? new Float32Array([NaN])).map((v, i) => Math.abs(v - (reference?.[i] ?? NaN)));
    assert.ok(largest(difference) <= 2e-7 * Math.max(1, largest(m3)), `${largest(difference)}`);
  });

  it('loads at every level of optimization, near enough to the plain model', async () => {
    const plain = await runModel(EVERY_ROW, x);
    for (const level of LEVELS) {
      const outputs = await runModel(bytes, x, level);
      assert.ok(sqnr(plain['m3'] ?? new Float32Array(), outputs['m3'] ?? new Float32Array()) > 25, level);
    }
  });

  it('is the plain model again without them, byte for byte', async () => {
    assert.deepEqual(await strip(bytes), EVERY_ROW);
  });
});

describe('published models with their tables, run', function () {
  this.timeout(300_000);
  before(needCorpus);
  const folder = resolve(__dirname, '../../../../shared/corpus/onnx');

  for (const [file, input, dims] of [
    ['residual-block', 'gpu_0/data_0', [1, 3, 224, 224]],
    ['ultraface-rfb-320', 'input', [1, 3, 240, 320]],
  ] as const)
    it(`quantize each tensor exactly, load at every level, come back byte for byte: ${file}`, async () => {
      const model = new Uint8Array(readFileSync(join(folder, `${file}.onnx`)));
      const { names, values } = corpusTable(`onnx/${file}.cache`).table;
      const placed = await place(model, Object.fromEntries(names.map((name, i) => [name, values[i] ?? NaN])));
      const inputs = {
        [input]: [
          dims,
          noise(
            dims.reduce<number>((a, b) => a * b, 1),
            5,
          ),
        ],
      } as const;
      const tensors = placed.report.pairs.map(({ tensor }) => tensor);
      const wanted = tensors.flatMap((name) => [name, `${name}_DequantizeLinear_Output`]);
      const outputs = { ...(await runModel(withOutputs(placed.bytes, wanted), inputs)), ...inputData(inputs) };
      for (const { tensor, scale } of placed.report.pairs) {
        const expected = fakeQuantized(outputs[tensor] ?? new Float32Array(), scale);
        assert.deepEqual(outputs[`${tensor}_DequantizeLinear_Output`], expected, tensor);
      }
      for (const level of LEVELS) await runModel(withOutputs(placed.bytes, []), inputs, level);
      assert.deepEqual(await strip(placed.bytes), placed.plain);
      assert.equal(readModel(placed.plain).opset, 13);
      const [before, after] = [
        await runModel(withOutputs(model, []), inputs),
        await runModel(withOutputs(placed.plain, []), inputs),
      ];
      assert.deepEqual(after, before, 'raising the opset changes nothing');
    });
});
