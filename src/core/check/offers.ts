/** What a user may do about a finding: the certain fix, and changes that only who knows the network can decide on. */
import { bitsToHex, swapBytes } from '../bytes/float32.js';
import { utf8Bytes } from '../bytes/bytes.js';
import { joinSplices, spliceOf, type Splice } from '../bytes/splice.js';
import type { RuleId } from '../findings/catalogue.js';
import type { Finding } from '../findings/finding.js';
import type { TableDocument } from '../formats/format.js';
import { fixFindings } from './fixes.js';
import { t } from '../texts/translate.js';

/** A change that is offered, in words. */
export interface Offer {
  readonly title: string;
  readonly splice: Splice;
  /** Whether there is only one thing that the file can mean: nothing is lost by it. */
  readonly isCertain: boolean;
}

type Offering = (document: TableDocument, index: number) => readonly Omit<Offer, 'isCertain'>[];

const OFFERINGS: Partial<Record<RuleId, Offering>> = {
  'duplicate-name': dropDuplicate,
  'byte-swapped': swapEntry,
  'negative-scale': makePositive,
  'zero-scale': fromNeighbours,
  'non-finite-scale': fromNeighbours,
  'denormal-scale': fromNeighbours,
  'implausible-scale': fromNeighbours,
};

const CERTAIN_TITLES: Partial<Record<RuleId, string>> = {
  'hex-length': t`Pad with leading zeros to 8 digits`,
  'reader-misreads': t`Write it as its reader expects it`,
  'blank-around-name': t`Remove the blanks around the name`,
  'nvdla-no-scale': t`Write down the scale that "min" and "max" make`,
  'nvdla-not-a-number': t`Write the number without quotes`,
};

/** Everything that can be done about a finding, the certain fix first. Not for findings of another document. */
export function offersFor(document: TableDocument, item: Finding): readonly Offer[] {
  const fixed = fixFindings(document, [item]);
  const certain = fixed
    ? [{ title: CERTAIN_TITLES[item.rule] ?? t`Mend it`, splice: fixed.splice, isCertain: true }]
    : [];
  const { edit } = document.format;
  const offering = edit ? OFFERINGS[item.rule] : undefined;
  const others = item.index === null ? swapAll(document, item) : (offering?.(document, item.index) ?? []);
  return [...certain, ...others.map((offer) => ({ ...offer, isCertain: false }))];
}

function dropDuplicate(document: TableDocument, index: number): readonly Omit<Offer, 'isCertain'>[] {
  const { names } = document.table;
  const first = names.indexOf(names[index] ?? '');
  const line = document.spans.line[first];
  const where = line ? t`line ${line}` : t`entry ${first + 1}`;
  return [
    ...deletion(document, index, t`Remove this entry, keep the one in ${where}`),
    ...deletion(document, first, t`Remove the one in ${where}, keep this entry`),
  ];
}

function deletion(document: TableDocument, index: number, title: string): readonly Omit<Offer, 'isCertain'>[] {
  const splice = document.format.edit?.(document, { kind: 'delete', index });
  return splice ? [{ title, splice }] : [];
}

function swapEntry(document: TableDocument, index: number): readonly Omit<Offer, 'isCertain'>[] {
  const splice = swappedHex(document, index);
  return splice ? [{ title: t`Reverse the order of its four bytes`, splice }] : [];
}

/** About the whole file: every value of it. */
function swapAll(document: TableDocument, { rule }: Finding): readonly Omit<Offer, 'isCertain'>[] {
  if (rule !== 'byte-swapped') return [];
  const splices = document.table.names.flatMap((_, index) => swappedHex(document, index) ?? []);
  const splice = joinSplices(document.bytes, splices);
  return splice ? [{ title: t`Reverse the four bytes of all ${splices.length} scales`, splice }] : [];
}

function swappedHex({ bytes, spans, table }: TableDocument, index: number): Splice | null {
  const [start, end] = [spans.valueStart[index] ?? 0, spans.valueEnd[index] ?? 0];
  const stored = table.bits?.[index];
  return stored === undefined || end - start !== 8
    ? null
    : spliceOf(bytes, start, end, utf8Bytes(bitsToHex(swapBytes(stored))));
}

function makePositive(document: TableDocument, index: number): readonly Omit<Offer, 'isCertain'>[] {
  const value = document.table.values[index] ?? NaN;
  return value < 0 && value > -Infinity ? setting(document, index, -value, t`Make it positive`) : [];
}

/** Between the next usable entries before and after it, by their ratio: layers in a row have ranges of one order. */
function fromNeighbours(document: TableDocument, index: number): readonly Omit<Offer, 'isCertain'>[] {
  const { names } = document.table;
  const [before, after] = [usableFrom(document, index, -1), usableFrom(document, index, 1)];
  const values = [before, after].flatMap((at) => (at === null ? [] : [document.table.values[at] ?? NaN]));
  if (values.length === 0) return [];
  const mean = Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
  const value = document.format.storage === 'float32' ? Math.fround(mean) : Number(mean.toPrecision(8));
  const next = [before, after].flatMap((at) => (at === null ? [] : [`"${names[at] ?? ''}"`])).join(t` and `);
  return setting(document, index, value, t`Set it to ${Number(value.toPrecision(4))}, from its neighbours ${next}`);
}

function setting(
  document: TableDocument,
  index: number,
  value: number,
  title: string,
): readonly Omit<Offer, 'isCertain'>[] {
  const splice = document.format.edit?.(document, { kind: 'set', index, value });
  return splice ? [{ title, splice }] : [];
}

/** Neighbours further away than this say nothing. */
const FARTHEST = 20;
/** Smaller or larger numbers are no usable scales or ranges themselves. */
const [SMALLEST, LARGEST] = [1e-9, 1e6];

function usableFrom({ table: { values } }: TableDocument, index: number, step: 1 | -1): number | null {
  for (let at = index + step, i = 0; i < FARTHEST && at >= 0 && at < values.length; at += step, i++) {
    const value = Math.abs(values[at] ?? NaN);
    if (value > SMALLEST && value < LARGEST && (values[at] ?? NaN) > 0) return at;
  }
  return null;
}
