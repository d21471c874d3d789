/**
 * Converting a million entries from a TensorRT cache to NVDLA, as a process of its own, beside a plain Python script
 * with `json.dump`: `npm run build && npm run bench:convert [rounds]`. Prints times, their ratio and peak memory.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Cell, Column } from '../src/core/render/grid.js';
import { textTable } from '../src/core/render/text.js';
import { cacheText } from '../samples/generator/tensor.js';
import { tensors } from './measures.js';
import { costOf, type Cost } from './process.js';

const ENTRIES = 1_000_000;
const ROUNDS = Number(process.argv[2] ?? 3);

const columns: readonly Column[] = [
  { title: `convert ${ENTRIES} entries`, align: 'left' },
  { title: 's', align: 'right' },
  { title: 'peak MB', align: 'right' },
  { title: 'times as fast', align: 'right' },
];

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}

/** One row of the result: the median time, the highest peak, and how many times as fast as `plain` it is. */
function costRow(what: string, costs: readonly Cost[], plain: readonly Cost[]): Cell[] {
  const time = (of: readonly Cost[]): number => median(of.map(({ seconds }) => seconds));
  const peak = Math.max(...costs.map(({ megabytes }) => megabytes));
  return [what, Number(time(costs).toFixed(2)), Math.round(peak), Number((time(plain) / time(costs)).toFixed(2))];
}

async function compare(folder: string): Promise<void> {
  const [cache, output] = [join(folder, 'million.cache'), join(folder, 'calib.json')];
  await writeFile(cache, cacheText('TRT-8601-EntropyCalibration2', tensors(ENTRIES)));
  const cli = [process.execPath, resolve('dist/cli.js'), 'convert', cache, '--to', 'nvdla', '-o', output, '--force'];
  const python = ['python3', resolve('bench/python/cacheToNvdla.py'), cache, output];
  const [own, plain]: [Cost[], Cost[]] = [[], []];
  // In turns, so that a busy machine slows both.
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await costOf(cli));
    plain.push(await costOf(python));
  }
  const rows = [costRow('calibration-tables convert', own, plain), costRow('Python, json.dump', plain, plain)];
  console.log(textTable({ columns, rows }));
}

async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-convert-'));
  try {
    await compare(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void run();
