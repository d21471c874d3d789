/** A table as Markdown, for issues and reports: written, never read. */
import { utf8Bytes } from '../bytes/bytes.js';
import { entriesGrid } from '../render/entriesGrid.js';
import { markdownTable } from '../render/markdown.js';
import type { WritableFormat } from './format.js';
import { ANY_ODD_NUMBERS } from './oddNumbers.js';
import { leftWithoutScale } from './onMissing.js';
import { t } from '../texts/translate.js';

export const markdown: WritableFormat = {
  id: 'markdown',
  label: t`Markdown table`,
  extensions: ['md'],
  fileNames: { sure: [], possible: [] },
  quantity: null,
  storage: 'decimal',
  keyedBy: 'tensor',
  onMissing: leftWithoutScale('tensor'),
  hasHeader: false,
  isText: true,
  oddNumbers: ANY_ODD_NUMBERS,
  write: (table) => utf8Bytes(markdownTable(entriesGrid(table))),
  nameProblem: () => null,
};
