import type { Child } from '../../shared/dom.js';
import type { TableModel } from '../model.js';

/** A part of the inspector: what it says about one entry. A further one is a file beside this, and a line in `sections.ts`. */
export interface Section {
  /** Remembers whether it is folded. */
  readonly id: string;
  readonly title: string;
  /** What it says about an entry, one of those that are selected; null where it has nothing to say, then it is not there. */
  readonly draw: (model: TableModel, entry: number, selected: Uint32Array) => readonly Child[] | null;
}
