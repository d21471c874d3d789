/** How the user has arranged columns: pure functions of the arrangement. */
import type { GridLayout } from '../../../src/protocol/common.js';
import type { Column } from './column.js';

export const NO_LAYOUT: GridLayout = { order: [], hidden: [], widths: {} };

/** The columns as they are arranged, without those that are hidden or empty. The frozen one stays where it is. */
export function laidOut(columns: readonly Column[], { order, hidden, widths }: GridLayout): readonly Column[] {
  const rank = new Map(inOrder(columns, order).map((id, at) => [id, at]));
  return columns
    .filter(({ id, frozen, isEmpty }) => frozen || (!isEmpty && !hidden.includes(id)))
    .sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
    .map((column) => {
      const pixels = widths[column.id];
      return pixels === undefined ? column : { ...column, pixels };
    });
}

/**
 * Those of the columns that there is room for, in characters: what gives way goes first, then those shrink that were given a width or can be
 * tighter.
 */
export function fitting(columns: readonly Column[], room: number, pixelsPerCharacter: number): readonly Column[] {
  const wanted = ({ width: [least], pixels }: Column): number =>
    pixels === undefined ? least : pixels / pixelsPerCharacter;
  let total = columns.reduce((sum, column) => sum + wanted(column), 0);
  const gone = new Set<Column>();
  const inTurn = columns
    .filter(({ givesWay }) => givesWay !== undefined)
    .sort((a, b) => (a.givesWay ?? 0) - (b.givesWay ?? 0));
  for (const column of inTurn) {
    if (total <= room) break;
    total -= wanted(column);
    gone.add(column);
  }
  const left = columns.filter((column) => !gone.has(column));
  return total <= room ? left : left.map(tightened);
}

function tightened(column: Column): Column {
  const [least, most] = column.width;
  return { ...column, width: [column.tight ?? least, most], shrinks: true };
}

export function withWidth(layout: GridLayout, id: string, pixels: number): GridLayout {
  return { ...layout, widths: { ...layout.widths, [id]: pixels } };
}

export function withHidden(layout: GridLayout, id: string): GridLayout {
  return { ...layout, hidden: [...layout.hidden.filter((other) => other !== id), id] };
}

/** All columns are shown again, as wide as they were. */
export function withAll(layout: GridLayout): GridLayout {
  return { ...layout, hidden: [] };
}

/** A column goes before or behind another one. */
export function withMoved(
  layout: GridLayout,
  columns: readonly Column[],
  id: string,
  beside: string,
  place: 'before' | 'after',
): GridLayout {
  const order = inOrder(columns, layout.order).filter((other) => other !== id);
  const at = order.indexOf(beside);
  if (at < 0) return layout;
  order.splice(place === 'before' ? at : at + 1, 0, id);
  return { ...layout, order };
}

/** The ids of all columns: those that were arranged in their order, a new one behind the one that it follows in the view. */
function inOrder(columns: readonly Column[], order: readonly string[]): string[] {
  const ids = columns.map(({ id }) => id);
  const known = order.filter((id) => ids.includes(id));
  const result = [...known];
  ids.forEach((id, at) => {
    if (known.includes(id)) return;
    result.splice(at === 0 ? 0 : result.indexOf(ids[at - 1] ?? '') + 1, 0, id);
  });
  return result;
}
