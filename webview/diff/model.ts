import type { DiffMessage } from '../../src/protocol/diff.js';

/** A comparison as columns over its rows, all of them views on the message's few arrays. */
export interface DiffModel {
  readonly message: DiffMessage;
  readonly rows: number;
  /** Positions from 0; -1 where a side has no such entry. */
  readonly oldIndices: Int32Array;
  readonly newIndices: Int32Array;
  /** Index in `DIFF_HOW`. */
  readonly hows: Int32Array;
  /** Index in the message's lists of evidence. */
  readonly evidence: Int32Array;
  /** NaN where a row has none. */
  readonly oldScales: Float64Array;
  readonly newScales: Float64Array;
  readonly log2Ratios: Float64Array;
  readonly confidences: Float64Array;
}

export type SideName = 'old' | 'new';

export function modelOf(message: DiffMessage): DiffModel {
  const rows = message.indices.length / 4;
  const integers = (column: number): Int32Array => message.indices.subarray(column * rows, (column + 1) * rows);
  const numbers = (column: number): Float64Array => message.numbers.subarray(column * rows, (column + 1) * rows);
  return {
    message,
    rows,
    oldIndices: integers(0),
    newIndices: integers(1),
    hows: integers(2),
    evidence: integers(3),
    oldScales: numbers(0),
    newScales: numbers(1),
    log2Ratios: numbers(2),
    confidences: numbers(3),
  };
}

/** Position of a row's entry in a file, or -1. */
export function indexAt({ oldIndices, newIndices }: DiffModel, row: number, side: SideName): number {
  return (side === 'old' ? oldIndices : newIndices)[row] ?? -1;
}

/** Name of a row's entry on a side; empty where that side has none. */
export function nameAt(model: DiffModel, row: number, side: SideName): string {
  const { oldNames, newNames } = model.message;
  return (side === 'old' ? oldNames : newNames)[indexAt(model, row, side)] ?? '';
}

/** What a row is called in a sentence: both names where they differ. */
export function labelAt(model: DiffModel, row: number): string {
  const [before, after] = [nameAt(model, row, 'old'), nameAt(model, row, 'new')];
  if (before === after || after === '') return before;
  return before === '' ? after : `${before} → ${after}`;
}

export function scaleAt({ oldScales, newScales }: DiffModel, row: number, side: SideName): number {
  return (side === 'old' ? oldScales : newScales)[row] ?? NaN;
}

/** new / old, or NaN where one side is missing. */
export function ratioAt(model: DiffModel, row: number): number {
  return scaleAt(model, row, 'new') / scaleAt(model, row, 'old');
}

/** What speaks for a pair, and against it. */
export function evidenceAt({ message, evidence }: DiffModel, row: number): readonly string[] {
  return message.evidence[evidence[row] ?? -1] ?? [];
}

/** The row that shows the same tensor after the comparison changed; null when it is gone. */
export function sameRow(before: DiffModel, row: number, after: DiffModel): number | null {
  const names = [nameAt(before, row, 'new'), nameAt(before, row, 'old')].filter((name) => name !== '');
  for (const name of names) {
    for (let at = 0; at < after.rows; at++) {
      if (nameAt(after, at, 'new') === name || nameAt(after, at, 'old') === name) return at;
    }
  }
  return null;
}
