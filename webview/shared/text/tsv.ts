/** Rows for a spreadsheet: cells between tabs, one header line where there is a header. */
export function toTsv(header: readonly string[] | null, rows: readonly (readonly string[])[]): string {
  return [...(header ? [header] : []), ...rows].map((cells) => cells.map(cell).join('\t')).join('\n');
}

/** A tab or a line end in a cell would tear the table apart. */
function cell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

/** The rows and cells of what a spreadsheet (or {@link toTsv}) has put on the clipboard. */
export function fromTsv(text: string): string[][] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.split('\t'));
}
