import type { Diff } from '../diff.js';

/** A comparison as JSON has it, for `jsonText`: the contract is docs/cli.md. */
export function diffJson(oldFile: string, newFile: string, { verdict, summary, pairs, removed, added }: Diff): object {
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
