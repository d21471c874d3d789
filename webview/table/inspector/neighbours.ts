import type { TableModel } from '../model.js';

export interface Neighbours {
  readonly before: number | null;
  readonly after: number | null;
  /** Where that is, in words. */
  readonly place: string;
}

/** The entries before and after one, in the order of the file. */
export function neighboursOf({ table }: TableModel, entry: number): Neighbours {
  const { length } = table.names;
  return {
    before: entry > 0 ? entry - 1 : null,
    after: entry + 1 < length ? entry + 1 : null,
    place: `Entry ${entry + 1} of ${length} in the file`,
  };
}
