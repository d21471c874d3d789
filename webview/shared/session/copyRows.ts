import type { CopyMessage } from '../../../src/protocol/common.js';
import { counted } from '../../../src/core/render/counts.js';
import { markdownTable } from '../../../src/core/render/markdown.js';
import { copyOf, type Column } from '../grid/column.js';
import { toTsv } from '../text/tsv.js';
import { t } from '../../../src/core/texts/translate.js';

/** As what cells are copied: for a spreadsheet, or as a table in Markdown. */
export type CopyStyle = 'withHeader' | 'withoutHeader' | 'markdown';

/** Cells of some columns of some entries for the clipboard; numbers with all their digits. */
export function copyMessage(
  columns: readonly Column[],
  entries: Uint32Array,
  style: CopyStyle,
  areRows: boolean,
): CopyMessage {
  const rows = Array.from(entries, (entry) => columns.map((column) => copyOf(column, entry)));
  return {
    type: 'copy',
    text: textOf(columns, rows, style),
    what: areRows ? counted(rows.length, t`row`, t`rows`) : counted(rows.length * columns.length, t`cell`, t`cells`),
  };
}

function textOf(columns: readonly Column[], rows: readonly (readonly string[])[], style: CopyStyle): string {
  const titles = columns.map(({ label }) => label);
  if (style !== 'markdown') return toTsv(style === 'withHeader' ? titles : null, rows);
  return markdownTable({
    columns: columns.map(({ label, align }) => ({ title: label, align: align === 'end' ? 'right' : 'left' })),
    rows,
  });
}
