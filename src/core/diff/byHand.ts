/** Pairs of a comparison as a user decided them, over what was found. */
import type { CalibrationTable } from '../table/table.js';
import type { Alignment, Match } from './align/align.js';
import { takenBy } from './align/found.js';
import { t } from '../texts/translate.js';

/** An entry by its position, and by its name for when the file has changed since. */
export interface EntryRef {
  readonly index: number;
  readonly name: string;
}

/** Two entries are one tensor, or are not. */
export interface Decision {
  readonly kind: 'pair' | 'apart';
  readonly old: EntryRef;
  readonly new: EntryRef;
}

/** What stands as evidence of a pair that was made by hand. */
export const BY_HAND = t`paired by hand`;

/** The decisions with some more; an earlier one about the same entries gives way. */
export function decided(earlier: readonly Decision[], more: readonly Decision[]): readonly Decision[] {
  const isOver = (decision: Decision): boolean =>
    more.some((newer) => isSame(newer.old, decision.old) || isSame(newer.new, decision.new));
  return [...earlier.filter((decision) => !isOver(decision)), ...more];
}

/** The decisions with old and new exchanged. */
export function turnedDecisions(decisions: readonly Decision[]): readonly Decision[] {
  return decisions.map(({ kind, old, new: next }) => ({ kind, old: next, new: old }));
}

/** An alignment after a user's decisions: every entry still stands exactly once in it. Decisions about entries that are gone mean nothing. */
export function alignedByHand(
  alignment: Alignment,
  decisions: readonly Decision[],
  before: CalibrationTable,
  after: CalibrationTable,
): Alignment {
  if (decisions.length === 0) return alignment;
  const pairs: Match[] = [];
  const apart = new Set<string>();
  for (const { kind, old, new: next } of decisions) {
    const [oldIndex, newIndex] = [placeOf(old, before), placeOf(next, after)];
    if (oldIndex < 0 || newIndex < 0) continue;
    if (kind === 'apart') apart.add(`${oldIndex} ${newIndex}`);
    else pairs.push(pairOf(oldIndex, newIndex, old.name === next.name));
  }
  const taken = takenBy(pairs);
  const kept = alignment.matches.filter(
    ({ oldIndex, newIndex }) =>
      !taken.old.has(oldIndex) && !taken.new.has(newIndex) && !apart.has(`${oldIndex} ${newIndex}`),
  );
  const matches = [...kept, ...pairs].sort((a, b) => a.newIndex - b.newIndex);
  const paired = takenBy(matches);
  return {
    ...alignment,
    matches,
    removed: without(before.names.length, paired.old),
    added: without(after.names.length, paired.new),
  };
}

function pairOf(oldIndex: number, newIndex: number, hasSameName: boolean): Match {
  return { oldIndex, newIndex, how: hasSameName ? 'same-name' : 'renamed', confidence: 1, evidence: [BY_HAND] };
}

function placeOf({ index, name }: EntryRef, { names }: CalibrationTable): number {
  return names[index] === name ? index : names.indexOf(name);
}

function isSame(a: EntryRef, b: EntryRef): boolean {
  return a.index === b.index && a.name === b.name;
}

function without(size: number, taken: ReadonlySet<number>): number[] {
  return Array.from({ length: size }, (_, index) => index).filter((index) => !taken.has(index));
}
