/** Arrays of files against what a model asks for. */
import { typeName } from '../model/fields.js';
import { shapeText, type InputSpec } from '../model/inputs.js';
import { halfToNumber } from '../model/tensorData.js';
import { elementTypeOf, slice, TensorError, type Tensor } from './tensor.js';
import { t } from '../texts/translate.js';

/**
 * The tensor as an input takes it: floats of another width are converted, everything else has to be as the model says.
 * @param index which sample of a leading batch; null for the whole
 * @throws {TensorError} with both shapes or types
 */
export function fitted(tensor: Tensor | undefined, spec: InputSpec, index: number | null = null): Tensor {
  if (!tensor) throw new TensorError(t`there are no values for the input "${spec.name}".`);
  const part = index === null ? tensor : slice(tensor, index, tensor.dims.length === (spec.dims?.length ?? -1) + 1);
  if (!fits(part.dims, spec))
    throw new TensorError(
      t`the input "${spec.name}" has the shape ${shapeText(spec.dims)}, and the file holds ${shapeText(part.dims)}.`,
    );
  return withType(part, spec);
}

/**
 * How many samples arrays hold; null where they are one: their shapes are those of the inputs. A first axis counts as samples where the
 * model has 1 there, or has one axis fewer.
 */
export function leadingSamples(tensors: ReadonlyMap<string, Tensor>, specs: readonly InputSpec[]): number | null {
  const counts = specs.map((spec) => leading(tensors.get(spec.name)?.dims ?? [], spec));
  const [first = null] = counts;
  if (counts.some((count) => count === null)) return null;
  if (counts.some((count) => count !== first))
    throw new TensorError(t`its arrays hold ${counts.join(', ')} samples: they should all hold as many.`);
  return first;
}

function leading(dims: readonly number[], spec: InputSpec): number | null {
  if (fits(dims, spec) || spec.dims === null) return null;
  const [count = 0, ...rest] = dims;
  if (count > 0 && fits(rest, spec)) return count;
  return count > 0 && spec.dims[0] === 1 && fits([1, ...rest], spec) ? count : null;
}

function fits(dims: readonly number[], spec: InputSpec): boolean {
  if (spec.dims === null) return true;
  return dims.length === spec.dims.length && spec.dims.every((dim, axis) => dim === null || dim === dims[axis]);
}

function withType(tensor: Tensor, { name, dataType }: InputSpec): Tensor {
  const wanted = elementTypeOf(dataType);
  if (wanted === null || wanted === tensor.type) return tensor;
  if (wanted === 'float32' && (tensor.type === 'float64' || tensor.type === 'float16'))
    return { type: wanted, dims: tensor.dims, data: Float32Array.from(numbersOfTensor(tensor)) };
  if (wanted === 'int64' && tensor.type === 'int32')
    return { type: wanted, dims: tensor.dims, data: BigInt64Array.from(numbersOfTensor(tensor), BigInt) };
  throw new TensorError(t`the input "${name}" takes ${typeName(dataType ?? 0)}, and the file holds ${tensor.type}.`);
}

/** The elements as numbers; 64-bit whole numbers are rounded to what a number holds. */
export function numbersOfTensor({ type, data }: Tensor): ArrayLike<number> & Iterable<number> {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float64Array.from(data, Number);
  return type === 'float16' ? Float64Array.from(data, halfToNumber) : data;
}
