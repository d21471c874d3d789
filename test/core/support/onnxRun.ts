/** Runs models with onnxruntime, to see what ours mean. */
import * as ort from 'onnxruntime-web';
import { decodedModel, encodedModel } from './onnxModel.js';
import { value } from './qdqModel.js';

export { noise } from './noise.js';

ort.env.wasm.numThreads = 1;

export type Level = 'disabled' | 'basic' | 'extended' | 'all';

/** The outputs of a model, by name. Throws when it does not load. */
export async function runModel(
  bytes: Uint8Array,
  inputs: Readonly<Record<string, readonly [readonly number[], Float32Array]>>,
  graphOptimizationLevel: Level = 'disabled',
): Promise<Record<string, Float32Array>> {
  const options = { executionProviders: ['wasm'], graphOptimizationLevel, logSeverityLevel: 3 } as const;
  const session = await ort.InferenceSession.create(bytes, options);
  try {
    const feeds = Object.entries(inputs).map(([name, [dims, data]]) => [name, new ort.Tensor('float32', data, dims)]);
    const outputs = await session.run(Object.fromEntries(feeds) as Record<string, ort.Tensor>);
    return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data as Float32Array]));
  } finally {
    await session.release();
  }
}

/** The model with more of its tensors as outputs; shapes of outputs are dropped, for some models declare wrong ones. */
export function withOutputs(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const model = decodedModel(bytes);
  const known = new Set(model.graph.output.map(({ name }) => name));
  const all = [...known, ...names.filter((name) => !known.has(name))];
  model.graph.output = all.map((name) => value(name) as { name: string });
  return encodedModel(model);
}

/** x / s rounded half to even, clipped to 8 bits, times s: what a pair means, in float32. */
export function fakeQuantized(values: Float32Array, scale: number): Float32Array {
  // Whole numbers have no negative zero: adding 0 takes its sign away.
  return values.map((x) => Math.fround((Math.max(-128, Math.min(127, halfEven(Math.fround(x / scale)))) + 0) * scale));
}

export function halfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Signal to quantization noise of outputs, in dB. */
export function sqnr(reference: Float32Array, other: Float32Array): number {
  const signal = reference.reduce((sum, x) => sum + x * x, 0);
  const noise = reference.reduce((sum, x, i) => sum + (x - (other[i] ?? NaN)) ** 2, 0);
  return 10 * Math.log10(signal / noise);
}
