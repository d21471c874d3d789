import type { GridLayout } from '../../../src/protocol/common.js';
import { NO_LAYOUT } from '../grid/columnLayout.js';

/** How a view's columns are arranged: told by the host before there is anything to show, and kept by it. */
export class LayoutStore {
  layout: GridLayout = NO_LAYOUT;
  readonly #send: (layout: GridLayout) => void;

  constructor(send: (layout: GridLayout) => void) {
    this.#send = send;
  }

  /** The user has arranged them anew. */
  keep(layout: GridLayout): void {
    this.layout = layout;
    this.#send(layout);
  }
}
