/** What can be asked of rows by a key: `range>50`, `type:conv`, `is:zero`. */

/** A word that a key knows, and the rows that it stands for. */
export interface Choice {
  readonly value: string;
  /** Another word for it, as it stands in the rows. */
  readonly label?: string;
  /** Shown where it can be chosen. */
  readonly hint: string;
  readonly test: (row: number) => boolean;
}

interface Key {
  readonly key: string;
  /** Shown where it can be chosen. */
  readonly hint: string;
}

export interface NumberTerm extends Key {
  readonly kind: 'number';
  readonly number: (row: number) => number;
}

export interface TextTerm extends Key {
  readonly kind: 'text';
  readonly text: (row: number) => string;
  /** The text has to begin with what is asked for, up to the end of a word: `group:res2a` is no `res2ab`. */
  readonly fromStart?: boolean;
  /** What it can be asked for, where those are no whole texts. */
  readonly values?: () => readonly string[];
}

export interface ChoiceTerm extends Key {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
}

export type Term = NumberTerm | TextTerm | ChoiceTerm;
