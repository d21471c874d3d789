import { safe, type SafeText } from '../../core/render/safe.js';
import type { RunWishes } from '../work/modelRuns.js';

/** Says how far a run is: `measuring tensors on test/3.png (3 of 24)`. */
export function told(onShare: (done: SafeText) => void): NonNullable<RunWishes['progress']> {
  return ({ done, all, what }) => onShare(safe`${what} (${String(done + 1)} of ${String(all)})`);
}
