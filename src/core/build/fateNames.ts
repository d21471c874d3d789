import type { Fate } from './fates.js';

/** All fates, the first that fits first. */
export const FATES: readonly Fate[] = ['overridden', 'differs', 'not-int8', 'used', 'int8', 'absent', 'unknown'];
