/** What a user types for a scale, a range or hex, checked and turned into the one number that the file stores. */
import { bitsToFloat, floatToBits } from '../bytes/float32.js';
import { scaleOf, storedFromRange, storedFromScale, type Quantity } from './quantization.js';
import { t } from '../texts/translate.js';

/** Which rendering of the stored number was typed. */
export type InputKind = 'scale' | 'range' | 'hex';

/** The stored number, or why the text is none. */
export type InputResult = { readonly value: number } | { readonly problem: string };

const DECIMAL = /^[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
const HEX = /^(?:0x)?([0-9a-f]{8})$/i;

/** Reads a typed scale, range or bit pattern for a table of this quantity; problems are sentences for the user. */
export function parseInput(text: string, kind: InputKind, quantity: Quantity): InputResult {
  const typed = text.trim();
  if (kind === 'hex') return parseHex(typed, quantity);
  if (!DECIMAL.test(typed))
    return { problem: t`Type a decimal number, such as ${kind === 'scale' ? '0.0130' : '1.65'}.` };
  const number = Number(typed);
  const stored = kind === 'scale' ? storedFromScale(number, quantity) : storedFromRange(number, quantity);
  const problem = problemOf(number) ?? problemOfScale(scaleOf(stored, quantity), number);
  return problem === null ? { value: stored } : { problem };
}

/** Why a stored number can't be written into a table of this quantity, or null. For values that were not typed. */
export function storedProblem(value: number, quantity: Quantity): string | null {
  return problemOf(value) ?? problemOfScale(scaleOf(value, quantity), value);
}

function parseHex(typed: string, quantity: Quantity): InputResult {
  const digits = HEX.exec(typed)?.[1];
  if (digits === undefined) return { problem: t`Type the 8 hex digits of a float32 scale, such as 3c55b689.` };
  const scale = bitsToFloat(parseInt(digits, 16));
  const problem = Object.is(scale, -0) ? t`A scale can't be negative.` : problemOf(scale);
  return problem === null ? { value: storedFromScale(scale, quantity) } : { problem };
}

function problemOf(number: number): string | null {
  if (Number.isNaN(number)) return t`A scale can't be NaN: builds break on it.`;
  if (number < 0) return t`A scale can't be negative.`;
  return Number.isFinite(number) ? null : t`A scale can't be infinite: builds break on it.`;
}

/** The scale has to survive as a float32, whatever the file stores. */
function problemOfScale(scale: number, typed: number): string | null {
  const rounded = bitsToFloat(floatToBits(scale));
  if (!Number.isFinite(rounded)) return t`Too large: a float32 scale ends at 3.4e38.`;
  return rounded === 0 && typed !== 0 ? t`Too small: as a float32 this scale is 0.` : null;
}
