import type { Finding } from '../../../src/core/findings/finding.js';
import { el } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

/** A finding in full, with its rule and where the fact behind it comes from; its line can be clicked where `onLine` shows it. */
export function findingLine(
  { severity, message, line, rule, basis }: Finding,
  onLine: ((line: number) => void) | null = null,
): HTMLElement {
  return el(
    'li',
    { class: 'finding-line', 'data-rule': rule },
    icon(severity),
    el('span', { class: 'visually-hidden' }, `${word(severity)}: `),
    el('span', {}, ...placeOf(line, onLine), `${message} `, el('span', { class: 'rule' }, `${rule} · ${word(basis)}`)),
  );
}

function placeOf(line: number | null, onLine: ((line: number) => void) | null): (HTMLElement | string)[] {
  if (line === null) return [];
  return [onLine ? lineButton(line, onLine) : t`Line ${line}`, ': '];
}

function lineButton(line: number, onLine: (line: number) => void): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'link-button', title: t`Show the line in the text` },
    t`Line ${line}`,
  );
  button.addEventListener('click', () => onLine(line));
  return button;
}
