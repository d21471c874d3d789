import type { Edit } from '../../../src/core/formats/format.js';
import { setAttributes, setTooltip } from '../dom.js';
import type { Search } from '../filter/compile.js';
import type { Choice, Term } from '../filter/term.js';
import { fileOrder, orderByNumber, orderByText } from './sort.js';
import { t } from '../../../src/core/texts/translate.js';

/** The edit that a text means, nothing to do, or why the text will not do. */
export type CellInput = { readonly edit: Edit } | { readonly unchanged: true } | { readonly problem: string };

/** The edits that a text means for several cells, or why it will not do, and for which entry where it is one. */
export type ManyInput =
  { readonly edits: readonly Edit[] } | { readonly problem: string; readonly entry?: number | undefined };

/** How the cells of a column are edited. */
export interface CellEdit {
  /** The text that editing starts with. */
  readonly start: (entry: number) => string;
  /** Checks a text for a cell. The host checks again. */
  readonly read: (entry: number, text: string) => CellInput;
  /** The same for several cells at once: all of them, or none and why. */
  readonly readMany: (entries: Uint32Array, text: string) => ManyInput;
  /** The same with a text for each. */
  readonly readEach: (entries: Uint32Array, texts: readonly string[]) => ManyInput;
  /** What its columns are renderings of: of two that are pasted at once, one says all. */
  readonly part: 'name' | 'number';
}

/** A column of a grid, and all that it does. What it says about an entry is asked for when the entry comes into sight. */
export interface Column {
  readonly id: string;
  readonly label: string;
  /** Tooltip of the header. */
  readonly hint: string;
  /** Least and most width in characters; `rest` takes what the others leave. */
  readonly width: readonly [least: number, most: number | 'rest'];
  /** The least width where nothing gives way any more, before the grid scrolls sideways. */
  readonly tight?: number;
  readonly align?: 'end';
  /** The width that the user has given it, in pixels. */
  readonly pixels?: number;
  /** There is not enough room for that width. */
  readonly shrinks?: boolean;
  /** In a narrow view it makes room for the others, the lowest number first; without one it never does. */
  readonly givesWay?: number;
  /** No entry has anything in it: it takes no room. */
  readonly isEmpty?: boolean;
  /** What one looks for stands at the end of its order: the first click on its header shows that first. */
  readonly descendsFirst?: boolean;
  /** Stays in sight when the grid is scrolled sideways; only for the first column. */
  readonly frozen?: boolean;
  readonly text: (entry: number) => string;
  readonly title?: (entry: number) => string;
  /** What is copied, where it is not the text. */
  readonly copy?: (entry: number) => string;
  /** Draws the cell itself, where text is not enough. */
  readonly draw?: (cell: HTMLElement, entry: number, text: string) => void;
  /** The number by which it sorts (NaN comes last); without one it sorts by its text, with numbers read as numbers. */
  readonly sort?: (entry: number) => number;
  /** The texts in which the filter box looks; without it the column is not searched. */
  readonly search?: (entry: number) => string | readonly string[];
  /** What it searches is part of another column's text: then only expressions, which may be anchored, look here too. */
  readonly searchedElsewhere?: boolean;
  /** The number that it shows, with all its digits; what is compared by a term. */
  readonly number?: (entry: number) => number;
  /** The key by which the filter box asks this column: `range>50`, `type:conv`. */
  readonly term?: string;
  /** The words that its term knows, where those are no parts of its text. */
  readonly choices?: readonly Choice[];
  /** What is new in a cell since the last save. */
  readonly mark?: (entry: number) => 'added' | 'changed' | null;
  /** How it is edited; without it it can't be. */
  readonly edit?: CellEdit | undefined;
}

/** `grid-template-columns` of a row. */
export function template(columns: readonly Column[]): string {
  return columns
    .map(({ width: [least, most], pixels, shrinks }) => {
      if (pixels !== undefined) return shrinks ? `minmax(min(${least}ch, ${pixels}px), ${pixels}px)` : `${pixels}px`;
      return `minmax(${least}ch, ${most === 'rest' ? '1fr' : `${most}ch`})`;
    })
    .join(' ');
}

/** The width below which the grid scrolls sideways. */
export function leastWidth(columns: readonly Column[]): string {
  const parts = columns.map(({ width: [least], pixels, shrinks }) => {
    if (pixels === undefined) return `${least}ch`;
    return shrinks ? `min(${least}ch, ${pixels}px)` : `${pixels}px`;
  });
  return parts.length > 0 ? `calc(${parts.join(' + ')})` : '0px';
}

/** Whether rows made for one list of columns serve for another. */
export function haveSameCells(a: readonly Column[], b: readonly Column[]): boolean {
  return a.length === b.length && a.every(({ id, edit }, at) => id === b[at]?.id && !edit === !b[at]?.edit);
}

const MARKS = { added: t`New since the last save`, changed: t`Changed since the last save` } as const;

/** Fills a cell; a tooltip that only repeats what is in sight is left out unless the text may be cut off. */
export function drawCell(cell: HTMLElement, column: Column, entry: number): void {
  const text = column.text(entry);
  if (column.draw) column.draw(cell, entry, text);
  else cell.textContent = text;
  const title = column.title?.(entry) ?? text;
  const mark = column.mark?.(entry) ?? null;
  setTooltip(cell, mark ? `${title}\n${MARKS[mark]}`.trim() : title);
  setAttributes(cell, { 'data-mark': mark });
}

/** What a cell gives to the clipboard. */
export function copyOf(column: Column, entry: number): string {
  return (column.copy ?? column.text)(entry);
}

/** What the filter box can ask of the columns. */
export function termsOf(columns: readonly Column[]): Term[] {
  return columns.flatMap(({ term, hint, number, choices, text }): Term[] => {
    if (term === undefined) return [];
    if (choices) return [{ kind: 'choice', key: term, hint, choices }];
    return number ? [{ kind: 'number', key: term, hint, number }] : [{ kind: 'text', key: term, hint, text }];
  });
}

/** All entries in the order of a column. */
export function orderBy({ sort, text }: Column, count: number, descending: boolean): Uint32Array {
  if (!sort) return orderByText(Array.from(fileOrder(count), text), descending);
  const values = new Float64Array(count);
  for (let entry = 0; entry < count; entry++) values[entry] = sort(entry);
  return orderByNumber(values, descending);
}

/** A test whether one of the searched columns has what is looked for. */
export function searchIn(columns: readonly Column[]): Search {
  return (matches, regex) => {
    const searches = columns
      .filter(({ searchedElsewhere }) => regex || !searchedElsewhere)
      .flatMap(({ search }) => search ?? []);
    return (entry) =>
      searches.some((search) => {
        const texts = search(entry);
        return typeof texts === 'string' ? matches(texts) : texts.some(matches);
      });
  };
}
