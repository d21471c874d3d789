/** Stage for ONNX: TensorRT's layer numbers are its importer's, so only type and order are left, and doubt. */
import { withMatches, type NamePairing, type TensorMatch } from './namePairing.js';
import { looseType } from './networkNames.js';
import { t } from '../texts/translate.js';

const BY_TYPE = t`Paired by type and order only: TensorRT numbers the layers that its importer makes, not the nodes.`;

/** Pairs the k-th numbered entry of a type with the k-th tensor of it that has no entry yet. */
export function byTypeAndOrder(pairing: NamePairing): NamePairing {
  const { numbered, tensors, matches } = pairing;
  const free = new Map<string, number[]>();
  tensors.forEach(({ type, calibrated }, tensor) => {
    if (type === null || calibrated || matches[tensor]) return;
    const same = free.get(looseType(type)) ?? [];
    free.set(looseType(type), same);
    same.push(tensor);
  });
  const found = new Map<number, TensorMatch>();
  for (const { entry, type } of numbered) {
    const tensor = free.get(looseType(type))?.shift();
    if (tensor !== undefined) found.set(tensor, { entry, rule: 'type and order', doubt: BY_TYPE });
  }
  return withMatches(pairing, found);
}
