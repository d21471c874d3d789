/** Tables whose numbers are of layers' inputs, beside those of outputs: one name, and two tensors. */
import { formatById } from '../../formats/index.js';
import type { CalibrationTable } from '../../table/table.js';
import { DOUBT, type Found } from './found.js';
import { t } from '../../texts/translate.js';

/** Whether one of the tables keeps the scale of each layer's input, and the other one that of what it writes. */
export function isAcrossInputs(before: CalibrationTable, after: CalibrationTable): boolean {
  return isOfInputs(before) !== isOfInputs(after);
}

/** A pair by name, as doubtful as it is between such tables. */
export function asAnotherTensor<T extends Found>(pair: T): T & { readonly doubt: string } {
  return {
    ...pair,
    confidence: Math.min(DOUBT, pair.confidence),
    doubt: t`one table keeps the layer's input, the other its output`,
  };
}

function isOfInputs({ format }: CalibrationTable): boolean {
  return formatById(format).ofInputs === true;
}
