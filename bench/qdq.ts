/**
 * Writing Q/DQ pairs into a model of 420 MB (400 convolutions), and taking them out again, each as a process of its own:
 * `npm run build && npm run bench:qdq [rounds]`. Prints times and peak memory, in MB and in times the file.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { nodeRecord, tensorBytes } from '../src/core/model/encode.js';
import { DATA_TYPE, GRAPH, MODEL } from '../src/core/model/fields.js';
import { recordOf, type Pieces } from '../src/core/model/pieces.js';
import type { Cell, Column } from '../src/core/render/grid.js';
import { textTable } from '../src/core/render/text.js';
import { costOf, type Cost } from './process.js';

const CONVOLUTIONS = 400;
const CHANNELS = 512;
const ROUNDS = Number(process.argv[2] ?? 3);

const columns: readonly Column[] = [
  { title: `${CONVOLUTIONS} convolutions, 420 MB`, align: 'left' },
  { title: 's', align: 'right' },
  { title: 'peak MB', align: 'right' },
  { title: 'times the file', align: 'right' },
];

/** A chain of 1x1 convolutions; all of them share the bytes of their weights here, and have their own in the file. */
function model(): Pieces {
  const weights = new Uint8Array(Float32Array.from({ length: CHANNELS * CHANNELS }, (_, i) => Math.sin(i)).buffer);
  const layers = Array.from({ length: CONVOLUTIONS }, (_, i) => i);
  const nodes = layers.flatMap((i) =>
    nodeRecord({ op: 'Conv', name: `conv${i}`, inputs: [`t${i}`, `w${i}`], output: `t${i + 1}` }),
  );
  const tensors = layers.flatMap((i) =>
    recordOf(GRAPH.initializer, [tensorBytes(`w${i}`, DATA_TYPE.float32, [CHANNELS, CHANNELS, 1, 1], weights)]),
  );
  const input = valueNamed('t0');
  const output = valueNamed(`t${CONVOLUTIONS}`);
  const graph = [...nodes, ...tensors, ...recordOf(GRAPH.input, [input]), ...recordOf(GRAPH.output, [output])];
  // ir_version 8, and the operator set 13.
  return [
    Uint8Array.of(8, 8),
    ...recordOf(MODEL.graph, graph),
    ...recordOf(MODEL.opsetImport, [Uint8Array.of(16, 13)]),
  ];
}

/** A ValueInfoProto that only has a name. */
function valueNamed(name: string): Uint8Array {
  return Uint8Array.of(10, name.length, ...Buffer.from(name));
}

async function write(file: string, pieces: Pieces): Promise<void> {
  const stream = createWriteStream(file);
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

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
  await write(plain, model());
  const lines = Array.from({ length: CONVOLUTIONS }, (_, i) => `t${i}: 3d000000\n`);
  await writeFile(cache, `TRT-8601-EntropyCalibration2\n${lines.join('')}`);
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
