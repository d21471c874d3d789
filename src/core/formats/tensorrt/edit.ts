import { bomLength, byteText, utf8Bytes } from '../../bytes/bytes.js';
import { bitsToHex, floatToBits } from '../../bytes/float32.js';
import { spliceOf, type Splice } from '../../bytes/splice.js';
import type { Edit, TableDocument } from '../format.js';
import { editLine, type LineStyle } from '../lines/lineEdits.js';
import { firstContentLine, lineEnd } from '../lines/lines.js';

const STYLE: LineStyle = {
  value: (value, old) => inCaseOf(old, bitsToHex(floatToBits(value))),
  line: (name, value) => `${name}: ${bitsToHex(floatToBits(value))}`,
  headerLines: 1,
};

/** The splice for an edit of a cache: only the bytes of that entry, in the style of the file. */
export function editTensorrt(document: TableDocument, edit: Edit): Splice | null {
  if (edit.kind === 'header') return setHeader(document, edit.raw);
  const isSame = edit.kind === 'set' && document.table.bits?.[edit.index] === floatToBits(edit.value);
  return isSame ? null : editLine(document, edit, STYLE);
}

/** Hex in capital letters where the old digits were. */
function inCaseOf(old: string, hex: string): string {
  return /[A-F]/.test(old) && !/[a-f]/.test(old) ? hex.toUpperCase() : hex;
}

function setHeader({ bytes, table }: TableDocument, raw: string): Splice | null {
  if (table.header.raw === raw) return null;
  const line = table.header.raw === null ? null : firstContentLine(bytes);
  if (line) return spliceOf(bytes, line.start, line.end, utf8Bytes(raw));
  const start = bomLength(bytes);
  return spliceOf(bytes, start, start, utf8Bytes(raw + lineEnd(byteText(bytes))));
}
