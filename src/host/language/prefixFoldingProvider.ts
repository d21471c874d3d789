import * as vscode from 'vscode';
import { groupsOf, type Group } from '../../core/table/groups.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import { textTableOf } from './textTable.js';

/** A text of more entries is not folded: finding out costs more than it gives. */
const MOST_ENTRIES = 20_000;
/** Fewer lines are not worth a fold. */
const FEWEST = 3;

/** Folds entries in a row whose names begin alike: the groups of the table. */
export class PrefixFoldingProvider implements vscode.FoldingRangeProvider {
  readonly #texts: TextFiles;

  constructor(texts: TextFiles) {
    this.#texts = texts;
  }

  async provideFoldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[]> {
    const table = await textTableOf(this.#texts, document);
    if (!table || table.document.table.names.length > MOST_ENTRIES) return [];
    const { line } = table.document.spans;
    return runsOf(groupsOf(table.document.table.names)).map(
      ([from, to]) =>
        new vscode.FoldingRange((line[from] ?? 1) - 1, (line[to] ?? 1) - 1, vscode.FoldingRangeKind.Region),
    );
  }
}

/** The first and the last entry of each run of a group; a group's entries may stand apart. */
function runsOf(groups: readonly Group[]): (readonly [number, number])[] {
  return groups.flatMap(({ entries, groups: inner }) => {
    const starts = entries.filter((entry, i) => entries[i - 1] !== entry - 1);
    const ends = entries.filter((entry, i) => entries[i + 1] !== entry + 1);
    const runs = starts.map((from, i) => [from, ends[i] ?? from] as const);
    return [...runs.filter(([from, to]) => to - from + 1 >= FEWEST), ...runsOf(inner)];
  });
}
