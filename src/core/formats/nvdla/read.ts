import { printParseErrorCode, visit, type JSONVisitor } from 'jsonc-parser';
import { bomLength, byteText, sliceText } from '../../bytes/bytes.js';
import { finding, type Finding } from '../../findings/finding.js';
import { NO_HEADER } from '../../table/header.js';
import { dynamicRange, Q_MAX } from '../../table/quantization.js';
import type { EndPair } from '../../table/table.js';
import { endColumns } from '../endColumns.js';
import type { Reading } from '../format.js';
import { unquote } from '../json/jsonMembers.js';
import { literalValue, withoutNumberWords } from '../json/numberWords.js';
import { SpanBuilder } from '../spanBuilder.js';

/** The fields of an entry. nvdla_compiler reads the first three. */
export const NVDLA_FIELDS = ['scale', 'min', 'max', 'offset'] as const;

/** min and max further than this from ∓127 * scale (relatively) were meant to say something else. */
const RANGE_TOLERANCE = 1e-3;

const MARK =
  "The file begins with a byte order mark: nvdla_compiler's JSON parser skips none and stops at it. Save it without.";

interface Field {
  value: unknown;
  /** As the file writes it. */
  text: string;
  start: number;
  end: number;
}

/** A member of the top-level object while it is being read. */
interface Member {
  name: string;
  line: number;
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  isObject: boolean;
  fields: Map<string, Field>;
}

/** Reads an NVDLA table with each entry's position. Never throws on content: broken JSON is read as far as it goes. */
export function readNvdla(bytes: Uint8Array): Reading {
  return new Reader(bytes).read();
}

class Reader {
  readonly #offset: number;
  readonly #text: string;
  readonly #names: string[] = [];
  readonly #values: number[] = [];
  readonly #ends: (EndPair | undefined)[] = [];
  readonly #spans = new SpanBuilder();
  readonly #findings: Finding[] = [];
  #depth = 0;
  #member: Member | null = null;
  #field: string | null = null;
  /** The last line that is no JSON. */
  #brokenLine: number | null = null;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;

    this.#offset = bomLength(bytes);
    this.#text = byteText(bytes);
  }

  read(): Reading {
    const { text, words } = withoutNumberWords(this.#text.slice(this.#offset));
    if (this.#offset > 0) this.#findings.push(finding('reader-misreads', MARK, { line: 1 }, 'error'));
    visit(text, this.#visitor(text, words), { disallowComments: true });
    return {
      bytes: this.#bytes,
      table: {
        format: 'nvdla',
        quantity: 'scale',
        header: NO_HEADER,
        names: this.#names,
        values: Float64Array.from(this.#values),
        ...endColumns(this.#ends),
      },
      spans: this.#spans.build(),
      findings: this.#findings,
    };
  }

  #visitor(text: string, words: ReadonlyMap<number, number>): JSONVisitor {
    const open = (): void => {
      this.#depth++;
    };
    const close = (offset: number, length: number): void => {
      this.#depth--;
      // A comment without an end makes the last token one longer than the text.
      if (this.#depth === 1) this.#endMember(Math.min(offset + length, text.length));
    };
    return {
      onObjectBegin: (offset) => {
        if (this.#depth === 1 && this.#member) Object.assign(this.#member, { isObject: true, valueStart: offset });
        open();
      },
      onArrayBegin: open,
      onObjectEnd: close,
      onArrayEnd: close,
      onObjectProperty: (_, offset, length, line) => this.#takeProperty(offset, length, line),
      onLiteralValue: (value: unknown, offset, length) => {
        if (this.#depth === 2) this.#takeField(literalValue(words, offset, value), offset, length);
        if (this.#depth === 1) this.#endMember(offset + length);
      },
      onError: (code, _offset, _length, line) => this.#reportSyntax(printParseErrorCode(code), line + 1),
    };
  }

  /** One mistake often makes the parser complain several times; its first word on a line is enough. */
  #reportSyntax(code: string, line: number): void {
    if (this.#brokenLine === line) return;
    this.#brokenLine = line;
    this.#findings.push(
      finding('unreadable-line', `This is not valid JSON (${code}): nvdla_compiler will stop here.`, { line }),
    );
  }

  #takeProperty(offset: number, length: number, line: number): void {
    const [nameStart, nameEnd] = [this.#offset + offset, this.#offset + offset + length];
    const name = unquote(sliceText(this.#bytes, this.#text, nameStart, nameEnd));
    if (this.#depth === 1) {
      this.#member = { name, line: line + 1, nameStart, nameEnd, valueStart: 0, isObject: false, fields: new Map() };
    }
    this.#field = this.#depth === 2 ? name : null;
  }

  #takeField(value: unknown, offset: number, length: number): void {
    if (this.#field === null || !this.#member) return;
    const [start, end] = [this.#offset + offset, this.#offset + offset + length];
    if (!this.#member.fields.has(this.#field))
      this.#member.fields.set(this.#field, { value, text: this.#text.slice(start, end), start, end });
    this.#field = null;
  }

  #endMember(end: number): void {
    const member = this.#member;
    this.#member = null;
    if (!member) return;
    if (!member.isObject) {
      const message = `"${member.name}" is no entry: expected an object with "scale".`;
      this.#findings.push(finding('unreadable-line', message, { line: member.line }, 'warning'));
      return;
    }
    const { nameStart, nameEnd, line, fields } = member;
    const scale = fields.get('scale');
    const empty = this.#offset + member.valueStart + 1;
    const index = this.#names.push(member.name) - 1;
    this.#values.push(valueOf(fields));
    this.#ends.push(endsOf(fields));
    this.#spans.add({
      start: nameStart,
      end: this.#offset + end,
      nameStart,
      nameEnd,
      valueStart: scale?.start ?? empty,
      valueEnd: scale?.end ?? empty,
      line,
    });
    this.#findings.push(...entryFindings(fields, { entry: member.name, index, line }));
  }
}

/** The scale as nvdla_compiler takes it: `scale`, else the larger of |min| and |max| over 127, else NaN. */
function valueOf(fields: Map<string, Field>): number {
  if (fields.has('scale')) return numberIn(fields, 'scale');
  return Math.max(Math.abs(numberIn(fields, 'min')), Math.abs(numberIn(fields, 'max'))) / Q_MAX;
}

/** min and max where they are read, which is without a `scale`. */
function endsOf(fields: Map<string, Field>): EndPair | undefined {
  return fields.has('scale') ? undefined : [numberIn(fields, 'min'), numberIn(fields, 'max')];
}

function numberIn(fields: Map<string, Field>, key: string): number {
  const value = fields.get(key)?.value;
  return typeof value === 'number' ? value : NaN;
}

function entryFindings(fields: Map<string, Field>, place: { entry: string; index: number; line: number }): Finding[] {
  const findings = wordFindings(fields, place);
  findings.push(...(fields.has('scale') ? scaleFindings(fields, place) : noScaleFindings(fields, place)));
  const offset = fields.get('offset')?.value;
  if (offset !== undefined && offset !== 0) {
    const message = `"offset" is ${JSON.stringify(offset)}, but nvdla_compiler never reads it: quantization is symmetric.`;
    findings.push(finding('nvdla-offset', message, place));
  }
  return findings;
}

/** A number that JSON can't hold stops the whole file, wherever it stands. */
function wordFindings(fields: Map<string, Field>, place: { entry: string; index: number; line: number }): Finding[] {
  return [...fields].flatMap(([key, { value, text }]) => {
    if (typeof value !== 'number' || Number.isFinite(value)) return [];
    const message = `"${key}" is ${text}, which is no JSON number: nvdla_compiler's parser stops here.`;
    return [finding(key === 'scale' ? 'non-finite-scale' : 'nvdla-not-a-number', message, place)];
  });
}

function scaleFindings(fields: Map<string, Field>, place: { entry: string; index: number; line: number }): Finding[] {
  const scale = fields.get('scale')?.value;
  if (typeof scale !== 'number') {
    const message = `"scale" is ${JSON.stringify(scale)}, not a JSON number: nvdla_compiler will abort.`;
    return [finding('nvdla-not-a-number', message, place)];
  }
  const [min, max] = [fields.get('min')?.value ?? 0, fields.get('max')?.value ?? 0];
  // What is no JSON number has been said, and stops the parser before any of this.
  if (![scale, min, max].every((number) => Number.isFinite(number))) return [];
  if (typeof min !== 'number' || typeof max !== 'number' || (min === 0 && max === 0)) return [];
  const range = dynamicRange(Math.abs(scale));
  if (Math.abs(Math.max(Math.abs(min), Math.abs(max)) - range) <= RANGE_TOLERANCE * range) return [];
  const message = `"min" and "max" say ${min} … ${max}, but "scale" wins: nvdla_compiler uses ±${Number(range.toPrecision(6))}.`;
  return [finding('nvdla-min-max-ignored', message, place)];
}

function noScaleFindings(fields: Map<string, Field>, place: { entry: string; index: number; line: number }): Finding[] {
  const missing = ['min', 'max'].filter((key) => !fields.has(key));
  if (missing.length > 0) {
    const message = `No "scale", and no ${missing.map((key) => `"${key}"`).join(' or ')} to make one from: nvdla_compiler will abort.`;
    return [finding('nvdla-no-scale', message, place, 'error')];
  }
  const wrong = ['min', 'max'].find((key) => typeof fields.get(key)?.value !== 'number');
  if (wrong !== undefined) {
    const message = `"${wrong}" is ${JSON.stringify(fields.get(wrong)?.value)}, not a JSON number: nvdla_compiler will abort.`;
    return [finding('nvdla-not-a-number', message, place)];
  }
  const message =
    'No "scale": nvdla_compiler makes one from "min" and "max", but one of its maps keeps 0. Write "scale".';
  return [finding('nvdla-no-scale', message, place)];
}
