/** Adding and removing members of a JSON object whose members' places are known, in the layout of the file. */
import { byteText, utf8Bytes } from '../../bytes/bytes.js';
import { spliceOf, type Splice } from '../../bytes/splice.js';
import { parseTree } from 'jsonc-parser';
import type { EntrySpans } from '../format.js';
import { t } from '../../texts/translate.js';

/** White space between the parts of a JSON text. */
const SPACES: ReadonlySet<number> = new Set([...' \t\n\r'].map((char) => char.charCodeAt(0)));
const COMMA = 0x2c;

/** Puts a member before entry `index`, or after the last one. Throws RangeError when the file holds no object to put it in. */
export function insertJsonMember(bytes: Uint8Array, { start, end }: EntrySpans, index: number, member: string): Splice {
  const count = start.length;
  if (count === 0) return insertOnly(bytes, member);
  if (index < count) {
    const at = start[index] ?? 0;
    return spliceOf(
      bytes,
      at,
      at,
      utf8Bytes(`${member},${separatorSpace(bytes, at, count > 1 ? (start[Math.max(1, index)] ?? at) : at)}`),
    );
  }
  const at = end[count - 1] ?? 0;
  return spliceOf(bytes, at, at, utf8Bytes(`,${spaceBefore(bytes, start[count - 1] ?? 0)}${member}`));
}

/** The member, and the comma that its going makes one too many. */
export function removeJsonMember(bytes: Uint8Array, spans: EntrySpans, index: number): Splice {
  const [start, end] = [spans.start[index] ?? 0, spans.end[index] ?? 0];
  const after = skipSpace(bytes, end);
  if (bytes[after] === COMMA) return spliceOf(bytes, start, skipSpace(bytes, after + 1), new Uint8Array());
  const before = start - spaceBefore(bytes, start).length;
  return spliceOf(bytes, bytes[before - 1] === COMMA ? before - 1 : start, end, new Uint8Array());
}

/** The space that parts two members: of a one-line file the first member has none before it. */
function separatorSpace(bytes: Uint8Array, at: number, second: number): string {
  return spaceBefore(bytes, at) || spaceBefore(bytes, second);
}

function insertOnly(bytes: Uint8Array, member: string): Splice {
  const root = parseTree(byteText(bytes));
  if (root?.type !== 'object') throw new RangeError(t`The file holds no JSON object to add an entry to.`);
  const at = root.offset + 1;
  return spliceOf(bytes, at, at, utf8Bytes(`\n    ${member}${root.children?.length ? ',' : '\n'}`));
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (SPACES.has(bytes[at] ?? 0)) at++;
  return at;
}

/** The white space that stands right before an offset. */
function spaceBefore(bytes: Uint8Array, offset: number): string {
  let start = offset;
  while (SPACES.has(bytes[start - 1] ?? 0)) start--;
  return byteText(bytes.subarray(start, offset));
}

/** The text of a JSON string literal; what is no valid literal is returned as it stands. */
export function unquote(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.replace(/^"|"$/g, '');
  }
}
