import type { Sample } from '../format.js';

/** A kind of file that is no table. */
export interface ForeignKind {
  readonly id: string;
  /** What it is, for "This is …". */
  readonly label: string;
  /** One sentence more: what it is for, or what to do. */
  readonly hint: string;
  /** Whether a text editor can show it. */
  readonly text: boolean;
  /** What to do with it, where that is another thing than to leave it alone. */
  readonly advice?: string;
  readonly test: (sample: Sample) => boolean;
}
