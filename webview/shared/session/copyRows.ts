import type { CopyMessage } from '../../../src/protocol/common.js';
import { copyOf, type Column } from '../grid/column.js';
import { counted } from '../../../src/core/render/counts.js';
import { toTsv } from '../text/tsv.js';

/** Rows with their header as tab separated values; numbers with all their digits. */
export function copyMessage(columns: readonly Column[], entries: Uint32Array): CopyMessage {
  const rows = Array.from(entries, (entry) => columns.map((column) => copyOf(column, entry)));
  return {
    type: 'copy',
    text: toTsv(
      columns.map(({ label }) => label),
      rows,
    ),
    what: counted(entries.length, 'row', 'rows'),
  };
}
