/** One line of a file, in offsets of the file; line ends (LF or CRLF) lie between `end` and `next`. */
export interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The lines of a text, the last one with or without its line end; an empty rest after the last line end is no line. */
export function* linesOf(text: string, from = 0): Generator<Line> {
  let start = from;
  for (let number = 1; start < text.length; number++) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline + 1;
    let end = newline < 0 ? text.length : newline;
    if (end > start && text[end - 1] === '\r') end--;
    yield { number, start, end, next };
    start = next;
  }
}

/** The line end that the text uses first, or `\n` when it has none. */
export function lineEnd(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}
