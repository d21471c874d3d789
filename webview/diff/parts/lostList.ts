import { counted, grouped } from '../../../src/core/render/counts.js';
import { t } from '../../../src/core/texts/translate.js';
import type { DiffMessage } from '../../../src/protocol/diff.js';
import { el } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';

/** More names than these say nothing more. */
const MOST_NAMES = 200;

/** Entries that the base alone has, which no row of the comparison shows; null where there are none. */
export function lostList({ base, baseNames }: DiffMessage): HTMLDetailsElement | null {
  if (base?.kind !== 'base' || base.lost.length === 0) return null;
  const names = base.lost.slice(0, MOST_NAMES).map((index) => el('li', {}, baseNames[index] ?? ''));
  const others = base.lost.length - names.length;
  return el(
    'details',
    { class: 'statements' },
    el(
      'summary',
      { id: 'lost-summary' },
      icon('chevron'),
      el('span', { class: 'statements-title' }, t`Only in the base, as far as found`),
      el('span', { class: 'statements-first' }, counted(base.lost.length, t`entry`, t`entries`)),
    ),
    el('ul', {}, ...names, ...(others > 0 ? [el('li', { class: 'muted' }, t`and ${grouped(others)} more`)] : [])),
  );
}
