/** In which order the entries are drawn: along the attached network, or else along the file. Pure. */
import { picked } from '../../../src/core/table/picked.js';
import { fileOrder } from '../../shared/grid/sort.js';
import type { TableModel } from '../model.js';

export interface Positions {
  /** The entry at each position. */
  readonly entries: Uint32Array;
  /** The position of each entry; -1 for one that has none. */
  readonly positionOf: Int32Array;
  /** True along the network, where entries that it does not know are left out. */
  readonly isNetwork: boolean;
}

/** Whether positions are those in the attached network. */
export function isInNetwork({ table, places }: Pick<TableModel, 'table' | 'places'>): boolean {
  return places?.order.length === table.names.length && places.order.some((place) => place >= 0);
}

const known = new WeakMap<TableModel, Positions>();

/** The positions of all entries that have one; made when they are first asked for. */
export function positionsOf(model: TableModel): Positions {
  const positions = known.get(model) ?? placed(model);
  known.set(model, positions);
  return positions;
}

function placed({ table, places }: TableModel): Positions {
  const { length } = table.names;
  const network = isInNetwork({ table, places }) ? places : null;
  const all = fileOrder(length);
  const place = (entry: number): number => network?.order[entry] ?? entry;
  const entries = network ? picked(all, (entry) => place(entry) >= 0).sort((a, b) => place(a) - place(b)) : all;
  const positionOf = new Int32Array(length).fill(-1);
  entries.forEach((entry, position) => (positionOf[entry] = position));
  return { entries, positionOf, isNetwork: network !== null };
}
