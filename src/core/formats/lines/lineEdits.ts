/** Edits of files that keep one entry a line: only the bytes of that line, in the style of the file. */
import { bomLength, byteText, utf8Bytes } from '../../bytes/bytes.js';
import { spliceOf, type Splice } from '../../bytes/splice.js';
import { checkIndex } from '../checkIndex.js';
import type { EndPair } from '../../table/table.js';
import type { Edit, TableDocument } from '../format.js';
import { lineEnd, linesOf } from './lines.js';
import { t } from '../../texts/translate.js';

const LINE_FEED = 10;

/** How a format writes its lines. */
export interface LineStyle {
  /** A number in the place of an old one. */
  value(value: number, old: string): string;
  /** A whole new line, without its line end. */
  line(name: string, value: number, ends?: EndPair | null): string;
  /** The bytes from the number to the end of the line, with new ends of its range: for formats that keep them. */
  ends?(value: number, ends: EndPair, old: string): string;
  /** How many lines with content stand before the first entry of a table without entries. */
  readonly headerLines: number;
}

/** The splice for an edit; null when the file already says so. Throws RangeError for an index out of bounds or a header. */
export function editLine(document: TableDocument, edit: Edit, style: LineStyle): Splice | null {
  const { bytes, table, spans } = document;
  checkIndex(edit, table.names.length);
  switch (edit.kind) {
    case 'set': {
      const [start, end] = [spans.valueStart[edit.index] ?? 0, spans.valueEnd[edit.index] ?? 0];
      if (edit.ends && style.ends) return setEnds(document, edit.index, style.ends.bind(style, edit.value, edit.ends));
      if (Object.is(table.values[edit.index], edit.value)) return null;
      return spliceOf(bytes, start, end, utf8Bytes(style.value(edit.value, byteText(bytes.subarray(start, end)))));
    }
    case 'insert':
      return insertLine(document, edit.index, style.line(edit.name, edit.value, edit.ends ?? null), style.headerLines);
    case 'delete':
      return deleteLine(document, edit.index);
    case 'rename':
      if (table.names[edit.index] === edit.name) return null;
      return spliceOf(bytes, spans.nameStart[edit.index] ?? 0, spans.nameEnd[edit.index] ?? 0, utf8Bytes(edit.name));
    case 'header':
      throw new RangeError(t`Tables of this format have no header line to change.`);
  }
}

/** Number and ends of an entry; null when the line says so already. */
function setEnds({ bytes, spans }: TableDocument, index: number, change: (old: string) => string): Splice | null {
  const [start, end] = [spans.valueStart[index] ?? 0, spans.end[index] ?? 0];
  const old = byteText(bytes.subarray(start, end));
  const fresh = change(old);
  return fresh === old ? null : spliceOf(bytes, start, end, utf8Bytes(fresh));
}

/** A whole new line before entry `index`, or after the last one. Of a long file it looks only at the bytes it needs: many are inserted at once. */
function insertLine({ bytes, spans }: TableDocument, index: number, line: string, headerLines: number): Splice {
  const eol = lineEnd(byteText(bytes.subarray(0, bytes.indexOf(LINE_FEED) + 1)));
  const at = spans.start[index] ?? afterEntries(bytes, spans.end[index - 1], headerLines);
  const startsLine = at === bomLength(bytes) || bytes[at - 1] === LINE_FEED;
  return spliceOf(bytes, at, at, utf8Bytes(startsLine ? line + eol : eol + line));
}

/** The offset past the line of the last entry, or past the header lines where there is none. */
function afterEntries(bytes: Uint8Array, end: number | undefined, headerLines: number): number {
  const from = end ?? headerEnd(bytes, byteText(bytes), headerLines);
  return from + endOfLine(byteText(bytes.subarray(from, from + 2)), 0);
}

/** The entry's line with its line end; for a last line without one, the line end before it. Looks at no other bytes: many are deleted at once. */
function deleteLine({ bytes, spans }: TableDocument, index: number): Splice {
  const end = spans.end[index] ?? 0;
  const next = end + endOfLine(byteText(bytes.subarray(end, end + 2)), 0);
  const start = spans.start[index] ?? 0;
  const before = byteText(bytes.subarray(Math.max(0, start - 2), start));
  const lineEndBefore = next === end ? (/\r?\n$/.exec(before)?.[0].length ?? 0) : 0;
  return spliceOf(bytes, start - lineEndBefore, next, new Uint8Array());
}

/** Where the given number of lines with content ends, or the file before. */
function headerEnd(bytes: Uint8Array, text: string, headerLines: number): number {
  let end = bomLength(bytes);
  let left = headerLines;
  for (const line of linesOf(text, end)) {
    if (left === 0) break;
    end = line.end;
    if (text.slice(line.start, line.end).trim() !== '') left--;
  }
  return end;
}

/** The offset just past the line end at `end`. */
function endOfLine(text: string, end: number): number {
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
  return text[end] === '\n' ? end + 1 : end;
}
