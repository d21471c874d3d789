import type { DiffMessage } from '../../src/protocol/diff.js';
import { unpackBase, type BaseColumns, type DiffBase } from '../../src/protocol/diffBase.js';
import { unpackColumns, type DiffColumns } from '../../src/protocol/diffColumns.js';

/** A base: its columns, and up to which |log2 ratio| a scale of the old table and one of the new is still that of the base. */
export interface BaseModel extends BaseColumns, Pick<DiffBase, 'floors'> {}

/** A comparison: its message, and the columns in it. */
export interface DiffModel extends DiffColumns {
  readonly message: DiffMessage;
  readonly base: BaseModel | null;
}

export type SideName = 'old' | 'new';

export function modelOf(message: DiffMessage): DiffModel {
  // The model's `evidence` is the column; the lists that it points into stay in the message.
  const { base } = message;
  const ofBase = base?.kind === 'base' ? { ...unpackBase(base), floors: base.floors } : null;
  return { ...unpackColumns(message), message, base: ofBase };
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

/** Name of a row's entry in the base; empty where it has none. */
export function baseNameAt({ base, message }: DiffModel, row: number): string {
  return message.baseNames[base?.indices[row] ?? -1] ?? '';
}

/** Whether both tables have a row's entry. */
export function isInBoth(model: DiffModel, row: number): boolean {
  return indexAt(model, row, 'old') >= 0 && indexAt(model, row, 'new') >= 0;
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
