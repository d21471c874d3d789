import type { Basis, Statement } from '../../src/core/table/statement.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { word } from '../../src/core/texts/words.js';

/** Statements in one line that opens: the first one, then all, each with where it comes from. */
export function statementList(title: string, statements: readonly Statement[]): HTMLElement | null {
  const [first, ...others] = statements;
  if (!first) return null;
  const summary = el(
    'summary',
    { id: `${title.toLowerCase()}-summary` },
    icon('chevron'),
    el('span', { class: 'statements-title' }, title),
    basisTag(first.basis),
    el('span', { class: 'statements-first' }, first.text),
  );
  if (others.length > 0) summary.append(el('span', { class: 'statements-more' }, `+${others.length}`));
  const items = statements.map((statement) => el('li', {}, basisTag(statement.basis), el('span', {}, statement.text)));
  return el('details', { class: 'statements' }, summary, el('ul', {}, ...items));
}

/** `documented`, `seen`, `inferred`, or a mere hint: nothing inferred may look certain. */
export function basisTag(basis: Basis | 'hint'): HTMLElement {
  return el('span', { class: `basis basis-${basis}` }, word(basis));
}
