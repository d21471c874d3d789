/** INT8 in floats, as QuantizeLinear and DequantizeLinear do it in float32. */

/** Largest and smallest quantized value of the two operators. */
const [LOWEST, HIGHEST] = [-128, 127];

/** x / scale rounded half to even, kept within INT8, times scale. */
export function fakeQuantized(x: number, scale: number): number {
  const level = roundHalfEven(Math.fround(x / scale));
  // Whole numbers have no negative zero: adding 0 takes its sign away.
  return Math.fround((Math.max(LOWEST, Math.min(HIGHEST, level)) + 0) * scale);
}

function roundHalfEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
