/** What stands in a filter box, as a view remembers it. */
export interface FilterText {
  readonly text: string;
  readonly caseSensitive: boolean;
  /** Whether the words are one expression. */
  readonly regex: boolean;
}

export const NO_FILTER: FilterText = { text: '', caseSensitive: false, regex: false };
