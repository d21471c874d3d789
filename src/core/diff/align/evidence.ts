/** What speaks for a pair, and against it, in sentences. */
import { distanceOf, type Sides } from './anchors.js';
import type { Features } from './features.js';
import { t } from '../../texts/translate.js';

/** Scales further apart than this (in log2) are said to be. */
const NOTEWORTHY = 1;

/**
 * The evidence of a pair.
 * @param doubt why it is shown as doubtful, where that is known
 * @param because what it rests on where nothing else speaks for it
 */
export function evidenceOf(
  i: number,
  j: number,
  { old, next, shared: { partner, reverse } }: Sides,
  { doubt, because = t`place between sure pairs` }: { readonly doubt?: string; readonly because?: string },
): string[] {
  const sameName = old.nameId[i] === next.nameId[j];
  const distance = distanceOf({ oldIndex: i, newIndex: j }, old, next);
  const sameKind = old.kind[i] !== 0 && old.kind[i] === next.kind[j];
  const known = [
    nameEvidence(i, j, old, next),
    old.bits[i] === next.bits[j] ? t`same scale` : null,
    sameKind && !sameName ? t`same kind of layer` : null,
    distance > NOTEWORTHY ? t`scales ${Number((2 ** distance).toPrecision(3))} times apart` : null,
    !sameName && (partner[i] ?? -1) >= 0 ? t`"${old.labels[i]}" stands in the new table for another tensor` : null,
    !sameName && (reverse[j] ?? -1) >= 0 ? t`"${next.labels[j]}" stood in the old table for another tensor` : null,
  ].filter((sentence) => sentence !== null);
  const evidence = known.length > 0 ? known : [because];
  return doubt === undefined ? evidence : [...evidence, doubt];
}

/** What the names of a pair have in common. */
function nameEvidence(i: number, j: number, old: Features, next: Features): string | null {
  if (old.labels[i] === next.labels[j]) return t`same name`;
  if (old.nameId[i] === next.nameId[j]) return t`same name under another root`;
  return old.shape[i] === next.shape[j] ? t`same name but for its numbers` : null;
}
