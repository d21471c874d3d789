/** What a view keeps of a review, so that the host can make it again after a restart. */
import { isObject, isText } from './common.js';

/** By what a review can be made again: which transfer it is, of which files (as URIs), and what was answered before it. */
export interface ReviewOrigin {
  readonly transfer: 'convert' | 'port' | 'qdq';
  readonly source: string;
  readonly names: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** A row that was mended by hand: the entry or the scale that it was given, or nothing. */
export interface ByHand {
  readonly row: string;
  readonly source:
    | { readonly entry: string; readonly rule: string; readonly doubt: string | null }
    | { readonly scale: number }
    | null;
}

/** What the view keeps of a review, so that it comes back as it was after a restart. */
export interface KeptReview {
  readonly origin: ReviewOrigin;
  readonly byHand: readonly ByHand[];
}

/** What a view has kept of its review; null for a state that is none of ours. */
export function keptReviewOf(state: unknown): KeptReview | null {
  const kept = isObject(state) ? state['kept'] : null;
  if (!isObject(kept) || !isOrigin(kept['origin']) || !Array.isArray(kept['byHand'])) return null;
  return { origin: kept['origin'], byHand: kept['byHand'].filter(isByHand) };
}

function isOrigin(value: unknown): value is ReviewOrigin {
  if (!isObject(value)) return false;
  const { transfer, source, names, answers } = value;
  const isTransfer = transfer === 'convert' || transfer === 'port' || transfer === 'qdq';
  return isTransfer && isText(source) && isText(names) && isObject(answers);
}

function isByHand(value: unknown): value is ByHand {
  if (!isObject(value) || !isText(value['row'])) return false;
  const { source } = value;
  if (source === null) return true;
  if (!isObject(source)) return false;
  const { scale, entry, rule, doubt } = source;
  return typeof scale === 'number' || (isText(entry) && isText(rule) && (doubt === null || isText(doubt)));
}
