/** Numbers of ONNX's element types (TensorProto.DataType), and values that have one. */
export const [FLOAT, INT32, INT64, BOOL, HALF] = [1, 6, 7, 9, 10] as const;
/** Stands for what is no tensor: a sequence. */
export const SEQUENCE = -1;

export interface TypedValue {
  readonly name: string;
  readonly element: number;
}

export function isFloat({ element }: TypedValue): boolean {
  return element === FLOAT || element === HALF;
}
