import type { ForeignMessage, ViewCommand } from '../../../src/protocol/table.js';
import { button } from '../../shared/controls.js';
import { el } from '../../shared/dom.js';
import { t } from '../../../src/core/texts/translate.js';

/** A file that is something else: what it is, and what can be done about it. */
export function foreignPage(
  { fileName, foreign, actions }: ForeignMessage,
  run: (command: ViewCommand) => void,
): HTMLElement {
  const buttons = actions.map(({ label, command }, at) => {
    const control = button({ label, look: at === 0 ? 'primary' : 'secondary', onClick: () => run(command) });
    control.dataset['command'] = command;
    return control;
  });
  return el(
    'main',
    { id: 'foreign', class: 'page', 'data-foreign': foreign.id },
    el('p', { class: 'muted' }, fileName),
    el('h1', {}, t`This is ${foreign.label}`),
    el('p', { class: 'page-hint' }, foreign.hint),
    el('div', { class: 'page-actions' }, ...buttons),
  );
}
