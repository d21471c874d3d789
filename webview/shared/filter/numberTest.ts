/** Numbers as a filter compares them. */
import type { Operator } from './parse.js';

export type NumberTest = (number: number) => boolean;

/**
 * The test that `>50`, `:1..5` or `=0.05` mean; null for a value that is no number. A number is equal to all that is written like
 * it with as many digits (`0.1%` is 0.001): nobody types all digits of a scale. NaN passes only the question for it.
 */
export function numberTest(operator: Operator, value: string): NumberTest | null {
  const [low, high] = value.split('..').map(numberOf);
  if (low === undefined || Number.isNaN(low)) return asksForNaN(operator, value) ? Number.isNaN : null;
  if (high !== undefined) {
    if (operator !== ':' && operator !== '=') return null;
    return Number.isNaN(high) ? null : (number) => number >= low && number <= high;
  }
  switch (operator) {
    case '>':
      return (number) => number > low;
    case '>=':
      return (number) => number >= low;
    case '<':
      return (number) => number < low;
    case '<=':
      return (number) => number <= low;
    default:
      return equals(low, digitsOf(value));
  }
}

function asksForNaN(operator: Operator, value: string): boolean {
  return /^nan$/i.test(value) && (operator === ':' || operator === '=');
}

function numberOf(text: string): number {
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  const [, share] = /^(.+)%$/.exec(text) ?? [];
  if (share !== undefined) return Number(share) / 100;
  return text.trim() === '' ? NaN : Number(text);
}

function equals(wanted: number, digits: number): NumberTest {
  if (!Number.isFinite(wanted) || wanted === 0) return (number) => number === wanted;
  return (number) => number === wanted || (Number.isFinite(number) && Number(number.toPrecision(digits)) === wanted);
}

/** How many significant digits a number is written with. */
function digitsOf(text: string): number {
  const digits = text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '');
  return Math.min(17, Math.max(1, digits.length));
}
