import { bomLength, byteText } from '../../bytes/bytes.js';

/** One line of a file, in offsets of the file; its line end (LF or CRLF) stands behind `end`. */
export interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

/** Takes the lines of a text, the last one with or without its line end; an empty rest after the last line end is no line. */
export function eachLine(text: string, from: number, take: (start: number, end: number, number: number) => void): void {
  let start = from;
  for (let number = 1; start < text.length; number++) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    take(start, lineEnd > start && text.charCodeAt(lineEnd - 1) === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd, number);
    start = lineEnd + 1;
  }
}

/** The lines of a text as objects. */
export function linesOf(text: string, from = 0): Line[] {
  const lines: Line[] = [];
  eachLine(text, from, (start, end, number) => lines.push({ number, start, end }));
  return lines;
}

/** The first line with content, decoded by itself; null where there is none. */
export function firstContentLine(bytes: Uint8Array): Line | null {
  let start = bomLength(bytes);
  for (let number = 1; start < bytes.length; number++) {
    const newline = bytes.indexOf(LINE_FEED, start);
    const next = newline < 0 ? bytes.length : newline + 1;
    const [line] = linesOf(byteText(bytes.subarray(start, next)));
    if (line && byteText(bytes.subarray(start, start + line.end)).trim() !== '')
      return { number, start, end: start + line.end };
    start = next;
  }
  return null;
}

/** The line end that the text uses first, or `\n` when it has none. */
export function lineEnd(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}
