/** Whether the numbers of one table may go into another: not between different networks, and not in silence where all of them moved. */
import type { Alignment } from '../diff/align/align.js';
import { DOUBTFUL_BELOW } from '../diff/align/doubtful.js';
import type { Relation } from '../diff/align/relation.js';
import { relationSentence } from '../diff/relationText.js';

/** Why numbers of one table are not taken into the other, unless the user insists; null where nothing speaks against it. */
export function refusalOf(relation: Relation): string | null {
  return relation.kind === 'different' ? relationSentence(relation) : null;
}

/** What the user should know before numbers go from one table to the other. */
export function relationWarnings(relation: Relation): string[] {
  return relation.kind === 'same-network' ? [] : [relationSentence(relation)];
}

/** The alignment of two tables that the user insists belong together: equal names are believed, barely. */
export function insistedOn(alignment: Alignment): Alignment {
  if (alignment.relation.kind !== 'different') return alignment;
  const matches = alignment.matches.map((match) => ({
    ...match,
    confidence: Math.max(DOUBTFUL_BELOW, match.confidence),
  }));
  return { ...alignment, matches };
}
