import type { Decision } from '../../../src/core/diff/byHand.js';
import { detect } from '../../../src/core/formats/index.js';
import { diffMessage, type ComparedSide } from '../../../src/protocol/diffMessage.js';
import { modelOf, type DiffModel } from '../../../webview/diff/model.js';

export const HEADER = 'TRT-8601-EntropyCalibration2';

/** A TensorRT cache as one side of a comparison; lines are `name: hex`. */
export function cacheSide(label: string, ...lines: readonly string[]): ComparedSide {
  const bytes = new TextEncoder().encode(`${HEADER}\n${lines.map((line) => `${line}\n`).join('')}`);
  const detection = detect(bytes, label);
  if (detection.kind !== 'table') throw new Error(`${label} is no table.`);
  return { uri: { toString: () => `file:///${label}` }, label, document: detection.format.read(bytes) };
}

/** What the view makes of two caches, and of a third one that both come from. */
export function diffModel(
  before: readonly string[],
  after: readonly string[],
  byHand: readonly Decision[] = [],
  base: readonly string[] | null = null,
): DiffModel {
  const [old, next] = [cacheSide('old.cache', ...before), cacheSide('new.cache', ...after)];
  return modelOf(diffMessage(old, next, byHand, base && cacheSide('base.cache', ...base)));
}
