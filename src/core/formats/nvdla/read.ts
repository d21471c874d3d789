import { printParseErrorCode, visit, type JSONVisitor } from 'jsonc-parser';
import { bomLength, byteText, sliceText } from '../../bytes/bytes.js';
import { finding, type Finding } from '../../findings/finding.js';
import { NO_HEADER } from '../../table/header.js';
import { Q_MAX } from '../../table/quantization.js';
import type { EndPair } from '../../table/table.js';
import { endColumns } from '../endColumns.js';
import type { Reading } from '../format.js';
import { unquote } from '../json/jsonMembers.js';
import { literalValue, withoutNumberWords } from '../json/numberWords.js';
import { scanStrict } from '../json/strictScanner.js';
import { SpanBuilder } from '../spanBuilder.js';
import { entryFindings, type Field } from './entryFindings.js';
import { t } from '../../texts/translate.js';

/** The fields of an entry. nvdla_compiler reads the first three. */
export const NVDLA_FIELDS = ['scale', 'min', 'max', 'offset'] as const;

const MARK = t`The file begins with a byte order mark: nvdla_compiler's JSON parser skips none and stops at it. Save it without.`;

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
  return readStrictNvdla(bytes) ?? readLooseNvdla(bytes);
}

/** The quick way, for JSON in its usual shape; null where it takes {@link readLooseNvdla}. Both read the same. */
export function readStrictNvdla(bytes: Uint8Array): Reading | null {
  return new Reader(bytes).readStrict();
}

/** The way for any bytes, by jsonc-parser. */
export function readLooseNvdla(bytes: Uint8Array): Reading {
  return new Reader(bytes).readLoose();
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
    if (this.#offset > 0) this.#findings.push(finding('reader-misreads', MARK, { line: 1 }, 'error'));
  }

  readStrict(): Reading | null {
    const isStrict = scanStrict(this.#text.slice(this.#offset), {
      onObjectBegin: (offset) => this.#openObject(offset),
      onObjectEnd: (offset, length) => this.#close(offset + length),
      onObjectProperty: (name, offset, length, line) => this.#takeProperty(name, offset, length, line),
      onLiteralValue: (value, offset, length) => this.#takeValue(value, offset, length),
    });
    return isStrict ? this.#reading() : null;
  }

  readLoose(): Reading {
    const { text, words } = withoutNumberWords(this.#text.slice(this.#offset));
    visit(text, this.#visitor(text, words), { disallowComments: true });
    return this.#reading();
  }

  #reading(): Reading {
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
    // A comment without an end makes the last token one longer than the text.
    const close = (offset: number, length: number): void => this.#close(Math.min(offset + length, text.length));
    return {
      onObjectBegin: (offset) => this.#openObject(offset),
      onArrayBegin: () => void this.#depth++,
      onObjectEnd: close,
      onArrayEnd: close,
      onObjectProperty: (_, offset, length, line) => this.#takeProperty(null, offset, length, line),
      onLiteralValue: (value: unknown, offset, length) =>
        this.#takeValue(literalValue(words, offset, value), offset, length),
      onError: (code, _offset, _length, line) => this.#reportSyntax(printParseErrorCode(code), line + 1),
    };
  }

  #openObject(offset: number): void {
    if (this.#depth === 1 && this.#member) {
      this.#member.isObject = true;
      this.#member.valueStart = offset;
    }
    this.#depth++;
  }

  #close(end: number): void {
    this.#depth--;
    if (this.#depth === 1) this.#endMember(end);
  }

  #takeValue(value: unknown, offset: number, length: number): void {
    if (this.#depth === 2) this.#takeField(value, offset, length);
    if (this.#depth === 1) this.#endMember(offset + length);
  }

  /** One mistake often makes the parser complain several times; its first word on a line is enough. */
  #reportSyntax(code: string, line: number): void {
    if (this.#brokenLine === line) return;
    this.#brokenLine = line;
    this.#findings.push(
      finding('unreadable-line', t`This is not valid JSON (${code}): nvdla_compiler will stop here.`, { line }),
    );
  }

  /** @param plain the name where it stands in the file as it is; null where it must be decoded */
  #takeProperty(plain: string | null, offset: number, length: number, line: number): void {
    const nameStart = this.#offset + offset;
    const nameEnd = nameStart + length;
    const name = plain ?? unquote(sliceText(this.#bytes, this.#text, nameStart, nameEnd));
    if (this.#depth === 1) {
      this.#member = { name, line: line + 1, nameStart, nameEnd, valueStart: 0, isObject: false, fields: new Map() };
    }
    this.#field = this.#depth === 2 ? name : null;
  }

  #takeField(value: unknown, offset: number, length: number): void {
    if (this.#field === null || !this.#member) return;
    const start = this.#offset + offset;
    const end = start + length;
    if (!this.#member.fields.has(this.#field)) this.#member.fields.set(this.#field, { value, start, end });
    this.#field = null;
  }

  #endMember(end: number): void {
    const member = this.#member;
    this.#member = null;
    if (!member) return;
    if (!member.isObject) {
      const message = t`"${member.name}" is no entry: expected an object with "scale".`;
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
    const place = { entry: member.name, index, line };
    this.#findings.push(...entryFindings(fields, place, this.#text));
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
