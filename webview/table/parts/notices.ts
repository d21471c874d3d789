import type { NoticesMessage, ViewCommand } from '../../../src/protocol/table.js';
import { button } from '../../shared/controls.js';
import { el, fill } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';

/** Sentences above the page that hold as long as the host says so. */
export class Notices {
  /** There from the start: a screen reader speaks only of changes in a region that it knows. */
  readonly element = el('div', { id: 'notices', role: 'status' });
  readonly #run: (command: ViewCommand) => void;

  constructor(run: (command: ViewCommand) => void) {
    this.#run = run;
  }

  update({ notices }: NoticesMessage): void {
    fill(
      this.element,
      ...notices.map(({ severity, text, actions = [] }) =>
        el(
          'div',
          { class: `notice notice-${severity}` },
          icon(severity),
          el('span', { class: 'notice-text' }, text),
          ...actions.map(({ label, command, isPrimary }) =>
            button({ label, look: isPrimary ? 'primary' : 'secondary', onClick: () => this.#run(command) }),
          ),
        ),
      ),
    );
  }
}
