/** The float64 value of 16 hex digits, big-endian, as in the header of the legacy calibrator. */
export function bitsToFloat64(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/**
 * The shortest decimal that reads back to the same float64: what decimal formats store, and what NVIDIA's
 * own tool writes. Throws RangeError for Inf and NaN, which no decimal format here can hold.
 */
export function shortestDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no decimal form.`);
  return String(value);
}
