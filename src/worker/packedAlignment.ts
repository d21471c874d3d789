/** What pairs two tables as columns: a hundred thousand pairs as so many objects take long to go from thread to thread. */
import type { Alignment, Match } from '../core/diff/align/align.js';
import { Distinct } from './distinct.js';

export interface PackedAlignment extends Omit<Alignment, 'matches' | 'removed' | 'added'> {
  readonly oldIndices: Uint32Array;
  readonly newIndices: Uint32Array;
  readonly confidences: Float64Array;
  /** Indices in the two lists. */
  readonly hows: Uint32Array;
  readonly evidences: Uint32Array;
  readonly howList: readonly Match['how'][];
  readonly evidenceList: readonly Match['evidence'][];
  readonly removed: Uint32Array;
  readonly added: Uint32Array;
}

/** The alignment for its way to the host. */
export function packAlignment({ matches, removed, added, ...rest }: Alignment): PackedAlignment {
  const column = (value: (match: Match) => number): Uint32Array => Uint32Array.from(matches, value);
  const [hows, evidences] = [
    new Distinct<Match['how']>(String),
    new Distinct<Match['evidence']>((list) => list.join('\n')),
  ];
  return {
    ...rest,
    oldIndices: column(({ oldIndex }) => oldIndex),
    newIndices: column(({ newIndex }) => newIndex),
    confidences: Float64Array.from(matches, ({ confidence }) => confidence),
    hows: column(({ how }) => hows.indexOf(how)),
    evidences: column(({ evidence }) => evidences.indexOf(evidence)),
    howList: hows.all,
    evidenceList: evidences.all,
    removed: Uint32Array.from(removed),
    added: Uint32Array.from(added),
  };
}

/** The alignment again. */
export function unpackAlignment(packed: PackedAlignment): Alignment {
  const { oldIndices, newIndices, confidences, hows, evidences, howList, evidenceList, removed, added, ...rest } =
    packed;
  const matches = Array.from(oldIndices, (oldIndex, i): Match => ({
    oldIndex,
    newIndex: newIndices[i] ?? 0,
    how: howList[hows[i] ?? 0] ?? 'same-name',
    confidence: confidences[i] ?? 0,
    evidence: evidenceList[evidences[i] ?? 0] ?? [],
  }));
  return { ...rest, matches, removed: [...removed], added: [...added] };
}
