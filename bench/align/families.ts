/** Networks of one family at several depths: most names of the smaller one stand in the larger one, too, for other tensors. */
import type { Random } from '../../samples/generator/random.js';

export type Entry = readonly [name: string, scale: number];

/** The ranges of images and of probabilities are the same in every network. */
const [IMAGE, PROBABILITY] = [1 / 127, 1 / 127];

/** Blocks of each stage. */
export interface ResNet {
  readonly blocks: readonly [number, number, number, number];
  /** Three convolutions a block instead of two. */
  readonly bottleneck: boolean;
}

export const RESNETS = {
  18: { blocks: [2, 2, 2, 2], bottleneck: false },
  34: { blocks: [3, 4, 6, 3], bottleneck: false },
  50: { blocks: [3, 4, 6, 3], bottleneck: true },
  101: { blocks: [3, 4, 23, 3], bottleneck: true },
} as const satisfies Readonly<Record<number, ResNet>>;

/** A Caffe ResNet by layers, as NVDLA's tables have it. */
export function resNet({ blocks, bottleneck }: ResNet, random: Random): Entry[] {
  const entries: Entry[] = [['data', IMAGE]];
  const add = (name: string, scale: number): number => entries.push([name, scale]);
  const convolution = (name: string): void => {
    add(name, random.logNormal(0.06, 0.9));
    add(`bn${name.replace(/^res|^(?=conv)/, name.startsWith('res') ? '' : '_')}`, random.logNormal(0.035, 0.5));
    add(`scale${name.replace(/^res|^(?=conv)/, name.startsWith('res') ? '' : '_')}`, random.logNormal(0.05, 0.7));
  };
  const relu = (of: string): number => add(`${of}_relu`, (entries.at(-1)?.[1] ?? 1) * random.between(0.6, 1));
  convolution('conv1');
  relu('conv1');
  add('pool1', entries.at(-1)?.[1] ?? 1);
  blocks.forEach((count, stage) => {
    for (let block = 0; block < count; block++) {
      const id = `res${stage + 2}${String.fromCharCode(97 + block)}`;
      if (block === 0) convolution(`${id}_branch1`);
      for (const branch of bottleneck ? ['a', 'b', 'c'] : ['a', 'b']) {
        convolution(`${id}_branch2${branch}`);
        if (branch !== (bottleneck ? 'c' : 'b')) relu(`${id}_branch2${branch}`);
      }
      add(id, random.logNormal(0.12, 0.6));
      relu(id);
    }
  });
  add('pool5', random.logNormal(0.03, 0.5));
  add('fc1000', random.logNormal(0.2, 0.3));
  add('prob', PROBABILITY);
  return entries;
}

/** A YOLOv5 as an ONNX export names its tensors; `depth` is 1 for s, 2 for m, 3 for l. */
export function yolov5(depth: number, random: Random): Entry[] {
  const entries: Entry[] = [['images', IMAGE]];
  const convolution = (path: string): void => {
    const scale = random.logNormal(0.08, 0.8);
    entries.push([`${path}/conv/Conv_output_0`, scale], [`${path}/act/Sigmoid_output_0`, PROBABILITY]);
    entries.push([`${path}/act/Mul_output_0`, scale * random.between(0.4, 1)]);
  };
  const bottlenecks = (path: string, count: number, hasSum: boolean): void => {
    convolution(`${path}/cv1`);
    for (let at = 0; at < count; at++) {
      convolution(`${path}/m/m.${at}/cv1`);
      convolution(`${path}/m/m.${at}/cv2`);
      if (hasSum) entries.push([`${path}/m/m.${at}/Add_output_0`, random.logNormal(0.1, 0.8)]);
    }
    convolution(`${path}/cv2`);
    entries.push([`${path}/Concat_output_0`, random.logNormal(0.1, 0.8)]);
    convolution(`${path}/cv3`);
  };
  convolution('/model.0');
  [1, 2, 3, 1].forEach((count, stage) => {
    convolution(`/model.${2 * stage + 1}`);
    bottlenecks(`/model.${2 * stage + 2}`, count * depth, true);
  });
  convolution('/model.9/cv1');
  for (const pool of ['m', 'm_1', 'm_2']) entries.push([`/model.9/${pool}/MaxPool_output_0`, entries.at(-1)?.[1] ?? 1]);
  convolution('/model.9/cv2');
  for (const at of [10, 14]) {
    convolution(`/model.${at}`);
    entries.push([`/model.${at + 2}/Concat_output_0`, random.logNormal(0.1, 0.8)]);
    bottlenecks(`/model.${at + 3}`, depth, false);
  }
  for (const at of [18, 21]) {
    convolution(`/model.${at}`);
    entries.push([`/model.${at + 1}/Concat_output_0`, random.logNormal(0.1, 0.8)]);
    bottlenecks(`/model.${at + 2}`, depth, false);
  }
  for (const level of [0, 1, 2]) entries.push([`/model.24/m.${level}/Conv_output_0`, random.logNormal(0.12, 0.3)]);
  return entries;
}
