import { getNodeValue, parseTree } from 'jsonc-parser';
import { bomLength, byteText } from '../../bytes/bytes.js';
import type { Sample } from '../format.js';
import { withoutNumberWords } from '../json/numberWords.js';

/** How much of a file the detectors look at. */
const HEAD_BYTES = 65536;
/** No entry of any format is longer; minified scripts and data have lines that are. */
const LONGEST_LINE = 4096;
/** Ends a line that was cut: no text has it, so no pattern for a whole line takes the line for an entry. */
const CUT = '\0';

/** Prepares a file for the detectors; `name` is a path or a file name. */
export function sampleOf(bytes: Uint8Array, name: string): Sample {
  const start = bomLength(bytes);
  const head = byteText(bytes.subarray(start, start + HEAD_BYTES));
  const isWhole = bytes.length - start <= HEAD_BYTES;
  return {
    bytes,
    head,
    isWhole,
    lines: headLines(head, isWhole),
    isText: isText(head),
    json: jsonOf(head),
    fileName: (name.split(/[/\\]/).pop() ?? '').toLowerCase(),
  };
}

function headLines(head: string, whole: boolean): string[] {
  const lines = head.split(/\r?\n/);
  if (!whole && lines.length > 1) lines.pop();
  return lines.map((line) => (line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) + CUT : line));
}

/** No NUL and hardly any other control character. */
function isText(head: string): boolean {
  const controls = head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return !head.includes('\0') && controls <= head.length / 100;
}

/** What an object or a list of JSON begins with. Text in brackets, such as a log's time, begins otherwise. */
const JSON_START =
  /^\s*(?:\{|\[\s*(?:$|["{[\]]|-?(?:\d[\d.eE+-]*|Infinity)\s*(?:,|$|\]\s*$)|(?:NaN|true|false|null)\s*(?:,|\])))/;

/** Lenient, so that a head that cuts a file off, or a broken file, still shows its shape. */
function jsonOf(head: string): unknown {
  if (!JSON_START.test(head)) return undefined;
  try {
    const root = parseTree(withoutNumberWords(head).text, [], { allowTrailingComma: true });
    // Of the parser's two ways the one whose objects have no prototype: a tensor may be named "__proto__".
    return root && (getNodeValue(root) as unknown);
  } catch {
    // Nested so deep that the parser's stack ends: JSON, and no table.
    return [];
  }
}

/** Share of the lines with content that fit; 0 when there are none. */
export function share(lines: readonly string[], fits: (line: string) => boolean): number {
  const content = lines.filter((line) => line.trim() !== '');
  return content.length === 0 ? 0 : content.filter(fits).length / content.length;
}
