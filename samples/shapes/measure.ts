/**
 * `npx tsx samples/shapes/measure.ts`: what becomes of the detector of shapes in INT8, and with one layer left in float, by the product's own
 * readers, pairs and engine. Prints the figures of docs/which-layers-suffer.md, and writes its picture and the dumps beside this file.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { detect } from '../../src/core/formats/index.js';
import { inputSpecs } from '../../src/core/model/inputs.js';
import { readModel } from '../../src/core/model/model.js';
import { joined } from '../../src/core/model/pieces.js';
import { NO_EXTERNAL } from '../../src/core/model/tensorData.js';
import { OutputNoise, type Outputs } from '../../src/core/run/decibels.js';
import { meanDb } from '../../src/core/run/meanDb.js';
import { readPicture, type Picture } from '../../src/core/tensors/picture.js';
import { parsePreprocessing } from '../../src/core/tensors/preprocess.js';
import { samplesOf } from '../../src/core/tensors/samples.js';
import { planQdq, writeQdq } from '../../src/core/transfer/toQdq.js';
import { onnxruntime } from '../../src/engine/onnxruntime.js';
import { f1, judge, SIZES, type Label, type Verdict } from './detections.js';
import { drawn } from './drawing.js';
import { npy } from './npy.js';

const folder = __dirname;
const root = resolve(folder, '../..');
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** The layer that `rank` puts first. */
const CULPRIT = '/fine/fine.0/Conv';
/** Pictures of the tutorial, and the one whose dumps lie here. */
const [DRAWN, DUMPED] = [['17.png', '20.png'], '17.png'];

void main();

async function main(): Promise<void> {
  const model = read(join(folder, 'shapes.onnx'));
  const names = readdirSync(join(folder, 'test')).filter((name) => name.endsWith('.png'));
  const pictures = names.map((name) => ({ path: name, bytes: read(join(folder, 'test', name)) }));
  const labels = JSON.parse(readFileSync(join(folder, 'test/labels.json'), 'utf8')) as Record<string, Label[]>;
  const samples = samplesOf(pictures, inputSpecs(readModel(model)), parsePreprocessing('div=255'));
  const models = {
    fp32: model,
    int8: await quantized(model, []),
    'int8 without the layer': await quantized(model, [CULPRIT]),
  };
  const engine = onnxruntime(read(join(root, 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm')));
  const results = new Map<string, Outputs[]>();
  for (const [way, bytes] of Object.entries(models)) {
    const session = await engine.load(bytes);
    const outputs: Outputs[] = [];
    for (const sample of samples) outputs.push(await session.run(sample.load()));
    await session.release();
    results.set(way, outputs);
  }
  const verdicts = new Map(
    [...results].map(([way, outputs]) => [way, outputs.map((each, i) => judged(each, labels[names[i] ?? ''] ?? []))]),
  );
  report(results, verdicts);
  const rows = DRAWN.map((name) => {
    const at = names.indexOf(name);
    const picture: Picture = readPicture(pictures[at]?.bytes ?? new Uint8Array());
    return { picture, columns: [...verdicts.values()].map((all) => all[at] ?? []) };
  });
  writeFileSync(join(root, 'docs/images/shapes-before-after.png'), drawn(rows));
  for (const [way, file] of [
    ['fp32', 'outputs-fp32.npz'],
    ['int8', 'outputs-int8.npz'],
  ] as const)
    writeFileSync(join(folder, file), dump(results.get(way)?.[names.indexOf(DUMPED)] ?? new Map()));
}

async function quantized(model: Uint8Array, exclude: readonly string[]): Promise<Uint8Array> {
  const bytes = read(join(folder, 'shapes.cache'));
  const detection = detect(bytes, 'shapes.cache');
  if (detection.kind !== 'table') throw new Error('shapes.cache is no table.');
  const options = { placement: 'tensorrt', exclude, perTensorWeights: false, replaceQdq: false } as const;
  return joined(writeQdq(await planQdq(detection.format.read(bytes).table, model, options, { external: NO_EXTERNAL })));
}

function judged(outputs: Outputs, labels: readonly Label[]): Verdict[] {
  return SIZES.map((size) => {
    const output = outputs.get(size);
    if (!output) throw new Error(`The model has no output "${size}".`);
    return judge(output, labels, size);
  });
}

function report(
  results: ReadonlyMap<string, readonly Outputs[]>,
  verdicts: ReadonlyMap<string, readonly Verdict[][]>,
): void {
  const reference = results.get('fp32') ?? [];
  for (const [way, all] of verdicts) {
    const noise = new OutputNoise();
    results.get(way)?.forEach((outputs, i) => noise.add(reference[i] ?? new Map(), outputs));
    const scores = SIZES.map(
      (size, i) => `${size} ${f1(all.map((each) => each[i] ?? { found: [], missed: [], wrong: [] })).toFixed(3)}`,
    );
    const decibels = SIZES.map((size) => noise.decibels.get(size) ?? NaN);
    console.log(
      `${way}: F1 ${scores.join(', ')}; dB ${decibels.map((db) => db.toFixed(1)).join(', ')}, mean ${meanDb(decibels).toFixed(1)}`,
    );
  }
  if (process.argv.includes('--each'))
    verdicts
      .get('int8')
      ?.forEach((each, i) =>
        console.log(
          i,
          JSON.stringify(each.map(({ found, missed, wrong }) => [found.length, missed.length, wrong.length])),
        ),
      );
}

/** An archive with a fixed date: the same bytes every time. */
function dump(outputs: Outputs): Uint8Array {
  const mtime = new Date(2020, 0, 1);
  return zipSync(
    Object.fromEntries(
      [...outputs].map(([name, tensor]) => [`${name}.npy`, [npy(tensor), { mtime, level: 9 }]]),
    ) as never,
  );
}
