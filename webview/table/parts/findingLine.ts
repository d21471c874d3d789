import type { Finding } from '../../../src/core/findings/finding.js';
import { el } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

/** A finding in full, with its rule and where the fact behind it comes from. */
export function findingLine({ severity, message, line, rule, basis }: Finding): HTMLElement {
  const place = line === null ? '' : t`Line ${line}: `;
  return el(
    'li',
    { class: 'finding-line', 'data-rule': rule },
    icon(severity),
    el('span', { class: 'visually-hidden' }, `${word(severity)}: `),
    el('span', {}, `${place}${message} `, el('span', { class: 'rule' }, `${rule} · ${word(basis)}`)),
  );
}
