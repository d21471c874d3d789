/** The columns of a comparison as few arrays, one column after the other: what packs them and what unpacks them. */
import type { Diff } from '../core/diff/diff.js';
import { placeOf, type DiffRow } from '../core/diff/rows.js';
import { entryScale, type CalibrationTable } from '../core/table/table.js';
import { DIFF_HOW, type DiffMessage } from './diff.js';

export type PackedColumns = Pick<DiffMessage, 'indices' | 'numbers' | 'evidence'>;

/** A comparison as columns over its rows, all of them views on the message's arrays. */
export interface DiffColumns {
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

const COLUMNS = 4;

/** Packs the rows of a comparison, in their order. */
export function packColumns(
  rows: readonly DiffRow[],
  diff: Diff,
  before: CalibrationTable,
  after: CalibrationTable,
): PackedColumns {
  const count = rows.length;
  const packed = {
    indices: new Int32Array(COLUMNS * count).fill(-1, 0, 2 * count),
    numbers: new Float64Array(COLUMNS * count).fill(NaN),
  };
  const columns = unpackColumns(packed);
  const lists = new EvidenceLists();
  rows.forEach((row, at) => {
    const pair = 'pair' in row ? diff.pairs[row.pair] : undefined;
    const { oldIndex, newIndex } = placeOf(row, diff);
    columns.oldIndices[at] = oldIndex;
    columns.newIndices[at] = newIndex;
    columns.hows[at] = DIFF_HOW.indexOf(pair?.how ?? null);
    columns.evidence[at] = lists.indexOf(pair?.evidence ?? []);
    columns.oldScales[at] = pair?.oldScale ?? entryScale(before, oldIndex);
    columns.newScales[at] = pair?.newScale ?? entryScale(after, newIndex);
    columns.log2Ratios[at] = pair?.log2Ratio ?? NaN;
    columns.confidences[at] = pair?.confidence ?? NaN;
  });
  return { ...packed, evidence: lists.all };
}

/** The columns of a message. */
export function unpackColumns({ indices, numbers }: Pick<PackedColumns, 'indices' | 'numbers'>): DiffColumns {
  const rows = indices.length / COLUMNS;
  const integer = (column: number): Int32Array => indices.subarray(column * rows, (column + 1) * rows);
  const number = (column: number): Float64Array => numbers.subarray(column * rows, (column + 1) * rows);
  return {
    rows,
    oldIndices: integer(0),
    newIndices: integer(1),
    hows: integer(2),
    evidence: integer(3),
    oldScales: number(0),
    newScales: number(1),
    log2Ratios: number(2),
    confidences: number(3),
  };
}

/** Every different list of evidence once. */
class EvidenceLists {
  readonly all: (readonly string[])[] = [];
  readonly #known = new Map<string, number>();

  indexOf(list: readonly string[]): number {
    const key = list.join('\n');
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    this.#known.set(key, this.all.length);
    return this.all.push(list) - 1;
  }
}
