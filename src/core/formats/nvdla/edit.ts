import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { byteText, utf8Bytes } from '../../bytes/bytes.js';
import { shortestDecimal } from '../../bytes/float64.js';
import { spliceOf, type Splice } from '../../bytes/splice.js';
import { checkIndex } from '../checkIndex.js';
import type { Edit, TableDocument } from '../format.js';
import { insertJsonMember, removeJsonMember } from '../json/jsonMembers.js';
import { withoutNumberWords } from '../json/numberWords.js';
import { t } from '../../texts/translate.js';

/** The splice for an edit of an NVDLA table: only the bytes of that entry, laid out like its neighbour. */
export function editNvdla(document: TableDocument, edit: Edit): Splice | null {
  const { bytes, table, spans } = document;
  checkIndex(edit, table.names.length);
  switch (edit.kind) {
    case 'set':
      return setValue(document, edit.index, edit.value);
    case 'insert':
      return insertMember(document, edit.index, edit.name, edit.value);
    case 'delete':
      return removeJsonMember(bytes, spans, edit.index);
    case 'rename':
      if (table.names[edit.index] === edit.name) return null;
      return spliceOf(
        bytes,
        spans.nameStart[edit.index] ?? 0,
        spans.nameEnd[edit.index] ?? 0,
        utf8Bytes(JSON.stringify(edit.name)),
      );
    case 'header':
      throw new RangeError(t`An NVDLA table has no header.`);
  }
}

/** Puts the number in the place of the old one; an entry without `scale` gets the field as its first. */
function setValue({ bytes, table, spans }: TableDocument, index: number, value: number): Splice | null {
  const [start, end] = [spans.valueStart[index] ?? 0, spans.valueEnd[index] ?? 0];
  const number = shortestDecimal(value);
  if (end > start) return table.values[index] === value ? null : spliceOf(bytes, start, end, utf8Bytes(number));
  const rest = byteText(bytes.subarray(start, spans.end[index] ?? start));
  const space = /^\s*/.exec(rest)?.[0] ?? '';
  const comma = rest.trim() === '}' ? '' : ',';
  return spliceOf(bytes, start, start, utf8Bytes(`${space}"scale": ${number}${comma}`));
}

function insertMember(document: TableDocument, index: number, name: string, value: number): Splice {
  const { bytes, spans } = document;
  const neighbour = Math.min(index, spans.start.length - 1);
  return insertJsonMember(bytes, spans, index, `${JSON.stringify(name)}: ${bodyLike(document, neighbour, value)}`);
}

/** An entry's value in the layout of entry `index`: its numbers give way to the scale and to zeros. */
function bodyLike({ bytes, spans }: TableDocument, index: number, value: number): string {
  const { text } = withoutNumberWords(byteText(bytes.subarray(spans.start[index] ?? 0, spans.end[index] ?? 0)));
  const members = parseTree(`{${text}}`)?.children?.[0]?.children?.[1];
  const numbers = members?.children?.map((property) => property.children?.[1]) ?? [];
  const usable = members && findNodeAtLocation(members, ['scale']) && numbers.every((node) => node?.type === 'number');
  if (!usable) return `{ "scale": ${shortestDecimal(value)}, "min": 0, "max": 0, "offset": 0 }`;
  return replaceNumbers(`{${text}}`, members, value);
}

function replaceNumbers(text: string, members: Node, value: number): string {
  let result = '';
  let from = members.offset;
  for (const property of members.children ?? []) {
    const [key, number] = property.children ?? [];
    if (!number) continue;
    result += text.slice(from, number.offset) + (key?.value === 'scale' ? shortestDecimal(value) : '0');
    from = number.offset + number.length;
  }
  return result + text.slice(from, members.offset + members.length);
}
