/** Thresholds as the slider and the box have them: a |log2 ratio|, which people also know as a ratio. */
import { plainNumber } from '../../shared/text/numbers.js';
import { t } from '../../../src/core/texts/translate.js';

/** The slider's steps, finer where tables of neighbouring versions differ. */
export const THRESHOLD_STEPS = [
  0, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 3, 4, 6, 8,
] as const;

/** The slider's place for a threshold: the last step that is not above it. */
export function stepOf(threshold: number): number {
  const above = THRESHOLD_STEPS.findIndex((step) => step > threshold);
  return above < 0 ? THRESHOLD_STEPS.length - 1 : Math.max(0, above - 1);
}

/** `any change`, `a factor of 1.072 either way`. */
export function describeThreshold(threshold: number): string {
  return threshold === 0 ? t`any change` : t`× ${plainNumber(2 ** threshold)} either way`;
}

/** What is typed: a log2 (`0.1`), or a ratio (`x1.5`, `× 1.5`, `1.5x`). Null for what is neither. */
export function parseThreshold(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  const ratio = /^(?:[x×]\s*([\d.]+)|([\d.]+)\s*[x×])$/i.exec(typed);
  const value = ratio ? Math.abs(Math.log2(Number(ratio[1] ?? ratio[2]))) : typed === '' ? 0 : Number(typed);
  return Number.isFinite(value) && value >= 0 ? value : null;
}
