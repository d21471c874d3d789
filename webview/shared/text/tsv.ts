/** Rows for a spreadsheet: cells between tabs, one header line. */
export function toTsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => cells.map(cell).join('\t')).join('\n');
}

/** A tab or a line end in a cell would tear the table apart. */
function cell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
