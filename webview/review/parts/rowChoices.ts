import type { RowChoice } from '../../shared/rowsToolbar.js';
import type { Shown } from '../viewState.js';

/** Which rows of a plan are shown. */
export const ROW_CHOICES: readonly RowChoice<Shown>[] = [
  { id: 'all', label: 'All', hint: 'All rows' },
  { id: 'warnings', label: 'Warnings', hint: 'Rows with a doubt or without a scale' },
  { id: 'missing', label: 'Missing', hint: 'Rows without a scale' },
  { id: 'renamed', label: 'Renamed', hint: "Rows whose name differs from their source entry's" },
];
