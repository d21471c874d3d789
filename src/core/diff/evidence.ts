/** What speaks for a pair, and against it, in sentences. */
import type { Features } from './features.js';
import type { SharedNames } from './nameTrust.js';

/** Scales further apart than this (in log2) are said to be. */
const NOTEWORTHY = 1;
const SAME_NAME = 'same name';
const SAME_SCALE = 'same scale';

/** The evidence of a pair. */
export function evidenceOf(i: number, j: number, old: Features, next: Features, { partner, reverse }: SharedNames): string[] {
  const sameName = old.names[i] === next.names[j];
  const distance = Math.abs((old.log2[i] ?? NaN) - (next.log2[j] ?? NaN));
  const sameKind = old.kind[i] !== 0 && old.kind[i] === next.kind[j];
  const evidence = [
    sameName ? SAME_NAME : old.shape[i] === next.shape[j] ? 'same name but for its numbers' : null,
    old.bits[i] === next.bits[j] ? SAME_SCALE : null,
    sameKind && !sameName ? 'same kind of layer' : null,
    distance > NOTEWORTHY ? `scales ${Number((2 ** distance).toPrecision(3))} times apart${sameName && old.numbered[i] === 1 ? ': same name, another tensor?' : ''}` : null,
    !sameName && (partner[i] ?? -1) >= 0 ? `"${old.names[i]}" stands in the new table for another tensor` : null,
    !sameName && (reverse[j] ?? -1) >= 0 ? `"${next.names[j]}" stood in the old table for another tensor` : null,
  ].filter((sentence) => sentence !== null);
  return evidence.length > 0 ? evidence : ['place between sure pairs'];
}
