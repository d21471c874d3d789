import { t } from '../../core/texts/translate.js';
import { lastChangeOf } from '../git/lastChange.js';
import { shortHash } from '../git/gitUri.js';
import type { TableFile } from './tableFile.js';

const NEWLINE = 10;
/** Blaming a longer file takes git seconds. */
const MOST_LINES = 50_000;

/**
 * Who changed an entry's lines last, as git has the file: `27/11/2026, Ada, 1a2b3c4d: Calibrate again`. Null where git knows nothing of it,
 * where lines are none, and while the file has unsaved edits, as lines on disk are others then.
 */
export async function entryHistory({ uri, content, isDirty }: TableFile, entry: number): Promise<string | null> {
  if (content.kind !== 'table' || isDirty) return null;
  const { document } = content;
  const { spans, bytes } = document;
  if (spans.line[entry] === undefined || bytes.includes(0) || (spans.line.at(-1) ?? 0) > MOST_LINES) return null;
  const first = spans.line[entry] - 1;
  const text = bytes.subarray(spans.start[entry], spans.end[entry]);
  const change = await lastChangeOf(uri, first, first + 1 + text.filter((byte) => byte === NEWLINE).length);
  if (change === null) return null;
  if (change === 'uncommitted') return t`not committed yet`;
  const { hash, author, date, subject } = change;
  return `${date.toLocaleDateString()}, ${author}, ${shortHash(hash)}: ${subject}`;
}
