/** What a model is fed. */
import { TYPE, VALUE_INFO } from './fields.js';
import type { OnnxModel } from './model.js';
import { allOf, inside, integersOf, lastOf, recordsOf } from './records.js';
import { t } from '../texts/translate.js';

/** An input without a value of its own. */
export interface InputSpec {
  readonly name: string;
  /** TensorProto.DataType; null where it is no tensor, or not declared. */
  readonly dataType: number | null;
  /** Whole numbers, and null for what is left open; null altogether where no shape is declared. */
  readonly dims: readonly (number | null)[] | null;
}

/** Field of a TensorShapeProto.Dimension. */
const DIM_VALUE = 1;

/** The inputs that have to be fed, in the order of the model. */
export function inputSpecs({ bytes, inputs, initializers }: OnnxModel): InputSpec[] {
  return inputs
    .filter(({ name }) => !initializers.has(name))
    .map(({ name, dataType, record }) => {
      const type = lastOf(recordsOf(bytes, inside(record)), VALUE_INFO.type);
      const tensor = type && lastOf(recordsOf(bytes, inside(type)), TYPE.tensor);
      const shape = tensor && lastOf(recordsOf(bytes, inside(tensor)), TYPE.shape);
      const dims = shape && allOf(recordsOf(bytes, inside(shape)), TYPE.dim);
      return {
        name,
        dataType,
        dims:
          dims?.map((dim) => {
            const value = integersOf(bytes, recordsOf(bytes, inside(dim)), DIM_VALUE).at(-1);
            // Some exporters write 0 or -1 for what is open.
            return value === undefined || value <= 0n ? null : Number(value);
          }) ?? null,
      };
    });
}

/** `1x3x240x320`; what is open is a `?`. */
export function shapeText(dims: readonly (number | null)[] | null): string {
  if (dims === null) return t`of any shape`;
  return dims.length === 0 ? 'scalar' : dims.map((dim) => dim ?? '?').join('x');
}
