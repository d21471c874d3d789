/** Reading the members that a splice touches, for files that are one JSON object of entries. */
import { utf8Bytes } from '../../bytes/bytes.js';
import { applySplice, type Splice } from '../../bytes/splice.js';
import type { Patch, Reading, TableDocument } from '../format.js';
import { countBelow, lineFeeds } from '../update/lookUp.js';

const [OPEN, CLOSE] = [utf8Bytes('{'), utf8Bytes('}')];
const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

/**
 * The patch for the members around a splice; null where the file or the members are no clean JSON, whose reading
 * depends on what stands around them.
 * @param read reads an object of such members; null where it depends on others
 */
export function patchMembers(
  { bytes, spans, findings }: TableDocument,
  splice: Splice,
  read: (bytes: Uint8Array) => Reading | null,
): Patch | null {
  const from = countBelow(spans.start, splice.offset + 1) - 1;
  const last = countBelow(spans.end, splice.offset + splice.removed.length);
  const [start, end] = [spans.start[from], spans.end[last]];
  if (start === undefined || end === undefined || !isClean(findings)) return null;
  const before = bytes.subarray(start, end);
  const after = applySplice(before, { ...splice, offset: splice.offset - start });
  // How a lone carriage return counts is the reader's own affair.
  if (hasLoneReturn(before) || hasLoneReturn(after)) return null;
  const reading = read(object(before)) && read(object(after));
  if (!reading || reading.table.names.length === 0 || !isClean(reading.findings)) return null;
  return {
    start,
    origin: start - OPEN.length,
    from,
    to: last + 1,
    reading,
    line: spans.line[from] ?? 0,
    nextLine: null,
    lineShift: lineFeeds(after) - lineFeeds(before),
  };
}

/** Only what is wrong with the file itself, or with a member that is no entry, is about no entry. */
function isClean(findings: Reading['findings']): boolean {
  return findings.every(({ index, rule }) => index !== null || rule !== 'unreadable-line');
}

function hasLoneReturn(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(CARRIAGE_RETURN);
  while (at >= 0 && bytes[at + 1] === LINE_FEED) at = bytes.indexOf(CARRIAGE_RETURN, at + 1);
  return at >= 0;
}

function object(members: Uint8Array): Uint8Array {
  const result = new Uint8Array(OPEN.length + members.length + CLOSE.length);
  result.set(OPEN);
  result.set(members, OPEN.length);
  result.set(CLOSE, OPEN.length + members.length);
  return result;
}
