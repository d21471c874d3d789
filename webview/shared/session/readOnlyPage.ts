import type { CopyMessage } from '../../../src/protocol/common.js';
import type { GridSession } from './gridSession.js';
import type { GridState } from './gridState.js';
import type { Page } from './mount.js';

/** What a page of rows that are looked at, and not typed into, makes of the keys and of the Edit menu. */
export abstract class ReadOnlyPage<S extends GridState> implements Page {
  abstract readonly element: HTMLElement;
  protected abstract readonly session: GridSession<S>;
  protected abstract readonly toolbar: { focusFilter(): void };
  /** Said where somebody pastes or cuts: what to do instead. */
  readonly #instead: string;
  readonly #copyOut: (message: CopyMessage) => void;

  constructor(instead: string, copyOut: (message: CopyMessage) => void) {
    this.#instead = instead;
    this.#copyOut = copyOut;
  }

  focus(): void {
    this.session.grid.focus();
  }

  focusFilter(): void {
    this.toolbar.focusFilter();
  }

  /** Copies what is selected, or all rows that are shown when nothing is. */
  copy(): void {
    this.copyOut(this.session.copied() ?? this.session.copiedRows());
  }

  cut(): void {
    this.paste();
  }

  paste(): void {
    this.session.grid.say(this.#instead);
  }

  restyle(): void {
    this.session.grid.restyle();
  }

  /** Hands rows to the clipboard; null is nothing to copy. */
  protected copyOut(message: CopyMessage | null): void {
    if (message) this.#copyOut(message);
  }
}
