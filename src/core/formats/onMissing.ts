/** What the readers of a format do about an entry that a network asks for and the table lacks. */
import { t } from '../texts/translate.js';

export interface OnMissing {
  /** Of one entry: "The network asks for it, and the table has no entry: …". */
  readonly one: string;
  /** Of several: "The network asks for 3 entries that the table lacks, and … ". */
  readonly several: string;
}

/** TensorRT, by itself or as onnxruntime's provider. */
export const LEAVES_INT8: OnMissing = {
  one: t`TensorRT 8 and later run its layers without INT8, 5 to 7 stop`,
  several: t`layers do not run in INT8 without them`,
};

/** Readers of which nothing more is known. */
export function leftWithoutScale(key: 'layer' | 'tensor'): OnMissing {
  return { one: t`the ${key} is left without a scale`, several: t`these ${key}s are left without a scale` };
}
