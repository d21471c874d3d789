/** A review of Q/DQ pairs as what it can be made again by. */
import * as vscode from 'vscode';
import { isOneOf } from '../../../protocol/common.js';
import { PLACEMENTS } from '../../../protocol/qdqReview.js';
import type { ReviewOrigin } from '../../../protocol/review.js';
import { USUAL_OPTIONS, type QdqAsked } from './qdqRequest.js';

/** What a review is made again by. */
export function originOf({ table, model, options }: QdqAsked): ReviewOrigin {
  const { placement, perTensorWeights, replaceQdq, exclude } = options;
  return {
    transfer: 'qdq',
    source: table.toString(),
    names: model.toString(),
    answers: {
      placement,
      ...(perTensorWeights && { perTensorWeights: 'yes' }),
      ...(replaceQdq && { replaceQdq: 'yes' }),
      exclude: JSON.stringify(exclude),
    },
  };
}

/** What was asked before a restart; an answer that can't be read is the usual one. */
export function askedOf({ source, names, answers }: ReviewOrigin): QdqAsked {
  const placement = isOneOf(PLACEMENTS, answers['placement']) ? answers['placement'] : USUAL_OPTIONS.placement;
  return {
    table: vscode.Uri.parse(source),
    model: vscode.Uri.parse(names),
    options: {
      placement,
      perTensorWeights: answers['perTensorWeights'] === 'yes',
      replaceQdq: answers['replaceQdq'] === 'yes',
      exclude: namesIn(answers['exclude'] ?? '[]'),
    },
  };
}

function namesIn(json: string): string[] {
  try {
    const names: unknown = JSON.parse(json);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
