/** How sure a pair of two tables has to be before a number goes from one to the other, and the words for less. */
import type { Match } from '../diff/align/align.js';
import { DOUBTFUL_BELOW } from '../diff/align/doubtful.js';
import { t } from '../texts/translate.js';

/** Pairs below this are taken with a doubt; below {@link DOUBTFUL_BELOW} they are not taken. */
const SURE = 0.8;

export function isDoubtful({ confidence }: Match): boolean {
  return confidence < DOUBTFUL_BELOW;
}

/** Why a pair could be wrong, or null for a sure one. */
export function doubtOf({ confidence, evidence }: Match): string | null {
  return confidence < SURE ? t`${Math.round(confidence * 100)} % sure: ${evidence.join('; ')}` : null;
}

/** Why nothing is taken over a doubtful pair. */
export function tooDoubtful(partner: string, { evidence }: Match): string {
  return t`its partner "${partner}" is too doubtful (${evidence.join('; ')})`;
}
