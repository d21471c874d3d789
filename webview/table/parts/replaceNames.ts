/** Find and replace in names. Pure: the DOM comes later. */
import { expressionReplacer } from '../../shared/filter/expression.js';
import type { FilterText } from '../../shared/filter/filterText.js';
import type { ManyInput } from '../../shared/grid/column.js';
import { nameAt, type TableModel } from '../model.js';
import { readNames } from './input.js';

export interface Replacement {
  readonly find: FilterText;
  /** With an expression, `$1` is its first group. */
  readonly by: string;
}

/** The renames that it means for some entries; none where nothing is found. Expressions must have been loaded. */
export function replaceInNames(model: TableModel, entries: Uint32Array, replacement: Replacement): ManyInput {
  if (replacement.find.text === '') return { edits: [] };
  const rename = replacerOf(replacement);
  if (typeof rename === 'string') return { problem: rename };
  const changed = entries.filter((entry) => rename(nameAt(model, entry)) !== nameAt(model, entry));
  return readNames(
    model,
    changed,
    Array.from(changed, (entry) => rename(nameAt(model, entry))),
  );
}

function replacerOf({ find, by }: Replacement): ((text: string) => string) | string {
  const { text, caseSensitive, regex } = find;
  if (regex) return expressionReplacer(text, caseSensitive, by);
  const literal = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), caseSensitive ? 'g' : 'gi');
  return (name) => name.replace(literal, () => by);
}
