/** Inputs made of nothing: for a first look at a model. Real inputs tell far more. */
import { typeName } from '../model/fields.js';
import { shapeText, type InputSpec } from '../model/inputs.js';
import { elementCount, TensorError, type Tensor } from './tensor.js';
import type { Sample } from './samples.js';
import { t } from '../texts/translate.js';

/** Seeded noise of normal distribution (mean 0, deviation 1), the same in every run; open axes have one element. */
export function noiseSamples(count: number, specs: readonly InputSpec[]): Sample[] {
  return Array.from({ length: count }, (_, i) => ({
    label: t`noise ${i + 1}`,
    load: () => new Map(specs.map((spec, input) => [spec.name, noise(spec, i * 1000 + input + 1)])),
  }));
}

function noise({ name, dims, dataType }: InputSpec, seed: number): Tensor {
  if (dims === null) throw new TensorError(t`the input "${name}" has no declared shape: noise can't be made for it.`);
  if (dataType !== 1)
    throw new TensorError(
      t`the input "${name}" is ${typeName(dataType ?? 0)} (${shapeText(dims)}): noise is made for float32 alone.`,
    );
  const shape = dims.map((dim) => dim ?? 1);
  if (elementCount(shape) > MOST_ELEMENTS)
    throw new TensorError(t`the input "${name}" has the shape ${shapeText(dims)}: too large to be filled with noise.`);
  const random = generator(seed);
  const data = Float32Array.from({ length: elementCount(shape) }, () => {
    // Box and Muller's way from two even random numbers to a normal one.
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return radius * Math.cos(2 * Math.PI * random());
  });
  return { type: 'float32', dims: shape, data };
}

/** 1 GB of float32. */
const MOST_ELEMENTS = 2 ** 28;

/** Even random numbers from 0 up to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
