import type { RowChoice } from '../../shared/rowsToolbar.js';
import type { Shown } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';

/** Which rows of a plan are shown. */
export const ROW_CHOICES: readonly RowChoice<Shown>[] = [
  { id: 'all', label: t`All`, hint: t`All rows` },
  { id: 'warnings', label: t`Warnings`, hint: t`Rows with a doubt or without a scale` },
  { id: 'missing', label: t`Missing`, hint: t`Rows without a scale` },
  { id: 'renamed', label: t`Renamed`, hint: t`Rows whose name differs from their source entry's` },
];
