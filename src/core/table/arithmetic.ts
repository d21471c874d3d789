/** Arithmetic that a user types for one number or for many: `*1.1`, `/2`, `=amax`, `clamp 0.1..6`. */

/** What becomes of a number. */
export type Change = (number: number) => number;

/** Makes the change for the numbers that it is meant for: `=amax` needs to know them all. */
export type Arithmetic = (numbers: Float64Array) => Change;

/** What is typed, or why it is not whole yet. */
export type ArithmeticResult = { readonly arithmetic: Arithmetic } | { readonly problem: string };

const NUMBER = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const FACTOR = new RegExp(`^([*×/])\\s*(${NUMBER})$`, 'i');
const CLAMP = new RegExp(`^clamp\\s*(${NUMBER})?\\s*\\.\\.\\s*(${NUMBER})?$`, 'i');
const OF_ALL = /^=\s*(amax|max|min|median)$/i;
const BEGINNING = /^([*×/=]|clamp)/i;

/** Reads what is typed; null for what is no arithmetic at all, such as a plain number. */
export function parseArithmetic(text: string): ArithmeticResult | null {
  const typed = text.trim();
  if (!BEGINNING.test(typed)) return null;
  const factor = FACTOR.exec(typed);
  if (factor) return factorOf(factor[1] ?? '', Number(factor[2]));
  const clamp = CLAMP.exec(typed);
  if (clamp && (clamp[1] ?? clamp[2]) !== undefined) return clampTo(clamp[1], clamp[2]);
  const ofAll = OF_ALL.exec(typed)?.[1]?.toLowerCase();
  if (ofAll !== undefined) return { arithmetic: (numbers) => constant(pick(numbers, ofAll)) };
  return { problem: 'Type *1.1, /2, =amax, =min, =median or clamp 0.1..6 (one end may be left out).' };
}

function factorOf(sign: string, number: number): ArithmeticResult {
  if (sign !== '/') return { arithmetic: () => (value) => value * number };
  return number === 0 ? { problem: 'Nothing can be divided by 0.' } : { arithmetic: () => (value) => value / number };
}

function clampTo(low = '0', high = 'Infinity'): ArithmeticResult {
  const [least, most] = [Number(low), Number(high)];
  if (least > most) return { problem: 'The lower end of a clamp comes first.' };
  return { arithmetic: () => (value) => Math.min(most, Math.max(least, value)) };
}

function constant(number: number): Change {
  return () => number;
}

/** One of the numbers; those that are none, or not finite, don't count. NaN where none is left. */
function pick(numbers: Float64Array, which: string): number {
  const sorted = numbers.filter(Number.isFinite).sort();
  const at = which === 'min' ? 0 : which === 'median' ? (sorted.length - 1) >> 1 : sorted.length - 1;
  return sorted[at] ?? NaN;
}
