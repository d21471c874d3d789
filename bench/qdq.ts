/**
 * Writing Q/DQ pairs into a model of 420 MB (400 convolutions), and taking them out again, each as a process of its own:
 * `npm run build && npm run bench:qdq [rounds]`. Prints times and peak memory, in MB and in times the file.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Cell, Column } from '../src/core/render/grid.js';
import { textTable } from '../src/core/render/text.js';
import { largeModel, largeModelCache, writePieces } from '../test/core/support/largeModel.js';
import { costOf, type Cost } from './process.js';

const CONVOLUTIONS = 400;
const ROUNDS = Number(process.argv[2] ?? 3);

const columns: readonly Column[] = [
  { title: `${CONVOLUTIONS} convolutions, 420 MB`, align: 'left' },
  { title: 's', align: 'right' },
  { title: 'peak MB', align: 'right' },
  { title: 'times the file', align: 'right' },
];

function row(what: string, costs: readonly Cost[], megabytes: number): Cell[] {
  const times = costs.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const peak = Math.max(...costs.map((cost) => cost.megabytes));
  return [
    what,
    Number((times[times.length >> 1] ?? NaN).toFixed(2)),
    Math.round(peak),
    Number((peak / megabytes).toFixed(2)),
  ];
}

async function measure(folder: string): Promise<void> {
  const [plain, cache, paired] = [join(folder, 'm.onnx'), join(folder, 'm.cache'), join(folder, 'q.onnx')];
  await writePieces(plain, largeModel(CONVOLUTIONS));
  await writeFile(cache, largeModelCache(CONVOLUTIONS));
  const cli = [process.execPath, resolve('dist/cli.js'), 'convert'];
  const there = [...cli, cache, '--to', 'onnx-qdq', '--network', plain, '-o', paired, '--force'];
  const back = [...cli, paired, '--to', 'tensorrt', '--trt-version', '8.6.1', '-o', join(folder, 'b.cache')];
  const stripped = [...back, '--plain', join(folder, 'p.onnx'), '--force'];
  const [into, out]: [Cost[], Cost[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    into.push(await costOf(there));
    out.push(await costOf(stripped));
  }
  const megabytes = (await stat(plain)).size / 1e6;
  const rows = [
    row('table into the model', into, megabytes),
    row('model into a table and a plain model', out, megabytes),
  ];
  console.log(textTable({ columns, rows }));
}

async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-qdq-'));
  try {
    await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void run();
