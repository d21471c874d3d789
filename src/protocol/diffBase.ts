/** What a comparison shows of a base, a third table that both come from: its columns over the rows, what packs them and what unpacks them. */
import type { BaseRows } from '../core/diff/base.js';
import { entryScale, type CalibrationTable } from '../core/table/table.js';
import type { Statement } from '../core/table/statement.js';
import { isObject, isText } from './common.js';
import type { DiffSide } from './diffSide.js';

/** A base, row by row; its names stand in the message, as those of the two tables do. */
export interface DiffBase {
  readonly kind: 'base';
  readonly side: DiffSide;
  /** Index of each row's entry in the base; -1: none was found, or none that is sure. */
  readonly indices: Int32Array;
  /** Scale in the base, log2(old / base), log2(new / base), one column after the other; NaN where a row has none. */
  readonly numbers: Float64Array;
  /** |log2 ratio| up to which a scale is that of the base but for rounding: of the old table, and of the new one. */
  readonly floors: readonly [old: number, next: number];
  /** Entries of the base that no row has. */
  readonly lost: readonly number[];
  /** What the base is to the old table, unless both are of one network. */
  readonly statements: readonly Statement[];
}

/** A base that can't be read, and why. */
export interface UnreadBase {
  readonly kind: 'unread';
  readonly uri: string;
  readonly problem: string;
}

const COLUMNS = 3;

/** The columns of a base, views on the message's array. */
export interface BaseColumns {
  readonly indices: Int32Array;
  readonly scales: Float64Array;
  readonly toOld: Float64Array;
  readonly toNew: Float64Array;
}

/** Packs what a base says about the rows of a comparison. */
export function packBase(side: DiffSide, base: CalibrationTable, found: BaseRows): DiffBase {
  const { indices, toOld, toNew, oldFloor, newFloor, lost, statements } = found;
  const scales = Float64Array.from(indices, (index) => (index < 0 ? NaN : entryScale(base, index)));
  const numbers = new Float64Array(COLUMNS * indices.length);
  [scales, toOld, toNew].forEach((column, at) => numbers.set(column, at * indices.length));
  return { kind: 'base', side, indices, numbers, floors: [oldFloor, newFloor], lost, statements };
}

/** The columns of a packed base. */
export function unpackBase({ indices, numbers }: Pick<DiffBase, 'indices' | 'numbers'>): BaseColumns {
  const column = (at: number): Float64Array => numbers.subarray(at * indices.length, (at + 1) * indices.length);
  return { indices, scales: column(0), toOld: column(1), toNew: column(2) };
}

/** Whether a base arrived whole, with a value for each of so many rows; none is whole, too. */
export function isWholeBase(base: unknown, rows: number): boolean {
  if (base === null) return true;
  if (!isObject(base)) return false;
  const { kind, problem, indices, numbers } = base;
  if (kind === 'unread') return isText(problem);
  return (
    indices instanceof Int32Array &&
    numbers instanceof Float64Array &&
    indices.length === rows &&
    numbers.length === COLUMNS * rows
  );
}
