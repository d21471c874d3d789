/** The preprocessing line: how a picture becomes what a model is fed. */
import { TensorError, type Tensor } from './tensor.js';
import type { Picture } from './picture.js';
import { cropped, resized } from './resize.js';
import { t } from '../texts/translate.js';

interface SizeStep {
  readonly kind: 'resize' | 'crop';
  readonly width: number;
  readonly height: number;
}

type ValueStep =
  { readonly kind: 'rgb' | 'bgr' | 'nchw' | 'nhwc' } | { readonly kind: 'sub' | 'div'; readonly by: readonly number[] };

type Step = SizeStep | ValueStep;

export type Preprocessing = readonly Step[];

/** What usual trainings do, by a word for it. */
export const PRESETS: Readonly<Record<string, string>> = {
  torchvision: 'rgb,div=255,sub=0.485/0.456/0.406,div=0.229/0.224/0.225',
  caffe: 'bgr,sub=103.939/116.779/123.68',
  plusminus1: 'rgb,sub=127.5,div=127.5',
};

const LARGEST_SIDE = 16384;

/**
 * Reads a line: `resize=WxH|crop=WxH`, `rgb|bgr`, `sub=a[/b/c]`, `div=a[/b/c]`, `nchw|nhwc`, or a preset, comma between them.
 * @throws {TensorError} that quotes the step it can't read
 */
export function parsePreprocessing(line: string): Preprocessing {
  const words = line
    .split(',')
    .map((word) => word.trim())
    .flatMap((word) => (Object.hasOwn(PRESETS, word) ? (PRESETS[word] ?? '').split(',') : [word]));
  if (words.every((word) => word === '')) throw new TensorError(t`the preprocessing line is empty.`);
  return words.filter((word) => word !== '').map(parseStep);
}

function parseStep(word: string): Step {
  const [, kind = '', value] = /^(\w+)(?:=(.*))?$/.exec(word) ?? [];
  if (value === undefined && (kind === 'rgb' || kind === 'bgr' || kind === 'nchw' || kind === 'nhwc')) return { kind };
  if (kind === 'resize' || kind === 'crop') {
    const [, width, height] = /^(\d+)[xX](\d+)$/.exec(value ?? '') ?? [];
    const size = { width: Number(width), height: Number(height) };
    if (size.width > 0 && size.width <= LARGEST_SIDE && size.height > 0 && size.height <= LARGEST_SIDE)
      return { kind, ...size };
  }
  if ((kind === 'sub' || kind === 'div') && value) {
    const by = value.split('/').map(Number);
    const isWell = by.every((number) => Number.isFinite(number) && (kind === 'sub' || number !== 0));
    if ((by.length === 1 || by.length === 3) && isWell) return { kind, by };
  }
  throw new TensorError(
    t`"${word}" is no step of a preprocessing line. Steps: resize=WxH, crop=WxH, rgb, bgr, sub=a or a/b/c, div=a or a/b/c, nchw, nhwc, ${Object.keys(PRESETS).join(', ')}; a comma between them, in the order in which they are done.`,
  );
}

/**
 * A picture as a float32 tensor of one sample.
 * @param layout where the channels stand unless the line says it
 * @param channels 3, or 1 for the brightness alone
 */
export function preprocessed(picture: Picture, steps: Preprocessing, layout: 'nchw' | 'nhwc', channels: 1 | 3): Tensor {
  let { width, height, rgb: values } = picture;
  let order = layout;
  for (const step of steps) {
    if ('width' in step) {
      const change = step.kind === 'resize' ? resized : cropped;
      ({ width, height, rgb: values } = change({ width, height, rgb: values }, step.width, step.height));
    } else {
      values = changedValues(values, step);
      if (step.kind === 'nchw' || step.kind === 'nhwc') order = step.kind;
    }
  }
  if (channels === 1) values = brightness(values);
  const planes = order === 'nchw' ? planar(values, channels) : values;
  return {
    type: 'float32',
    dims: order === 'nchw' ? [1, channels, height, width] : [1, height, width, channels],
    data: planes,
  };
}

function changedValues(values: Float32Array, step: ValueStep): Float32Array {
  switch (step.kind) {
    case 'bgr':
      return values.map((_, i) => values[i - (i % 3) + 2 - (i % 3)] ?? 0);
    case 'sub':
      return values.map((value, i) => value - (step.by[i % step.by.length] ?? 0));
    case 'div':
      return values.map((value, i) => value / (step.by[i % step.by.length] ?? 1));
    default:
      return values;
  }
}

/** Weights of ITU-R BT.601, as most libraries make grey. */
function brightness(values: Float32Array): Float32Array {
  return Float32Array.from(
    { length: values.length / 3 },
    (_, i) => 0.299 * (values[i * 3] ?? 0) + 0.587 * (values[i * 3 + 1] ?? 0) + 0.114 * (values[i * 3 + 2] ?? 0),
  );
}

function planar(values: Float32Array, channels: number): Float32Array {
  const pixels = values.length / channels;
  return values.map((_, i) => values[(i % pixels) * channels + Math.floor(i / pixels)] ?? 0);
}
