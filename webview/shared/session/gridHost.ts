import type { CopyMessage, GridCommand, GridLayout, LayoutMessage } from '../../../src/protocol/common.js';
import { NO_LAYOUT } from '../grid/columnLayout.js';

/** What the grid of a view has to do with the host. */
export class GridHost {
  /** How its columns are arranged: told by the host before there is anything to show, and kept by it. */
  layout: GridLayout = NO_LAYOUT;
  /** Does what a menu, or a key that was bound to it, asks for; set by the grid that is shown. */
  onCommand: (command: GridCommand, text: string) => void = () => undefined;
  readonly #post: (message: CopyMessage | LayoutMessage) => void;

  constructor(post: (message: CopyMessage | LayoutMessage) => void) {
    this.#post = post;
  }

  /** The user has arranged them anew. */
  keep(layout: GridLayout): void {
    this.layout = layout;
    this.#post({ type: 'layout', layout });
  }

  copy(message: CopyMessage): void {
    this.#post(message);
  }
}
