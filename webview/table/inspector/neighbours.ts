import { grouped } from '../../../src/core/render/counts.js';
import type { TableModel } from '../model.js';
import { positionsOf } from '../profile/positions.js';
import { t } from '../../../src/core/texts/translate.js';

export interface Neighbours {
  readonly before: number | null;
  readonly after: number | null;
  /** Where that is, in words. */
  readonly place: string;
}

/** The entries before and after one: in the network where one is attached and knows it, else in the file. */
export function neighboursOf(model: TableModel, entry: number): Neighbours {
  const { entries, positionOf, isNetwork } = positionsOf(model);
  const position = positionOf[entry] ?? -1;
  if (isNetwork && position >= 0)
    return {
      before: entries[position - 1] ?? null,
      after: entries[position + 1] ?? null,
      place: t`${grouped(position + 1)} of ${grouped(entries.length)} along the network`,
    };
  const { length } = model.table.names;
  return {
    before: entry > 0 ? entry - 1 : null,
    after: entry + 1 < length ? entry + 1 : null,
    place: t`Entry ${grouped(entry + 1)} of ${grouped(length)} in the file`,
  };
}
