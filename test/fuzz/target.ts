import type { Random } from './random.js';

/** Something that takes inputs which nobody wrote by hand. */
export interface Target {
  readonly name: string;
  /** Files to start from; at least one. */
  readonly seeds: () => readonly Uint8Array[];
  /** Throws when something does not hold for an input. */
  readonly check: (input: Uint8Array, random: Random) => void;
  /** How many inputs of a short run; 100 by default. */
  readonly short?: number;
}
