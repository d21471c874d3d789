import type { DiffMessage } from '../../src/protocol.js';

export const STATUSES = ['changed', 'same', 'removed', 'added'] as const;
export type Status = (typeof STATUSES)[number];

/** A comparison as rows: pairs and new entries in the order of the new table, then those that only the old one has. */
export interface DiffModel {
  readonly message: DiffMessage;
  readonly statuses: readonly Status[];
  /** As the old table spells it, or the new one for what is new; both for a renamed entry. */
  readonly names: readonly string[];
  /** Positions from 0; -1 where a side has no such entry. */
  readonly oldIndices: Int32Array;
  readonly newIndices: Int32Array;
  /** NaN where a side has no such entry. */
  readonly oldScales: Float64Array;
  readonly newScales: Float64Array;
  readonly log2Ratios: Float64Array;
}

interface Row {
  readonly status: Status;
  readonly name: string;
  readonly oldIndex: number;
  readonly newIndex: number;
  readonly oldScale: number;
  readonly newScale: number;
  readonly log2Ratio: number;
}

export function modelOf(message: DiffMessage): DiffModel {
  const rows = [...inNewOrder(message), ...message.removed.map(({ name, index, scale }): Row =>
    ({ ...NOTHING, status: 'removed', name, oldIndex: index, oldScale: scale }))];
  return {
    message,
    statuses: rows.map(({ status }) => status),
    names: rows.map(({ name }) => name),
    oldIndices: Int32Array.from(rows, ({ oldIndex }) => oldIndex),
    newIndices: Int32Array.from(rows, ({ newIndex }) => newIndex),
    oldScales: Float64Array.from(rows, ({ oldScale }) => oldScale),
    newScales: Float64Array.from(rows, ({ newScale }) => newScale),
    log2Ratios: Float64Array.from(rows, ({ log2Ratio }) => log2Ratio),
  };
}

export function countOf({ statuses }: DiffModel, wanted: Status): number {
  return statuses.reduce((count, status) => count + Number(status === wanted), 0);
}

/** new / old, or NaN where one side is missing. */
export function ratioAt({ oldScales, newScales }: DiffModel, row: number): number {
  return (newScales[row] ?? NaN) / (oldScales[row] ?? NaN);
}

const NOTHING = { oldIndex: -1, newIndex: -1, oldScale: NaN, newScale: NaN, log2Ratio: NaN };

function inNewOrder(message: DiffMessage): Row[] {
  const added = message.added.map(({ name, index, scale }): Row => ({ ...NOTHING, status: 'added', name, newIndex: index, newScale: scale }));
  return [...message.newNames.map((_, pair) => pairRow(message, pair)), ...added].sort((a, b) => a.newIndex - b.newIndex);
}

function pairRow(message: DiffMessage, pair: number): Row {
  const [before, after] = [message.oldNames[pair] ?? '', message.newNames[pair] ?? ''];
  return {
    status: message.changed[pair] ? 'changed' : 'same',
    name: before === after ? after : `${before} → ${after}`,
    oldIndex: message.oldIndices[pair] ?? -1, newIndex: message.newIndices[pair] ?? -1,
    oldScale: message.oldScales[pair] ?? NaN, newScale: message.newScales[pair] ?? NaN,
    log2Ratio: message.log2Ratios[pair] ?? NaN,
  };
}
