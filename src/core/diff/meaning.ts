/** What a change of a scale means for the quantized network: resolution on one side, clipping on the other. */
import { log2Ratio } from '../table/quantization.js';
import { t } from '../texts/translate.js';

export type Meaning =
  | { readonly kind: 'same' }
  /** The range grew: its steps are coarser by so many bits. */
  | { readonly kind: 'grew'; readonly bitsLost: number }
  /** The range shrank: its steps are finer, and the outer share of the old range is clipped. */
  | { readonly kind: 'shrank'; readonly bitsGained: number; readonly clipped: number }
  /** At least one scale is zero, negative, infinite or no number. */
  | { readonly kind: 'unknown' };

const UNDER = 'under';

/** What it means that a tensor's scale went from `before` to `after`. */
export function meaningOf(before: number, after: number): Meaning {
  if (before === after) return { kind: 'same' };
  if (!isUsable(before) || !isUsable(after)) return { kind: 'unknown' };
  const bits = log2Ratio(before, after);
  return bits > 0
    ? { kind: 'grew', bitsLost: bits }
    : { kind: 'shrank', bitsGained: -bits, clipped: clippedShare(before, after) };
}

/** The share of a range that lies outside a smaller one: 1 - smaller / larger; 0 where nothing is cut off. */
export function clippedShare(whole: number, kept: number): number {
  return Math.max(0, 1 - kept / whole);
}

/** A few words for a column: `0.58 bits lost`, `32 % clipped`, `< 0.1 % clipped`. */
export function meaningText(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'same':
      return '';
    case 'grew':
      return t`${bitsText(meaning.bitsLost)} lost`.replace(UNDER, '<');
    case 'shrank':
      return t`${shareText(meaning.clipped)} clipped`.replace(UNDER, '<');
    case 'unknown':
      return t`no ratio`;
  }
}

/** A sentence: what is lost, and what is won for it. */
export function meaningSentence(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'same':
      return t`The scales are equal.`;
    case 'grew':
      return t`The range grew: ${bitsText(meaning.bitsLost)} of resolution lost.`;
    case 'shrank':
      return t`The range shrank: the outer end of the old range is clipped now (${shareText(meaning.clipped)}), for ${bitsText(meaning.bitsGained)} of resolution gained.`;
    case 'unknown':
      return t`A scale that is zero, negative, infinite or no number has no ratio.`;
  }
}

/** `12 %`, `0.3 %`, `under 0.1 %`. */
export function shareText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return `${UNDER} 0.1 %`;
  return `${percent < 10 ? Number(percent.toFixed(1)) : Math.round(percent)} %`;
}

function bitsText(bits: number): string {
  if (bits < 0.005) return t`${UNDER} 0.01 bits`;
  return t`${bits.toFixed(2)} bits`;
}

function isUsable(scale: number): boolean {
  return scale > 0 && scale < Infinity;
}
