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

/** The shortest decimal without an exponent, for readers that take none. Throws RangeError for Inf and NaN. */
export function plainDecimal(value: number): string {
  const shortest = shortestDecimal(value);
  const [digits = '', exponent] = shortest.split('e');
  if (exponent === undefined) return shortest;
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const sign = value < 0 ? '-' : '';
  const power = Number(exponent);
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(power, '0')}`;
}
