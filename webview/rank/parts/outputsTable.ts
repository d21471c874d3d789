import type { RankMessage } from '../../../src/protocol/rank.js';
import { el } from '../../shared/dom.js';
import { decibelText } from '../../shared/text/shares.js';
import { t } from '../../../src/core/texts/translate.js';

/** What the outputs are worth in INT8, and with some tensors in float, one by one: an output that suffers hides behind others. */
export function outputsTable({ outputs, all, without, activationsOnly, weightsOnly }: RankMessage): HTMLElement {
  const worst = Math.min(...outputs.map(({ all: db }) => db));
  const row = (name: string, db: number, other: number | null, kind = ''): HTMLElement =>
    el(
      'tr',
      { class: kind },
      el('th', { scope: 'row' }, name),
      el('td', {}, decibelText(db)),
      without !== null && el('td', {}, other === null ? '' : decibelText(other)),
    );
  const heads = [t`Output`, 'INT8', ...(without === null ? [] : [t`Without these`])];
  return el(
    'table',
    { id: 'outputs', class: 'outputs' },
    el('caption', { class: 'visually-hidden' }, t`Signal to noise of the outputs`),
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el(
      'tbody',
      {},
      ...outputs.map(({ name, all: db, without: other }) =>
        row(name, db, other, outputs.length > 1 && db === worst ? 'worst' : ''),
      ),
      outputs.length > 1 && row(t`Mean`, all, without, 'mean'),
      row(t`Activations alone`, activationsOnly, null, 'part'),
      row(t`Weights alone`, weightsOnly, null, 'part'),
    ),
  );
}
