import type { Diff } from '../diff/diff.js';
import type { DiffAnswer } from './shapes.js';

/** A comparison as plain data. */
export function diffAnswer(
  oldFile: string,
  newFile: string,
  { verdict, summary, pairs, removed, added }: Diff,
): DiffAnswer {
  return {
    old: oldFile,
    new: newFile,
    verdict,
    summary,
    pairs: pairs.map((pair) => ({
      old: pair.old,
      new: pair.new,
      oldIndex: pair.oldIndex,
      newIndex: pair.newIndex,
      how: pair.how,
      confidence: pair.confidence,
      oldScale: pair.oldScale,
      newScale: pair.newScale,
      log2Ratio: pair.log2Ratio,
      status: pair.status,
      evidence: pair.evidence,
    })),
    removed,
    added,
  };
}
