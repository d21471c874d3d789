/** What two tables are to each other, in words and figures. */
import type { Statement } from '../table/statement.js';
import type { Relation } from './align/relation.js';
import { t } from '../texts/translate.js';

/** What follows for a comparison. */
const CONSEQUENCE = {
  'same-network': '',
  'other-values': t` Each change is a change of the calibration as a whole, not of a tensor.`,
  different: t` Only equal names are shown side by side, and they may mean different tensors.`,
} as const;

/** The statement of a comparison; none for two tables of one network. */
export function relationStatements(relation: Relation): Statement[] {
  return relation.kind === 'same-network'
    ? []
    : [{ text: `${relationSentence(relation)}${CONSEQUENCE[relation.kind]}`, basis: 'inferred' }];
}

/** One sentence with the figures that speak for it, such as `These tables seem to be of different networks: 93 of 229 entries fit …`. */
export function relationSentence(relation: Relation): string {
  switch (relation.kind) {
    case 'same-network':
      return t`These tables seem to be of one network: ${figures(relation)}.`;
    case 'other-values':
      return t`These tables seem to be of one graph with other weights, or calibrated quite differently: ${figures(relation)}.`;
    case 'different':
      return t`These tables seem to be of different networks: ${figures(relation)}.`;
  }
}

function figures({ paired, of, medianChange, largestChange }: Relation): string {
  const fitting = t`${paired} of ${of} entries ${paired === 1 ? t`has` : t`have`} a counterpart`;
  if (medianChange === null || largestChange === null) return fitting;
  const [median, most] = [factor(medianChange), factor(largestChange)];
  if (most === '1') return t`${fitting}, with equal scales`;
  const half = median === '1' ? t`equal scales for half of them or more` : t`scales ${median} times apart (median)`;
  return t`${fitting}, with ${half}, at most ${most} times${median === '1' ? t` apart` : ''}`;
}

/** A |log2 ratio| as a factor of three digits. */
function factor(change: number): string {
  return String(Number((2 ** change).toPrecision(3)));
}
