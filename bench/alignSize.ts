/**
 * Time and memory of a comparison of big tables with 10 % edits, and how they grow: `npm run bench:align-size`.
 * The baseline, in the same run, is reading both files. Each line is a process of its own, so that its peak memory is.
 */
import { execFileSync } from 'node:child_process';
import { textTable } from '../src/core/render/text.js';
import type { Column } from '../src/core/render/grid.js';
import { diffTables } from '../src/core/diff/diff.js';
import { tensorrt } from '../src/core/formats/tensorrt/tensorrt.js';
import { RENAMINGS } from './align/scenarios.js';
import { makeTrial, scoreOf } from './align/trial.js';

interface Case {
  readonly what: string;
  readonly size: number;
  readonly jitter: number;
}
interface Line {
  readonly read: number;
  readonly diff: number;
  readonly before: number;
  readonly peak: number;
  readonly precision: number;
  readonly recall: number;
}

const EDITS = 0.1;
const CASES = ['names are kept', 'numbers: renumbered', 'one sequence: blocks renumbered'].flatMap((what) =>
  [0, 0.05].flatMap((jitter) => [10_000, 30_000, 100_000].map((size): Case => ({ what, size, jitter }))),
);
const columns: readonly Column[] = [
  { title: 'tensors', align: 'left' },
  { title: 'jitter', align: 'right' },
  { title: 'entries', align: 'right' },
  { title: 'read both, ms', align: 'right' },
  { title: 'compare, ms', align: 'right' },
  { title: 'ratio', align: 'right' },
  { title: 'peak, MB', align: 'right' },
  { title: 'of it for comparing', align: 'right' },
  { title: 'precision', align: 'right' },
  { title: 'recall', align: 'right' },
];

const [own] = process.argv.slice(2);
if (own === undefined) console.log(textTable({ columns, rows: CASES.map(rowOf) }));
else console.log(JSON.stringify(run(JSON.parse(own) as Case)));

function rowOf(one: Case): (string | number)[] {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', process.argv[1] ?? '', JSON.stringify(one)], {
    encoding: 'utf8',
  });
  const { read, diff, before, peak, precision, recall } = JSON.parse(printed) as Line;
  return [
    one.what,
    `${one.jitter * 100} %`,
    one.size,
    Math.round(read),
    Math.round(diff),
    (diff / read).toFixed(1),
    Math.round(peak),
    Math.round(peak - before),
    precision.toFixed(4),
    recall.toFixed(4),
  ];
}

function run({ what, size, jitter }: Case): Line {
  const renaming = RENAMINGS.find((one) => one.what === what);
  if (!renaming) throw new Error(`There is no "${what}".`);
  const trial = makeTrial(renaming, size, EDITS, jitter, 5);
  const files = [trial.old, trial.new].map((table) => tensorrt.write(table));
  const [read, tables] = timed(() => files.map((bytes) => tensorrt.read(bytes).table));
  const [old, next] = tables;
  if (!old || !next) throw new Error('There are two tables.');
  const before = peakMegabytes();
  const [diff, { pairs }] = timed(() => diffTables(old, next));
  const { truth, sure, right } = scoreOf(pairs, trial.truth);
  return { read, diff, before, peak: peakMegabytes(), precision: right / sure, recall: right / truth };
}

function timed<T>(work: () => T): [milliseconds: number, result: T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
