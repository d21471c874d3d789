import { button } from '../../shared/controls.js';
import { el } from '../../shared/dom.js';
import { t } from '../../../src/core/texts/translate.js';

/** The two buttons of a form, in one line: what it does, and *Cancel*. `id` names the form, `save` the button. */
export function formButtons(
  id: string,
  save: { readonly id: string; readonly label: string; readonly onClick: () => void },
  onCancel: () => void,
): HTMLElement {
  return el(
    'span',
    { class: 'form-buttons' },
    button({ ...save, id: `${id}-${save.id}`, look: 'primary' }),
    button({ id: `${id}-cancel`, label: t`Cancel`, look: 'secondary', onClick: onCancel }),
  );
}
