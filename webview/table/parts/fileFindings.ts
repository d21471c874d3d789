import { toggle } from '../../shared/dom.js';
import { cappedList, Fold } from '../../shared/fold.js';
import { counted } from '../../../src/core/render/counts.js';
import { findingLine } from './findingLine.js';
import type { TableModel } from '../model.js';
import { severityCounts } from './severityCounts.js';
import { t } from '../../../src/core/texts/translate.js';

/** A table may lack as many entries as its network has. */
const MOST_LISTED = 100;

/** What was found about no entry of the table: lines that can't be read, entries that it lacks, numbering that has drifted. */
export class FileFindings {
  readonly #fold: Fold;
  readonly element: HTMLElement;
  readonly #onLine: (line: number) => void;

  constructor(open: boolean, onToggle: (open: boolean) => void, onLine: (line: number) => void) {
    this.#onLine = onLine;
    this.#fold = new Fold({ id: 'file-findings-fold', open, onToggle });
    this.element = this.#fold.element;
  }

  open(): void {
    this.#fold.element.open = true;
    this.element.scrollIntoView({ block: 'nearest' });
  }

  update({ fileFindings }: TableModel): void {
    toggle(this.element, fileFindings.length > 0);
    const title = counted(
      fileFindings.length,
      t`finding about the table as a whole`,
      t`findings about the table as a whole`,
    );
    this.#fold.update([title, ' ', severityCounts(fileFindings)], () =>
      cappedList('file-findings', title, fileFindings, MOST_LISTED, (item) => findingLine(item, this.#onLine)),
    );
  }
}
