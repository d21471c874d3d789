/**
 * For every question: a view that gets the focus back from the question before must not close the next one.
 * Escape closes it as ever.
 */
export const STAY = { ignoreFocusOut: true } as const;
