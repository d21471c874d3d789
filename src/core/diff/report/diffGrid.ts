import type { Diff, Leftover, Pair } from '../diff.js';
import { DOUBTFUL_BELOW } from '../align/doubtful.js';
import { shareText } from '../meaning.js';
import type { TailReading } from '../tails.js';
import type { Cell, Column, Grid } from '../../render/grid.js';

const COLUMNS: readonly Column[] = [
  { title: 'status', align: 'left' },
  { title: 'how', align: 'left' },
  { title: 'confidence', align: 'right' },
  { title: 'old', align: 'left', flexible: true },
  { title: 'new', align: 'left', flexible: true },
  { title: 'oldIndex', align: 'right' },
  { title: 'newIndex', align: 'right' },
  { title: 'oldScale', align: 'right' },
  { title: 'newScale', align: 'right' },
  { title: 'log2Ratio', align: 'right' },
];

/** Every entry of both tables: the pairs in the order of the new one, then what was removed and added. */
export function diffGrid({ pairs, removed, added }: Diff): Grid {
  return {
    columns: COLUMNS,
    rows: [
      ...pairs.map((pair): Cell[] => [
        pair.status,
        pair.how,
        pair.confidence,
        pair.old,
        pair.new,
        pair.oldIndex,
        pair.newIndex,
        pair.oldScale,
        pair.newScale,
        pair.log2Ratio,
      ]),
      ...removed.map(({ name, index }): Cell[] => ['removed', null, null, name, null, index, null, null, null, null]),
      ...added.map(({ name, index }): Cell[] => ['added', null, null, null, name, null, index, null, null, null]),
    ],
  };
}

const CHANGE_COLUMNS: readonly Column[] = [
  { title: 'name', align: 'left', flexible: true },
  { title: 'old scale', align: 'right' },
  { title: 'new scale', align: 'right' },
  { title: 'ratio', align: 'right' },
  { title: 'log2', align: 'right' },
];

/** The sure pairs that changed, the largest change first; those without a ratio lead. */
export function changesView({ pairs }: Diff): Grid {
  const changed = pairs
    .filter((pair) => pair.status === 'changed' && !isDoubtful(pair))
    .sort((a, b) => magnitude(b) - magnitude(a));
  return {
    columns: CHANGE_COLUMNS,
    rows: changed.map((pair) => [
      nameOf(pair),
      pair.oldScale,
      pair.newScale,
      pair.newScale / pair.oldScale,
      pair.log2Ratio,
    ]),
  };
}

const DOUBT_COLUMNS: readonly Column[] = [
  { title: 'name', align: 'left', flexible: true },
  { title: 'old scale', align: 'right' },
  { title: 'new scale', align: 'right' },
  { title: 'confidence', align: 'right' },
  { title: 'evidence', align: 'left' },
];

/** The doubtful pairs, changed or not, with what speaks for and against them. */
export function doubtsView({ pairs }: Diff): Grid {
  return {
    columns: DOUBT_COLUMNS,
    rows: pairs
      .filter(isDoubtful)
      .map((pair) => [nameOf(pair), pair.oldScale, pair.newScale, shownConfidence(pair), pair.evidence.join('; ')]),
  };
}

/** The share of the range that entropy calibration clips, the largest first. */
export function tailsView(tails: TailReading | null): Grid {
  const columns: readonly Column[] = [
    { title: 'name', align: 'left', flexible: true },
    { title: 'clipped', align: 'right' },
  ];
  return { columns, rows: (tails?.longest ?? []).map(({ name, share }) => [name, shareText(share)]) };
}

const RENAME_COLUMNS: readonly Column[] = [
  { title: 'old', align: 'left', flexible: true },
  { title: 'new', align: 'left', flexible: true },
  { title: 'how', align: 'left' },
  { title: 'confidence', align: 'right' },
];

/** The sure pairs under two names, changed or not. */
export function renamesView({ pairs }: Diff): Grid {
  const renamed = pairs.filter((pair) => pair.how !== 'same-name' && !isDoubtful(pair));
  return {
    columns: RENAME_COLUMNS,
    rows: renamed.map((pair) => [pair.old, pair.new, pair.how, shownConfidence(pair)]),
  };
}

/** Entries of one side without a partner. */
export function leftoversView(leftovers: readonly Leftover[]): Grid {
  const columns: readonly Column[] = [
    { title: '#', align: 'right' },
    { title: 'name', align: 'left', flexible: true },
  ];
  return { columns, rows: leftovers.map(({ index, name }) => [index, name]) };
}

function nameOf(pair: Pair): string {
  return pair.old === pair.new ? pair.new : `${pair.old} → ${pair.new}`;
}

function isDoubtful({ confidence }: Pair): boolean {
  return confidence < DOUBTFUL_BELOW;
}

function shownConfidence({ confidence }: Pair): number {
  return Number(confidence.toFixed(2));
}

function magnitude({ log2Ratio }: Pair): number {
  return Number.isNaN(log2Ratio) ? Infinity : Math.abs(log2Ratio);
}
