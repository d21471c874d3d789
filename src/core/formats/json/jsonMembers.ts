/** Adding and removing members of a JSON object whose members' places are known, in the layout of the file. */
import { utf8Bytes } from '../../bytes/bytes.js';
import { spliceOf, type Splice } from '../../bytes/splice.js';
import { parseTree } from 'jsonc-parser';
import type { EntrySpans } from '../format.js';

const SPACE = /\s/;

/** Puts a member before entry `index`, or after the last one. Throws RangeError when the file holds no object to put it in. */
export function insertJsonMember(
  bytes: Uint8Array,
  text: string,
  { start, end }: EntrySpans,
  index: number,
  member: string,
): Splice {
  const count = start.length;
  if (count === 0) return insertOnly(bytes, text, member);
  if (index < count) {
    const at = start[index] ?? 0;
    return spliceOf(
      bytes,
      at,
      at,
      utf8Bytes(`${member},${separatorSpace(text, at, count > 1 ? (start[Math.max(1, index)] ?? at) : at)}`),
    );
  }
  const at = end[count - 1] ?? 0;
  return spliceOf(bytes, at, at, utf8Bytes(`,${spaceBefore(text, start[count - 1] ?? 0)}${member}`));
}

/** The member, and the comma that its going makes one too many. */
export function removeJsonMember(bytes: Uint8Array, text: string, spans: EntrySpans, index: number): Splice {
  const [start, end] = [spans.start[index] ?? 0, spans.end[index] ?? 0];
  const after = skipSpace(text, end);
  if (text[after] === ',') return spliceOf(bytes, start, skipSpace(text, after + 1), new Uint8Array());
  const before = start - spaceBefore(text, start).length;
  return spliceOf(bytes, text[before - 1] === ',' ? before - 1 : start, end, new Uint8Array());
}

/** The space that parts two members: of a one-line file the first member has none before it. */
function separatorSpace(text: string, at: number, second: number): string {
  return spaceBefore(text, at) || spaceBefore(text, second);
}

function insertOnly(bytes: Uint8Array, text: string, member: string): Splice {
  const root = parseTree(text);
  if (root?.type !== 'object') throw new RangeError('The file holds no JSON object to add an entry to.');
  const at = root.offset + 1;
  return spliceOf(bytes, at, at, utf8Bytes(`\n    ${member}${root.children?.length ? ',' : '\n'}`));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text[at] ?? '')) at++;
  return at;
}

/** The white space that stands right before an offset. */
function spaceBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && SPACE.test(text[start - 1] ?? '')) start--;
  return text.slice(start, offset);
}

/** The text of a JSON string literal; what is no valid literal is returned as it stands. */
export function unquote(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.replace(/^"|"$/g, '');
  }
}
