import { el } from '../../shared/dom.js';
import type { TableModel } from '../model.js';
import type { ProfileEvents, ProfilePanel, Shown } from './profilePanel.js';

/** The profile's panel, loaded when it is first shown: a table opens without it. */
export class ProfileLoader {
  /** Where the panel stands. */
  readonly element = el('div', { class: 'profile-place' });
  readonly #events: ProfileEvents;
  #panel: ProfilePanel | null = null;
  #latest: readonly [TableModel, Shown] | null = null;
  #isLoading = false;

  constructor(events: ProfileEvents) {
    this.#events = events;
  }

  update(model: TableModel, shown: Shown): void {
    this.#latest = [model, shown];
    if (this.#panel) this.#panel.update(model, shown);
    else if (shown.state.histogram.open && shown.state.chart === 'profile') void this.#load();
  }

  restyle(): void {
    this.#panel?.restyle();
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    const { ProfilePanel: Panel } = await import('./profilePanel.js');
    this.#panel = new Panel(this.#events);
    this.element.append(this.#panel.element);
    if (this.#latest) this.#panel.update(...this.#latest);
  }
}
