/** What `--json` says of every file that was written from another, in this order. */
export const REPORT_KEYS = ['in', 'out', 'entriesIn', 'entriesOut', 'renamed', 'dropped', 'missing', 'lost'] as const;
