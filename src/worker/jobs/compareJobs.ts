/** Two files compared, as a view, an aligned text or a file shows it. All throw Error for a file that is no table. */
import type { Decision } from '../../core/diff/byHand.js';
import { diffTables } from '../../core/diff/diff.js';
import { diffLines } from '../../core/diff/report/diffLines.js';
import { diffGrid } from '../../core/diff/report/diffGrid.js';
import { diffAnswer } from '../../core/answers/diffAnswer.js';
import { syncNavigation } from '../../core/report/syncNavigation.js';
import { diffMarkdown } from '../../core/diff/report/diffReport.js';
import { delimitedText } from '../../core/render/delimited.js';
import { jsonText } from '../../core/render/json.js';
import { messageOf } from '../../core/texts/messageOf.js';
import { baseGrid } from '../../core/diff/report/baseGrid.js';
import { utf8Bytes } from '../../core/bytes/bytes.js';
import type { DiffMessage } from '../../protocol/diff.js';
import type { UnreadBase } from '../../protocol/diffBase.js';
import { diffMessage, type ComparedSide } from '../../protocol/diffMessage.js';
import { packMessage, type Packed } from '../../protocol/packedNames.js';
import { tableOf, type Source } from './source.js';

/** A file to compare. */
export interface ComparedFile extends Source {
  readonly uri: string;
}

export type Pair = readonly [ComparedFile, ComparedFile];

/** Two files to compare, with what a user decided about pairs, and a third one that both come from. */
export interface CompareOrder {
  readonly pair: Pair;
  readonly byHand: readonly Decision[];
  readonly base: ComparedFile | UnreadBase | null;
}

/** The comparison as the view draws it. */
export function compareJob({ pair: [before, after], byHand, base }: CompareOrder): Packed<DiffMessage> {
  return packMessage(diffMessage(sideOf(before), sideOf(after), byHand, base && baseOf(base)));
}

/** The comparison as two aligned texts. */
export function alignJob([before, after]: Pair): { readonly old: string; readonly new: string } {
  const [oldTable, newTable] = [tableOf(before).table, tableOf(after).table];
  return diffLines(oldTable, newTable, diffTables(oldTable, newTable));
}

/** A comparison to be written into a file; |log2 ratio| up to the threshold counts as the same. */
export interface ExportOrder extends CompareOrder {
  readonly threshold: number;
  readonly as: 'csv' | 'md' | 'json' | 'mapping.json';
}

/** The bytes of that file: the same texts as the command line's. */
export function exportDiffJob({ pair: [old, now], byHand, base, threshold, as }: ExportOrder): Uint8Array {
  const [before, after] = [tableOf(old).table, tableOf(now).table];
  const diff = diffTables(before, after, threshold, byHand);
  if (as === 'csv') {
    const grid =
      base && 'bytes' in base ? baseGrid(diff, tableOf(base).table, [before, after], threshold) : diffGrid(diff);
    return utf8Bytes(delimitedText(grid, ','));
  }
  if (as === 'json') return utf8Bytes([...jsonText(diffAnswer(old.label, now.label, diff))].join(''));
  if (as === 'mapping.json') return utf8Bytes([...jsonText(syncNavigation(diff, [null, null]).data)].join(''));
  return utf8Bytes(
    diffMarkdown({ name: old.label, header: before.header }, { name: now.label, header: after.header }, diff),
  );
}

/** Two tables can be compared whatever became of the third. */
function baseOf(base: ComparedFile | UnreadBase): ComparedSide | UnreadBase {
  if ('problem' in base) return base;
  try {
    return sideOf(base);
  } catch (error) {
    return { kind: 'unread', uri: base.uri, problem: messageOf(error) };
  }
}

function sideOf(file: ComparedFile): ComparedSide {
  return { uri: file.uri, label: file.label, document: tableOf(file) };
}
