/** Fixes for findings, where there is only one thing that the file can mean and writing it down loses nothing. */
import { bomLength, byteText, utf8Bytes } from '../bytes/bytes.js';
import type { TableDocument } from '../formats/format.js';
import { joinSplices, spliceOf, type Splice } from '../bytes/splice.js';
import type { RuleId } from '../findings/catalogue.js';
import type { Finding } from '../findings/finding.js';

/** The splice that fixes entry `index`, or null where this finding has no certain fix. */
type Fix = (document: TableDocument, index: number) => Splice | null;

/** A rule that is missing here has no fix that is certain: which header, which of two entries, which sign? */
const FIXES: Partial<Record<RuleId, Fix>> = {
  'hex-length': padHex,
  'reader-misreads': plainSeparator,
  'blank-around-name': trimName,
  'nvdla-no-scale': writeScale,
  'nvdla-not-a-number': unquoteScale,
};

/** What a finding about the file is fixed by. */
const FILE_FIXES: Partial<Record<RuleId, (document: TableDocument) => Splice | null>> = {
  'reader-misreads': withoutMark,
};

export interface Fixed {
  readonly splice: Splice;
  /** The findings that the splice makes go away. */
  readonly findings: readonly Finding[];
}

/** Rules of which some findings can be fixed. */
export const FIXABLE_RULES = Object.keys(FIXES) as RuleId[];

/** One splice with the fixes of all findings that have one; null when there is none. */
export function fixFindings(document: TableDocument, findings: readonly Finding[]): Fixed | null {
  const fixed: Finding[] = [];
  const splices: Splice[] = [];
  for (const item of findings) {
    const splice = fixOf(document, item);
    if (!splice) continue;
    fixed.push(item);
    splices.push(splice);
  }
  const splice = joinSplices(document.bytes, splices);
  return splice && { splice, findings: fixed };
}

function fixOf(document: TableDocument, { rule, index }: Finding): Splice | null {
  return (index === null ? FILE_FIXES[rule]?.(document) : FIXES[rule]?.(document, index)) ?? null;
}

/** NVDLA's reader stops at a byte order mark, and nothing is lost with it. */
function withoutMark({ bytes, table }: TableDocument): Splice | null {
  const length = bomLength(bytes);
  return table.format === 'nvdla' && length > 0 ? spliceOf(bytes, 0, length, new Uint8Array()) : null;
}

/** Leading zeros up to 8 digits: the reader takes them for granted anyway. */
function padHex({ bytes, spans }: TableDocument, index: number): Splice | null {
  const start = spans.valueStart[index] ?? 0;
  const missing = 8 - ((spans.valueEnd[index] ?? 0) - start);
  return missing > 0 ? spliceOf(bytes, start, start, utf8Bytes('0'.repeat(missing))) : null;
}

/** What stands between name and digits, as TensorRT writes it. The name's own bytes stay, and so do the digits. */
function plainSeparator({ bytes, spans, table }: TableDocument, index: number): Splice | null {
  if (table.format !== 'tensorrt') return null;
  return spliceOf(bytes, spans.nameEnd[index] ?? 0, spans.valueStart[index] ?? 0, utf8Bytes(': '));
}

/** The name without the blanks, unless another entry has it. */
function trimName(document: TableDocument, index: number): Splice | null {
  const { bytes, spans, table } = document;
  const name = table.names[index] ?? '';
  const trimmed = withoutBlanks(name);
  if (trimmed === '' || (trimmedCounts(document).get(trimmed) ?? 0) > 1) return null;
  const before = name.indexOf(trimmed);
  const [start, end] = [spans.nameStart[index] ?? 0, spans.nameEnd[index] ?? 0];
  const after = name.length - trimmed.length - before;
  return spliceOf(bytes, start, end, bytes.slice(start + before, end - after));
}

const countsOf = new WeakMap<TableDocument, Map<string, number>>();

/** How many entries have each name, blanks around it aside; counted once a document. */
function trimmedCounts(document: TableDocument): Map<string, number> {
  const known = countsOf.get(document);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const name of document.table.names) counts.set(withoutBlanks(name), (counts.get(withoutBlanks(name)) ?? 0) + 1);
  countsOf.set(document, counts);
  return counts;
}

function withoutBlanks(name: string): string {
  return name.replace(/^[ \t]+|[ \t]+$/g, '');
}

/** The scale that nvdla_compiler makes from min and max, written down. */
function writeScale(document: TableDocument, index: number): Splice | null {
  const scale = document.table.values[index] ?? NaN;
  return scale > 0 && scale < Infinity
    ? (document.format.edit?.(document, { kind: 'set', index, value: scale }) ?? null)
    : null;
}

/** A decimal number in quotes, without them. */
function unquoteScale({ bytes, spans }: TableDocument, index: number): Splice | null {
  const [start, end] = [spans.valueStart[index] ?? 0, spans.valueEnd[index] ?? 0];
  const number = /^"(\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)"$/.exec(byteText(bytes.subarray(start, end)))?.[1];
  return number === undefined || /^0\d/.test(number) ? null : spliceOf(bytes, start, end, utf8Bytes(number));
}
