import { el, fill } from '../../shared/dom.js';
import { button } from '../../shared/controls.js';
import { FATE_HINTS, KIND_HINTS, type BuildModel } from '../model.js';
import type { Shown } from '../viewState.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

export interface DetailsEvents {
  /** Goes to a layer or an entry. */
  readonly onGo: (shown: Shown, row: number) => void;
  /** Shows an entry in its table. */
  readonly onShowEntry: (entry: number) => void;
}

/** The selected row in full, with ways from layers to entries and back. */
export class Details {
  readonly element = el('aside', { id: 'details', class: 'details', 'aria-label': t`Selected row` });
  readonly #events: DetailsEvents;

  constructor(events: DetailsEvents) {
    this.#events = events;
  }

  update(model: BuildModel, shown: Shown, row: number | null): void {
    if (row === null) fill(this.element, el('p', { class: 'details-line muted' }, t`Select a row to see more of it.`));
    else fill(this.element, ...(shown === 'layers' ? this.#layer(model, row) : this.#entry(model, row)));
  }

  #layer(model: BuildModel, row: number): HTMLElement[] {
    const { layers, kinds, nodes, reads, writes } = model.message;
    const made = nodes[row] ?? [];
    const hints = (kinds[row] ?? [])
      .filter((kind) => kind !== 'weighted' && kind !== 'int8')
      .map((kind) => KIND_HINTS[kind]);
    return [
      line(el('span', { class: 'details-name' }, layers[row] ?? '')),
      ...(made.length > 0 ? [line(muted(t`made of`), made.join(', '))] : []),
      line(muted(t`reads`), ...this.#tensors(model, reads[row] ?? [])),
      line(muted(t`writes`), ...this.#tensors(model, writes[row] ?? [])),
      ...hints.map((hint) => line(hint)),
    ];
  }

  #entry({ message }: BuildModel, row: number): HTMLElement[] {
    const { entries, layers, tableFile } = message;
    if (!entries) return [];
    const readers = (entries.readers[row] ?? []).map((layer) => this.#link('layers', layer, layers[layer] ?? ''));
    return [
      line(el('span', { class: 'details-name' }, entries.names[row] ?? '')),
      line(muted(word(entries.fates[row] ?? '')), FATE_HINTS[entries.fates[row] ?? 'unknown']),
      ...(readers.length > 0 ? [line(muted(t`read by`), ...apart(readers))] : []),
      line(
        button({
          id: 'show-entry',
          label: t`Show in ${tableFile ?? t`the Table`}`,
          look: 'secondary',
          onClick: () => this.#events.onShowEntry(row),
        }),
      ),
    ];
  }

  /** Names of tensors; those that the table has an entry of lead there. */
  #tensors({ entryOf }: BuildModel, names: readonly string[]): (Node | string)[] {
    if (names.length === 0) return [t`nothing that is told`];
    return apart(
      names.map((name) => {
        const entry = entryOf.get(name);
        return entry === undefined ? el('span', {}, name) : this.#link('entries', entry, name);
      }),
    );
  }

  #link(shown: Shown, row: number, text: string): HTMLElement {
    const link = el('button', { type: 'button', class: 'count-button', title: t`Go there` }, text);
    link.addEventListener('click', () => this.#events.onGo(shown, row));
    return link;
  }
}

function line(...parts: (Node | string)[]): HTMLElement {
  return el('p', { class: 'details-line' }, ...parts);
}

function muted(text: string): HTMLElement {
  return el('span', { class: 'muted' }, text);
}

function apart(parts: readonly HTMLElement[]): HTMLElement[] {
  return parts.flatMap((part, at) => (at > 0 ? [el('span', { 'aria-hidden': 'true' }, '·'), part] : [part]));
}
