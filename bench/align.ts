/**
 * How well tables are aligned when the truth is known by construction: random networks, layers inserted and
 * removed, tensors renumbered and renamed by several schemes, scales calibrated again. `npm run bench:align [seeds]`.
 */
import { textTable } from '../src/core/render/text.js';
import type { Cell, Column } from '../src/core/render/grid.js';
import { RENAMINGS, type Renaming } from './align/scenarios.js';
import { HEAD_RENAMINGS, makeHeadsTrial, type HeadRenaming } from './align/heads.js';
import { Random } from '../samples/generator/random.js';
import { judge, makeStrangers, makeTrial, type Outcome } from './align/trial.js';

const SIZES = [60, 250];
const EDITS = [0, 0.02, 0.1, 0.2];
const JITTERS = [0, 0.01, 0.05, 0.1, 0.2];
/** What another algorithm and other data may do: scales up to four times as large, or as small. */
const ANOTHER_CALIBRATION = 3;
const seeds = Number(process.argv[2] ?? 4);

const columns: readonly Column[] = [
  { title: 'tensors', align: 'left' },
  { title: 'jitter', align: 'right' },
  { title: 'pairs', align: 'right' },
  { title: 'precision', align: 'right' },
  { title: 'recall', align: 'right' },
  { title: 'wrong', align: 'right' },
  { title: 'doubtful', align: 'right' },
];

const strangerColumns: readonly Column[] = [
  { title: 'tensors', align: 'left' },
  { title: 'trials', align: 'right' },
  { title: 'said to be related', align: 'right' },
  { title: 'pairs, all wrong', align: 'right' },
];

console.log(
  textTable({ columns, rows: RENAMINGS.flatMap((renaming) => JITTERS.map((jitter) => rowOf(renaming, jitter))) }),
);
console.log('Another calibration altogether, scales up to four times as large or as small:');
console.log(textTable({ columns, rows: RENAMINGS.map((renaming) => rowOf(renaming, ANOTHER_CALIBRATION)) }));
console.log('Detectors whose parallel heads stand in another order, in pieces:');
console.log(
  textTable({
    columns,
    rows: HEAD_RENAMINGS.flatMap((renaming) => JITTERS.map((jitter) => headsRow(renaming, jitter))),
  }),
);
console.log('Two networks that have nothing to do with each other:');
console.log(textTable({ columns: strangerColumns, rows: RENAMINGS.map(strangersRow) }));

function rowOf(renaming: Renaming, jitter: number): Cell[] {
  const outcomes: Outcome[] = [];
  for (const size of SIZES)
    for (const edits of EDITS)
      for (let seed = 1; seed <= seeds; seed++)
        outcomes.push(judge(makeTrial(renaming, size, edits, jitter, seed * 1000 + size)));
  return summed(renaming.what, jitter, outcomes);
}

function headsRow(renaming: HeadRenaming, jitter: number): Cell[] {
  const outcomes = SIZES.flatMap((size) =>
    Array.from({ length: seeds }, (_, seed) =>
      judge(makeHeadsTrial(renaming, size, jitter, new Random((seed + 1) * 1000 + size))),
    ),
  );
  return summed(renaming.what, jitter, outcomes);
}

function summed(what: string, jitter: number, outcomes: readonly Outcome[]): Cell[] {
  const sum = (count: (outcome: Outcome) => number): number =>
    outcomes.reduce((all, outcome) => all + count(outcome), 0);
  const [truth, sure, right] = [sum((o) => o.truth), sum((o) => o.sure), sum((o) => o.right)];
  return [
    what,
    `${jitter * 100} %`,
    truth,
    share(right, sure),
    share(right, truth),
    sure - right,
    sum((o) => o.doubtful),
  ];
}

function strangersRow(renaming: Renaming): Cell[] {
  const outcomes = SIZES.flatMap((size) =>
    Array.from({ length: seeds }, (_, seed) => judge(makeStrangers(renaming, size, seed + 1))),
  );
  return [
    renaming.what,
    outcomes.length,
    outcomes.filter(({ related }) => related).length,
    outcomes.reduce((all, { sure }) => all + sure, 0),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(4);
}
