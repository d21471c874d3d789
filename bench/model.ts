/**
 * How long a run takes here, for models of three sizes, and what part of it our counting is: `npm run bench:model`. Nothing is asserted.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inputSpecs } from '../src/core/model/inputs.js';
import { readModel } from '../src/core/model/model.js';
import { NO_EXTERNAL } from '../src/core/model/tensorData.js';
import { textTable } from '../src/core/render/text.js';
import { measurableTensors } from '../src/core/run/measurable.js';
import { profile } from '../src/core/run/profile.js';
import { withReferences } from '../src/core/run/references.js';
import type { Subject } from '../src/core/run/subject.js';
import { noiseSamples } from '../src/core/tensors/noise.js';
import { onnxruntime } from '../src/engine/onnxruntime.js';
import { noise } from '../test/core/support/noise.js';
import { node, onnxModel } from '../test/core/support/onnxModel.js';
import { floats, value } from '../test/core/support/qdqModel.js';

const root = resolve(__dirname, '..');
const INPUTS = 8;

/** A plain net of the size of ResNet-34: 33 convolutions, 21 million weights, a picture of 224×224. */
function large(): Uint8Array {
  const stages = [
    [64, 6],
    [128, 8],
    [256, 12],
    [512, 6],
  ] as const;
  const [nodes, initializer]: [object[], object[]] = [[], []];
  let [tensor, channels] = ['x', 3];
  const add = (to: number, kernel: number, stride: number): void => {
    const index = nodes.length / 2;
    const count = to * channels * kernel * kernel;
    const spread = Math.sqrt(6 / (channels * kernel * kernel));
    initializer.push(
      floats(`w${index}`, [to, channels, kernel, kernel], noise(count, index + 1).map((x) => x * spread) as never),
    );
    const ints = (name: string, values: number[]): object => ({ name, type: 7, ints: values });
    const half = (kernel - 1) / 2;
    const attribute = [ints('strides', [stride, stride]), ints('pads', [half, half, half, half])];
    nodes.push(
      node('Conv', [tensor, `w${index}`], [`c${index}`], { attribute }),
      node('Relu', [`c${index}`], [`r${index}`]),
    );
    [tensor, channels] = [`r${index}`, to];
  };
  add(64, 7, 4);
  for (const [width, layers] of stages) for (let i = 0; i < layers; i++) add(width, 3, i === 0 && width > 64 ? 2 : 1);
  return onnxModel({ node: nodes, initializer, input: [value('x', [1, 3, 224, 224])], output: [value(tensor)] });
}

const models: readonly (readonly [string, () => Uint8Array])[] = [
  ['shapes 96x96', () => readFileSync(resolve(root, 'samples/shapes/shapes.onnx'))],
  ['UltraFace 320x240', () => readFileSync(resolve(root, '../shared/corpus/onnx/ultraface-rfb-320.onnx'))],
  ['33 convolutions 224x224', large],
];

void main();

async function main(): Promise<void> {
  const engine = onnxruntime(
    new Uint8Array(readFileSync(resolve(root, 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'))),
  );
  const rows: (string | number)[][] = [];
  for (const [name, make] of models) {
    if (name.startsWith('UltraFace') && !existsSync(resolve(root, '../shared/corpus'))) continue;
    const model = readModel(new Uint8Array(make()));
    const progress = { report: () => Promise.resolve(), isLate: () => false, now: () => performance.now() };
    const samples = noiseSamples(INPUTS + 1, inputSpecs(model));
    const subject: Subject = { engine, model, external: NO_EXTERNAL, samples, progress, budget: 2 ** 30 };
    // The first run warms up: it is not counted.
    const plain = await withReferences(subject, async (references) => {
      await references.of(samples[0] as never);
      const from = performance.now();
      for (const sample of samples.slice(1)) await references.of(sample);
      return (performance.now() - from) / INPUTS;
    });
    const tensors = measurableTensors(model);
    const counted = async (histograms: true | 'ends'): Promise<(string | number)[]> => {
      const { time } = await profile(subject, { tensors, histograms });
      return [ms(time.all / samples.length), ms(time.counting / samples.length), share(time)];
    };
    rows.push([name, tensors.length, ms(plain), ...(await counted(true)), ...(await counted('ends'))]);
  }
  const right = (title: string) => ({ title, align: 'right' as const });
  console.log(
    textTable({
      columns: [
        { title: 'model', align: 'left' },
        right('tensors'),
        right('a run (ms an input)'),
        right('all tensors counted'),
        right('of these our counting'),
        right('share'),
        right('ends alone'),
        right('our counting'),
        right('share'),
      ],
      rows,
    }),
  );
}

function share({ all, counting }: { readonly all: number; readonly counting: number }): string {
  return `${Math.round((100 * counting) / all)} %`;
}

function ms(time: number): number {
  return Math.round(time * 10) / 10;
}
