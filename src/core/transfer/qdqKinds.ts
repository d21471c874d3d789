/** What a row of a plan of Q/DQ pairs is: small, as views have it, too. */

/** In the order in which a column of them sorts. */
export const QDQ_KINDS = ['pair', 'float', 'excluded', 'unplaced', 'dropped'] as const;
export type QdqKind = (typeof QDQ_KINDS)[number];
