import { bomLength, byteText, utf8Bytes } from '../bytes.js';
import { bitsToHex, floatToBits } from '../float32.js';
import { spliceOf, type Splice } from '../splice.js';
import { checkIndex } from './edits.js';
import type { Edit, TableDocument } from './format.js';
import { lineEnd, linesOf, type Line } from './lines.js';

/** The splice for an edit of a cache: only the bytes of that entry, in the style of the file. */
export function editTensorrt(document: TableDocument, edit: Edit): Splice | null {
  const { table, spans } = document;
  checkIndex(edit, table.names.length);
  switch (edit.kind) {
    case 'set': return setValue(document, edit.index, edit.value);
    case 'insert': return insertLine(document, edit.index, `${edit.name}: ${bitsToHex(floatToBits(edit.value))}`);
    case 'delete': return deleteLine(document, edit.index);
    case 'rename':
      if (table.names[edit.index] === edit.name) return null;
      return spliceOf(document.bytes, spans.nameStart[edit.index] ?? 0, spans.nameEnd[edit.index] ?? 0, utf8Bytes(edit.name));
    case 'header': return setHeader(document, edit.raw);
  }
}

/** New digits in the place of the old; a `0x` before them and capital letters stay. */
function setValue({ bytes, table, spans }: TableDocument, index: number, value: number): Splice | null {
  const bits = floatToBits(value);
  if (table.bits?.[index] === bits) return null;
  const [start, end] = [spans.valueStart[index] ?? 0, spans.valueEnd[index] ?? 0];
  const old = byteText(bytes.subarray(start, end));
  const capitals = /[A-F]/.test(old) && !/[a-f]/.test(old);
  const hex = bitsToHex(bits);
  return spliceOf(bytes, start, end, utf8Bytes(capitals ? hex.toUpperCase() : hex));
}

/** A whole new line before entry `index`, or after the last one. */
function insertLine({ bytes, spans }: TableDocument, index: number, line: string): Splice {
  const text = byteText(bytes);
  const eol = lineEnd(text);
  const before = spans.start[index];
  const at = before ?? endOfLine(text, spans.end[index - 1] ?? firstLine(bytes, text)?.end ?? text.length);
  const startsLine = at === bomLength(bytes) || text[at - 1] === '\n';
  return spliceOf(bytes, at, at, utf8Bytes(startsLine ? line + eol : eol + line));
}

/** The entry's line with its line end; for a last line without one, the line end before it. */
function deleteLine({ bytes, spans }: TableDocument, index: number): Splice {
  const text = byteText(bytes);
  const end = spans.end[index] ?? 0;
  const next = endOfLine(text, end);
  let start = spans.start[index] ?? 0;
  if (next === end && text[start - 1] === '\n') start -= text[start - 2] === '\r' ? 2 : 1;
  return spliceOf(bytes, start, next, new Uint8Array());
}

function setHeader({ bytes, table }: TableDocument, raw: string): Splice | null {
  if (table.header.raw === raw) return null;
  const text = byteText(bytes);
  const line = table.header.raw === null ? undefined : firstLine(bytes, text);
  if (line) return spliceOf(bytes, line.start, line.end, utf8Bytes(raw));
  const start = bomLength(bytes);
  return spliceOf(bytes, start, start, utf8Bytes(raw + lineEnd(text)));
}

/** The first line with content: the header, in a file that has one. */
function firstLine(bytes: Uint8Array, text: string): Line | undefined {
  for (const line of linesOf(text, bomLength(bytes))) {
    if (text.slice(line.start, line.end).trim() !== '') return line;
  }
  return undefined;
}

/** The offset just past the line end at `end`. */
function endOfLine(text: string, end: number): number {
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
  return text[end] === '\n' ? end + 1 : end;
}
