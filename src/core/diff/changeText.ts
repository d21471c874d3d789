import { diffTables, type Diff } from './diff.js';
import type { CalibrationTable } from '../table/table.js';
import { t } from '../texts/translate.js';
import { word } from '../texts/words.js';

/** A comparison takes longer than an editor may be kept waiting with more entries than these. */
const MOST_ENTRIES = 2000;

/** `86 changed, worst conv5 ×4.0, 2 renamed`; null where there is too much to compare in passing. */
export function changeText(before: CalibrationTable, after: CalibrationTable): string | null {
  if (Math.max(before.names.length, after.names.length) > MOST_ENTRIES) return null;
  const diff = diffTables(before, after);
  if (!diff.verdict.related) return t`another network`;
  const { changed, renamed, renumbered, removed, added } = diff.summary;
  const counts: [number, string][] = [
    [renamed + renumbered, word('renamed')],
    [removed, word('removed')],
    [added, word('added')],
  ];
  const others = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const first = changed > 0 ? [t`${changed} changed`, t`worst ${worstOf(diff)}`] : [];
  const all = [...first, ...others];
  return all.length > 0 ? all.join(', ') : t`no entry changed`;
}

/** `conv5 ×4.0`, or `×0.25`; a number that is none is the worst. */
function worstOf({ pairs }: Diff): string {
  const size = ({ log2Ratio }: (typeof pairs)[number]): number =>
    Number.isNaN(log2Ratio) ? Infinity : Math.abs(log2Ratio);
  const changed = pairs.filter(({ status }) => status === 'changed');
  const worst = changed.reduce((most, pair) => (size(pair) > size(most) ? pair : most));
  const ratio = 2 ** worst.log2Ratio;
  return `${worst.new} ${Number.isFinite(ratio) ? `×${ratio.toPrecision(2)}` : `${worst.oldScale} → ${worst.newScale}`}`;
}
