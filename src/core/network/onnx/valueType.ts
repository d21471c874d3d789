/** Types of the values in an ONNX graph, as far as calibration cares: the element, and whether it is a tensor at all. */
import type { TypeMessage } from './schema.js';

export interface ValueType {
  /** ONNX's number of the element type (TensorProto.DataType). */
  readonly element: number;
  /** How many sequences, optionals or maps are around the tensor. */
  readonly depth: number;
}

export const FLOAT = 1;
export const UINT8 = 2;
export const INT32 = 6;
export const INT64 = 7;
export const STRING = 8;
export const BOOL = 9;

/** float, float16, double, bfloat16: what TensorRT calibrates, or would if it took it. */
const FLOATS: ReadonlySet<number> = new Set([FLOAT, 10, 11, 16]);

/** A tensor of these elements. */
export function tensorOf(element: number): ValueType {
  return { element, depth: 0 };
}

export function isFloatTensor({ element, depth }: ValueType): boolean {
  return depth === 0 && FLOATS.has(element);
}

/** A sequence or an optional of such values. */
export function wrapped(type: ValueType | undefined): ValueType {
  return { element: type?.element ?? 0, depth: (type?.depth ?? 0) + 1 };
}

/** What is in a sequence or an optional. A tensor stands for itself: since opset 18 an optional's reader takes one. */
export function unwrapped(type: ValueType | undefined): ValueType | undefined {
  const inner = type && { ...type, depth: Math.max(0, type.depth - 1) };
  return inner && (inner.element !== 0 || inner.depth > 0) ? inner : undefined;
}

/** A declared type; undefined where the declaration leaves it open. */
export function declaredType(message: TypeMessage | null | undefined): ValueType | undefined {
  let depth = 0;
  let type = message;
  while (type?.sequenceType ?? type?.optionalType) {
    type = (type?.sequenceType ?? type?.optionalType)?.elemType;
    depth++;
  }
  if (type?.mapType) return { element: 0, depth: depth + 1 };
  const element = (type?.tensorType ?? type?.sparseTensorType)?.elemType ?? 0;
  return element === 0 && depth === 0 ? undefined : { element, depth };
}
