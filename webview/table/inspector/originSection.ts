import type { HistoryMessage } from '../../../src/protocol/table.js';
import { el, fill, type Child } from '../../shared/dom.js';
import type { TableModel } from '../model.js';
import { pairs } from './facts.js';
import type { Section } from './section.js';
import { t } from '../../../src/core/texts/translate.js';

/** What the file says about where its numbers come from, and what git does. */
export class OriginSection implements Section {
  readonly id = 'origin';
  readonly title = t`Where it comes from`;
  readonly #history = el('div', { id: 'entry-history' });
  readonly #ask: (entry: number) => void;
  /** Of which entry the history is shown, or was asked for, and in which table. */
  #of: { readonly table: TableModel['table']; readonly entry: number } | null = null;

  /** @param ask who changed this entry last? The answer comes by {@link tell}, if there is one. */
  constructor(ask: (entry: number) => void) {
    this.#ask = ask;
  }

  draw({ message: { format, header, network }, table }: TableModel, entry: number): readonly Child[] {
    if (this.#of?.table !== table || this.#of.entry !== entry) {
      this.#of = { table, entry };
      fill(this.#history);
      this.#ask(entry);
    }
    return [
      pairs(
        [t`Format`, format.label],
        format.hasHeader ? ['TensorRT', header.trtVersion ?? t`not told`] : null,
        format.hasHeader ? [t`Algorithm`, header.algorithm ?? t`not told`] : null,
        header.raw === null ? null : [t`Header`, el('span', { class: 'mono' }, header.raw)],
        network === null ? null : [t`Network`, network],
      ),
      this.#history,
    ];
  }

  /** Shows who changed the entry last, if it is still the one. */
  tell({ entry, text }: HistoryMessage): void {
    if (entry === this.#of?.entry) fill(this.#history, text !== null && pairs([t`Last changed`, text]));
  }
}
