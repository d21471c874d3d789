/** Below this confidence a pair is doubtful, and shown as such. */
export const DOUBTFUL_BELOW = 0.5;
