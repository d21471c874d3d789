/** How shares and decibels are written. */
import { plainNumber } from './numbers.js';
import { t } from '../../../src/core/texts/translate.js';

export const TOO_COARSE = t`The histogram is too coarse to tell: one of its bins is as wide as the range`;

/** Of a hundred; what is less is no figure to go by, and would be cut. */
const LEAST_PERCENT = 0.01;

/** `0.12 %`, `0 %`, `<0.01 %`; nothing for what can't be told. */
export function shareText(share: number): string {
  if (share > 0 && share * 100 < LEAST_PERCENT) return `<${LEAST_PERCENT} %`;
  return Number.isNaN(share) ? '' : `${plainNumber(share * 100, 2)} %`;
}

/** `34.2 dB`; nothing for what can't be told. */
export function decibelText(decibels: number): string {
  if (Number.isNaN(decibels)) return '';
  return Number.isFinite(decibels) ? `${decibels.toFixed(1)} dB` : t`no noise`;
}
