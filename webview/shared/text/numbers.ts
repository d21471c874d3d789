/** How numbers are shown. A view may show fewer digits than a file holds; the file's are in the tooltip. */

/** Seven digits tell any two float32 values that differ apart, nearly always. */
const SHOWN_DIGITS = 7;

/** A number in a column: seven significant digits, an exponent only where zeros would push the digits out of sight. */
export function shortNumber(value: number, digits = SHOWN_DIGITS): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : 'Inf';
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size < 1e-5 || size >= 10 ** digits ? value.toExponential(digits - 1) : value.toPrecision(digits);
}

/** All digits of a float64. */
export function fullNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : shortNumber(value);
}

/** A number as part of a sentence or on an axis: few digits and no trailing zeros. */
export function plainNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return shortNumber(value);
  const size = Math.abs(value);
  const short = Number(value.toPrecision(digits));
  return size !== 0 && (size < 1e-4 || size >= 1e5) ? short.toExponential().replace('e+', 'e') : String(short);
}

/** The fewest digits of `value` that `same` still takes for it: what an editor starts with. */
export function fewestDigits(value: number, same: (candidate: number) => boolean): string {
  for (let digits = 6; digits < 17; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (same(candidate)) return String(candidate);
  }
  return String(value);
}

/** Where `value` lies between two bounds by its logarithm, from 0 to 1; null for what has no logarithm. */
export function logPosition(value: number, low: number, high: number): number | null {
  if (!(value > 0 && value < Infinity)) return null;
  if (low >= high) return 1;
  const position = Math.log(value / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, position));
}
