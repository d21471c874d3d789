/** Scales and zero points: they stand in the model's own file, so that they can be read at once. */
import type { ModelTensor } from '../model.js';
import { externalPlace, numbersHere } from '../tensorData.js';
import { ModelError } from '../records.js';
import { t } from '../../texts/translate.js';

/**
 * The numbers of a small constant.
 * @throws {ModelError} when they are kept in another file, are of a type that is none of a scale's, or do not fit the shape
 */
export function smallNumbers(bytes: Uint8Array, tensor: ModelTensor): Float64Array {
  const place = externalPlace(bytes, tensor);
  if (place) throw new ModelError(t`"${tensor.name}" lies in another file ("${place.location}").`);
  return numbersHere(bytes, tensor);
}
