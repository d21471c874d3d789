/** What is known about tables, each with where it comes from. */

/** Where a statement comes from: a vendor's text, published files and sources, or people's reports. */
export type Basis = 'documented' | 'seen' | 'inferred';

/** One thing known about a table or a pair of tables. */
export interface Statement {
  readonly text: string;
  readonly basis: Basis;
}
