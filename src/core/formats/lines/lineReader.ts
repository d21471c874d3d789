/** Reading of files that keep one entry a line, for formats that differ only in how a line is cut. */
import { bomLength, byteText, isAscii, sliceText } from '../../bytes/bytes.js';
import { finding, type Finding } from '../../findings/finding.js';
import { NO_HEADER } from '../../table/header.js';
import type { EndPair, FormatId, Quantity } from '../../table/table.js';
import { endColumns } from '../endColumns.js';
import type { KeptPart, Reading } from '../format.js';
import { eachLine } from './lines.js';
import { SpanBuilder } from '../spanBuilder.js';

/** What one line is: an entry (offsets within the line), something kept apart, a finding, or nothing. */
export type LineMeaning =
  | {
      readonly kind: 'entry';
      readonly name: readonly [number, number];
      readonly value: readonly [number, number];
      /** Both ends of the range, where the line has them. */
      readonly ends?: EndPair;
    }
  | {
      readonly kind: 'kept';
      readonly part: string;
      readonly name: readonly [number, number];
      /** A part of the line, or words about it. */
      readonly text: string | readonly [number, number];
    }
  | { readonly kind: 'problem'; readonly message: string; readonly severity?: Finding['severity'] }
  | { readonly kind: 'nothing' };

export interface LineSpec {
  readonly format: FormatId;
  readonly quantity: Quantity;
  /** Called once a file, so that it can keep state from line to line. A line is one character a byte: `\s` would take the byte A0 of a letter for a space. */
  readonly reader: () => (raw: string) => LineMeaning;
}

/** A decimal number, as text formats write it. It fits any text in one way only, so that long lines are not tried in all of them. */
export const DECIMAL = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:inf|nan)`;

type KeptItem = KeptPart['items'][number];
type Kept = Map<string, KeptItem[]>;

/** Reads a file line by line. Never throws on content. */
export function readLines(bytes: Uint8Array, { format, quantity, reader }: LineSpec): Reading {
  const isPlain = isAscii(bytes);
  const text = byteText(bytes, isPlain);
  const names: string[] = [];
  const values: number[] = [];
  const ends: (EndPair | undefined)[] = [];
  const spans = new SpanBuilder();
  const findings: Finding[] = [];
  const kept: Kept = new Map();
  const meaningOf = reader();
  eachLine(text, bomLength(bytes), (start, end, number) => {
    const raw = text.slice(start, end);
    const meaning = meaningOf(raw);
    const part = (range: string | readonly [number, number]): string =>
      typeof range === 'string' ? range : sliceText(bytes, text, start + range[0], start + range[1]);
    if (meaning.kind === 'problem')
      findings.push(finding('unreadable-line', meaning.message, { line: number }, meaning.severity));
    if (meaning.kind === 'kept')
      keep(kept, meaning.part, { name: part(meaning.name), text: part(meaning.text), line: number });
    if (meaning.kind !== 'entry') return;
    const [nameStart, nameEnd] = [start + meaning.name[0], start + meaning.name[1]];
    const [valueStart, valueEnd] = [start + meaning.value[0], start + meaning.value[1]];
    names.push(isPlain ? text.slice(nameStart, nameEnd) : sliceText(bytes, text, nameStart, nameEnd));
    values.push(numberOf(text.slice(valueStart, valueEnd)));
    ends.push(meaning.ends);
    spans.add({ start, end, nameStart, nameEnd, valueStart, valueEnd, line: number });
  });
  return {
    bytes,
    findings,
    spans: spans.build(),
    table: { format, quantity, header: NO_HEADER, names, values: Float64Array.from(values), ...endColumns(ends) },
    kept: [...kept].map(([title, items]) => ({ title, items })),
  };
}

function keep(kept: Kept, part: string, item: KeptItem): void {
  const items = kept.get(part);
  if (items) items.push(item);
  else kept.set(part, [item]);
}

/** The entry that a pattern finds in a line; its groups `name` and `value` are the two parts. */
export function matchEntry(pattern: RegExp, raw: string): LineMeaning | null {
  const groups = pattern.exec(raw)?.indices?.groups;
  return groups?.['name'] && groups['value'] ? { kind: 'entry', name: groups['name'], value: groups['value'] } : null;
}

/** A decimal, or one of C's and Python's words for what is none. */
function numberOf(text: string): number {
  const word = text.toLowerCase().replace(/^\+/, '');
  if (word === 'inf' || word === '-inf') return word === 'inf' ? Infinity : -Infinity;
  return Number(text);
}
