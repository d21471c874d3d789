import { bomLength, byteText, isAscii, sliceText } from '../../bytes/bytes.js';
import { finding, type Finding } from '../../findings/finding.js';
import { ALGORITHMS, NO_HEADER, parseHeader, type TableHeader } from '../../table/header.js';
import { valuesFromBits } from '../../table/table.js';
import type { Reading } from '../format.js';
import { eachLine, type Line } from '../lines/lines.js';
import { SpanBuilder } from '../spanBuilder.js';
import { hexBits } from './hexBits.js';
import { t } from '../../texts/translate.js';

const [BLANK, COLON] = [0x20, 0x3a];
const VALUE = /^(?:0x)?([0-9a-f]+)$/i;
/** What may follow the last colon of an entry. */
const ENTRY_END = /^[ \t]*(?:0x)?([0-9a-f]{1,8})[ \t]*\r?$/i;

/** Whether a line reads as an entry: anything, the last colon, hex digits. */
export function isEntryLine(line: string): boolean {
  return digitsOf(line) > 0;
}

/** Whether a line reads as an entry with all 8 digits. */
export function isFullEntryLine(line: string): boolean {
  return digitsOf(line) === 8;
}

/** How many hex digits an entry has; 0 for a line that is none. Only what follows the last colon is matched: a pattern for the whole line would try every colon and blank of it. */
function digitsOf(line: string): number {
  const colon = line.lastIndexOf(':');
  const digits = colon < 0 ? undefined : ENTRY_END.exec(line.slice(colon + 1))?.[1];
  return digits !== undefined && line.slice(0, colon).trim() !== '' ? digits.length : 0;
}

/** What stands behind the name in the lines that TensorRT writes: a colon, a blank, 8 digits. */
const USUAL_TAIL = 10;

/**
 * Reads a cache; every line ends as header, entry, blank or finding. Never throws on content.
 * @param seenContent true for lines from the middle of a file, none of which can be the header
 */
export function readTensorrt(bytes: Uint8Array, seenContent = false): Reading {
  return new Reader(bytes, seenContent).read();
}

/** State of one reading: the columns so far. */
class Reader {
  readonly #text: string;
  readonly #names: string[] = [];
  readonly #bits: number[] = [];
  readonly #spans = new SpanBuilder();
  readonly #findings: Finding[] = [];
  #header: TableHeader = NO_HEADER;
  #seenContent: boolean;
  readonly #bytes: Uint8Array;
  /** Names need no decoding then. */
  readonly #isAscii: boolean;

  constructor(bytes: Uint8Array, seenContent: boolean) {
    this.#bytes = bytes;
    this.#seenContent = seenContent;
    this.#isAscii = isAscii(bytes);
    this.#text = byteText(bytes, this.#isAscii);
  }

  read(): Reading {
    eachLine(this.#text, bomLength(this.#bytes), (start, end, number) => {
      if (!this.#seenContent || !this.#takeUsual(start, end, number)) this.#takeLine({ start, end, number });
    });
    const bits = Uint32Array.from(this.#bits);
    return {
      bytes: this.#bytes,
      table: {
        format: 'tensorrt',
        quantity: 'scale',
        header: this.#header,
        names: this.#names,
        values: valuesFromBits(bits),
        bits,
      },
      spans: this.#spans.build(),
      findings: this.#findings,
    };
  }

  /** The short way for a line as TensorRT writes it; false for any other. */
  #takeUsual(start: number, end: number, line: number): boolean {
    const nameEnd = end - USUAL_TAIL;
    const bytes = this.#bytes;
    if (nameEnd <= start || bytes[nameEnd] !== COLON || bytes[nameEnd + 1] !== BLANK) return false;
    const bits = hexBits(bytes, end - 8);
    if (bits < 0 || (bytes[start] ?? 0) <= BLANK || !this.#isAscii) return false;
    this.#names.push(this.#text.slice(start, nameEnd));
    this.#bits.push(bits);
    this.#spans.add({ start, end, nameStart: start, nameEnd, valueStart: end - 8, valueEnd: end, line });
    return true;
  }

  #takeLine(line: Line): void {
    const raw = this.#text.slice(line.start, line.end);
    if (raw.trim() === '') return;
    const isFirst = !this.#seenContent;
    this.#seenContent = true;
    if (isFirst && this.#takeHeader(raw, line)) return;
    this.#takeEntry(raw, line);
  }

  /** Line 1 is the header unless it reads as an entry. */
  #takeHeader(raw: string, line: Line): boolean {
    const header = parseHeader(sliceText(this.#bytes, this.#text, line.start, line.end));
    if (header.kind === 'unknown' && isEntryLine(raw)) {
      this.#report(
        'missing-header',
        t`The file has no header line; TensorRT expects one like "TRT-8601-EntropyCalibration2".`,
        line,
      );
      return false;
    }
    this.#header = header;
    const problem = headerProblem(header, shorten(raw));
    if (problem !== null) this.#report('unknown-header', problem, line);
    return true;
  }

  #takeEntry(raw: string, line: Line): void {
    const colon = raw.lastIndexOf(':');
    if (colon < 0 || raw.slice(0, colon).trim() === '') {
      return this.#report('unreadable-line', t`"${shorten(raw)}" is no entry: expected "name: hex".`, line);
    }
    const value = raw.slice(colon + 1).trim();
    const digits = VALUE.exec(value)?.[1];
    if (digits === undefined) {
      return this.#report(
        'unreadable-line',
        t`"${shorten(value)}" is no hex number: expected the 8 digits of a float32.`,
        line,
      );
    }
    if (digits.length > 8) {
      const message = t`"${shorten(digits)}" has ${digits.length} hex digits; a float32 has 8. The line is kept and not read.`;
      return this.#report('hex-length', message, line, 'error');
    }
    this.#addEntry(line, colon, value, digits);
  }

  #addEntry(line: Line, colon: number, value: string, digits: string): void {
    const nameEnd = line.start + colon;
    const index = this.#names.length;
    const entry = sliceText(this.#bytes, this.#text, line.start, nameEnd);
    const valueEnd = this.#text.indexOf(value, nameEnd + 1) + value.length;
    this.#names.push(entry);
    this.#bits.push(parseInt(digits, 16));
    this.#spans.add({
      start: line.start,
      end: line.end,
      nameStart: line.start,
      nameEnd,
      valueStart: valueEnd - digits.length,
      valueEnd,
      line: line.number,
    });
    const misread = misreading(this.#text.slice(nameEnd, line.end), digits);
    if (misread !== null) this.#findings.push(finding('reader-misreads', misread, { entry, index, line: line.number }));
    // A bare 0 is how several writers put a constant; it gets its own finding as a zero scale.
    if (digits.length < 8 && digits !== '0') {
      const message = t`"${digits}" has ${digits.length} hex digits; read with leading zeros as ${digits.padStart(8, '0')}.`;
      this.#findings.push(finding('hex-length', message, { entry, index, line: line.number }));
    }
  }

  #report(rule: Finding['rule'], message: string, line: Line, severity?: Finding['severity']): void {
    this.#findings.push(finding(rule, message, { line: line.number }, severity));
  }
}

/** trtexec's own reader takes the 8 characters that begin two behind the colon, whatever they are. */
function misreading(fromColon: string, digits: string): string | null {
  if (fromColon.startsWith(digits, 2)) return null;
  const taken = fromColon.slice(2, 10);
  const read = (/^\s*(?:0x)?([0-9a-f]+)/i.exec(taken)?.[1] ?? '').padStart(8, '0');
  const result = read === digits.padStart(8, '0') ? '' : `, "${shorten(taken)}"`;
  return t`trtexec reads the 8 characters that begin two behind the colon${result}: write one blank and the digits there.`;
}

/** Why no TensorRT wrote this header, or would take it; null for one that is as it should be. */
function headerProblem({ kind, trtVersion, algorithm }: TableHeader, line: string): string | null {
  if (kind === 'unknown') return t`"${line}" is not a header that TensorRT writes.`;
  if (kind !== 'trt') return null;
  if (trtVersion === null) return t`"${line}" holds no TensorRT version number: TensorRT did not write it.`;
  if ((ALGORITHMS as readonly (string | null)[]).includes(algorithm)) return null;
  const what = algorithm === null ? t`names no algorithm` : t`names an algorithm that TensorRT does not have`;
  return t`"${line}" ${what}: TensorRT refuses the table. It knows ${ALGORITHMS.join(', ')}.`;
}

/** The beginning of a text that may be long or hold anything, for a message. */
function shorten(text: string): string {
  const printable = text.replace(/[^\x20-\x7e]/g, '\ufffd');
  return printable.length > 60 ? `${printable.slice(0, 57)}…` : printable;
}
