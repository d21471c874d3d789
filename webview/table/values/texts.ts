/** How shares and decibels are written. */
import { plainNumber } from '../../shared/text/numbers.js';

export const TOO_COARSE = 'The histogram is too coarse to tell: one of its bins is as wide as the range';

/** `0.12 %`, `0 %`; nothing for what can't be told. */
export function clippedText(share: number): string {
  return Number.isNaN(share) ? '' : `${plainNumber(share * 100, 2)} %`;
}

/** `34.2 dB`; nothing for what can't be told. */
export function decibelText(decibels: number): string {
  if (Number.isNaN(decibels)) return '';
  return Number.isFinite(decibels) ? `${decibels.toFixed(1)} dB` : 'no noise';
}
