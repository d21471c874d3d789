/** Arithmetic that a user types for one number or for many: `*1.1`, `/2`, `=amax`, `=group`, `clamp 0.1..6`. */
import { t } from '../texts/translate.js';

/** What becomes of a number, which is the `at`th of all. */
export type Change = (number: number, at: number) => number;

/**
 * Makes the change for the numbers that it is meant for: `=amax` needs to know them all, `=group` the largest number in the group of each,
 * NaN where one is in none.
 */
export type Arithmetic = (numbers: Float64Array, inGroups: () => Float64Array) => Change;

/** What is typed, with what to say of a number of which it makes none; or why it is not whole yet. */
export type ArithmeticResult =
  { readonly arithmetic: Arithmetic; readonly nothing?: string } | { readonly problem: string };

const NUMBER = /^[\d.]+(?:e[-+]?\d+)?$/i;
const OF_ALL: readonly string[] = ['amax', 'max', 'min', 'median'];
const GROUP = 'group';
const CLAMP = 'clamp';
const PROBLEM = t`Type *1.1, /2, =amax, =min, =median, =group or clamp 0.1..6 (one end may be left out).`;

/** Reads what is typed; null for what is no arithmetic at all, such as a plain number. */
export function parseArithmetic(text: string): ArithmeticResult | null {
  const typed = text.trim().toLowerCase();
  const rest = typed.slice(1).trim();
  if (/^[*×/]/.test(typed)) return factorOf(typed[0] ?? '', numberOf(rest));
  if (typed === `=${GROUP}`) return OF_GROUP;
  if (typed.startsWith('=')) return OF_ALL.includes(rest) ? ofAll(rest) : { problem: PROBLEM };
  return typed.startsWith(CLAMP) ? clampTo(typed.slice(CLAMP.length)) : null;
}

function numberOf(text: string): number {
  return NUMBER.test(text) ? Number(text) : NaN;
}

function factorOf(sign: string, number: number): ArithmeticResult {
  if (Number.isNaN(number)) return { problem: PROBLEM };
  if (sign !== '/') return { arithmetic: () => (value) => value * number };
  return number === 0 ? { problem: t`Nothing can be divided by 0.` } : { arithmetic: () => (value) => value / number };
}

function clampTo(ends: string): ArithmeticResult {
  const [low = '', high, ...more] = ends.split('..').map((end) => end.trim());
  if (high === undefined || more.length > 0 || low + high === '') return { problem: PROBLEM };
  const [least, most] = [low === '' ? 0 : numberOf(low), high === '' ? Infinity : numberOf(high)];
  if (Number.isNaN(least + most)) return { problem: PROBLEM };
  if (least > most) return { problem: t`The lower end of a clamp comes first.` };
  return { arithmetic: () => (value) => Math.min(most, Math.max(least, value)) };
}

/** The largest of its group, for each. */
const OF_GROUP: ArithmeticResult = {
  arithmetic: (_numbers, inGroups) => {
    const largest = inGroups();
    return (_number, at) => largest[at] ?? NaN;
  },
  nothing: t`It is in no group.`,
};

function ofAll(which: string): ArithmeticResult {
  return {
    arithmetic: (numbers) => {
      const number = pick(numbers, which);
      return () => number;
    },
  };
}

/** One of the numbers; those that are none, or not finite, don't count. NaN where none is left. */
function pick(numbers: Float64Array, which: string): number {
  const sorted = numbers.filter(Number.isFinite).sort();
  const at = which === 'min' ? 0 : which === 'median' ? (sorted.length - 1) >> 1 : sorted.length - 1;
  return sorted[at] ?? NaN;
}
