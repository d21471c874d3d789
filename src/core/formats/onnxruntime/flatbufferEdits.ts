/**
 * Edits of a table in FlatBuffers. Another text takes the place of the old one where there is room, with the zeros that fill it
 * up to a multiple of four, or is put behind the end of the file: offsets lead forward only, and all others stay as they are.
 * Where entries come or go, the file is built anew, with all other texts as they were.
 */
import { utf8Bytes } from '../../bytes/bytes.js';
import { shortestDecimal } from '../../bytes/float64.js';
import { joinBytes, spliceBetween, type Splice } from '../../bytes/splice.js';
import { t } from '../../texts/translate.js';
import { checkIndex } from '../checkIndex.js';
import type { Edit, TableDocument } from '../format.js';
import { buildPairs, fieldFinder, pairAt, type FieldFinder, type Pair } from './flatbufferPairs.js';
import { changedPairs } from './flatbufferPatch.js';

/** Another text of a pair. */
interface NewText {
  readonly index: number;
  readonly field: keyof Pair;
  readonly text: string;
}

/** The splice of edits, each of the document as it is; null where it says all that. Throws RangeError for an index out of bounds, for a header, and for a broken file. */
export function editPairs(document: TableDocument, edits: readonly Edit[]): Splice | null {
  edits.forEach((edit) => checkIndex(edit, document.table.names.length));
  const fieldOf = fieldFinder(document.bytes);
  const texts = edits.flatMap((edit) => newText(document, edit));
  const moves = edits.filter(({ kind }) => kind === 'insert' || kind === 'delete');
  if (texts.length + moves.length === 0) return null;
  const after = (moves.length === 0 && inPlace(document, texts, fieldOf)) || builtAnew(document, texts, moves);
  return spliceBetween(document.bytes, after);
}

function newText({ table: { names, values } }: TableDocument, edit: Edit): NewText[] {
  if (edit.kind === 'header') throw new RangeError(t`An onnxruntime table has no header.`);
  if (edit.kind === 'set' && values[edit.index] !== edit.value)
    return [{ index: edit.index, field: 'value', text: shortestDecimal(edit.value) }];
  if (edit.kind === 'rename' && names[edit.index] !== edit.name)
    return [{ index: edit.index, field: 'key', text: edit.name }];
  return [];
}

/** The file with the texts in it; null where that is no matter of theirs alone, such as in a file whose pairs share texts. */
function inPlace(document: TableDocument, texts: readonly NewText[], fieldOf: FieldFinder): Uint8Array | null {
  const { spans } = document;
  const bytes = new Uint8Array(document.bytes);
  const behind: Uint8Array[] = [bytes, new Uint8Array(zerosTo4(bytes.length))];
  let end = bytes.length + zerosTo4(bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const { index, field, text } of texts) {
    const at = fieldOf(index, field);
    if (at === 0 || at + 4 > bytes.length) return null;
    const fresh = lengthAndText(text);
    const [first, last] = field === 'key' ? [spans.nameStart, spans.nameEnd] : [spans.valueStart, spans.valueEnd];
    const [start, roomEnd] = [(first[index] ?? 0) - 4, endOfRoom(bytes, last[index] ?? 0)];
    if (start + fresh.length <= roomEnd) {
      bytes.set(fresh, start);
      bytes.fill(0, start + fresh.length, roomEnd);
    } else {
      view.setUint32(at, end - at, true);
      behind.push(fresh);
      end += fresh.length;
    }
  }
  const after = behind.length > 2 ? joinBytes(behind) : bytes;
  return saysNoMore(document, texts, after) ? after : null;
}

/** Whether bytes say the new texts and otherwise what they said. */
function saysNoMore(document: TableDocument, texts: readonly NewText[], after: Uint8Array): boolean {
  const found = changedPairs(document, after);
  if (!found) return false;
  const meant = newPairs(document, texts);
  return [...new Set([...found.changed, ...meant.keys()])].every((index) => {
    const [is, wanted] = [pairAt(after, found.places, index), meant.get(index)];
    return is.key === wanted?.key && is.value === wanted.value;
  });
}

/** A string of FlatBuffers: its length, its bytes, NUL, and zeros up to a multiple of four. */
function lengthAndText(text: string): Uint8Array {
  const bytes = utf8Bytes(text);
  const result = new Uint8Array(4 + bytes.length + 1 + zerosTo4(bytes.length + 1));
  new DataView(result.buffer).setUint32(0, bytes.length, true);
  result.set(bytes, 4);
  return result;
}

/** Where the zeros end that stand behind a text up to the next multiple of four: what else stands there is not its own. */
function endOfRoom(bytes: Uint8Array, textEnd: number): number {
  const most = textEnd + 1 + zerosTo4(textEnd + 1);
  let end = textEnd;
  while (end < most && bytes[end] === 0) end++;
  return end;
}

function zerosTo4(length: number): number {
  return (4 - (length % 4)) % 4;
}

/** The pairs that get another text, by their indices. */
function newPairs({ bytes, spans }: TableDocument, texts: readonly NewText[]): ReadonlyMap<number, Pair> {
  const pairs = new Map<number, Pair>();
  for (const { index, field, text } of texts)
    pairs.set(index, { ...(pairs.get(index) ?? pairAt(bytes, spans, index)), [field]: text });
  return pairs;
}

function builtAnew(document: TableDocument, texts: readonly NewText[], moves: readonly Edit[]): Uint8Array {
  const { bytes, spans } = document;
  const meant = newPairs(document, texts);
  const all = Array.from(spans.start, (_, index) => meant.get(index) ?? pairAt(bytes, spans, index));
  // From the last on, so that an index means what it meant; of entries for one place, the last goes in first.
  for (const edit of [...moves].reverse().sort((a, b) => indexOf(b) - indexOf(a))) {
    if (edit.kind === 'insert') all.splice(edit.index, 0, { key: edit.name, value: shortestDecimal(edit.value) });
    else if (edit.kind === 'delete') all.splice(edit.index, 1);
  }
  return buildPairs(all);
}

function indexOf(edit: Edit): number {
  return 'index' in edit ? edit.index : 0;
}
