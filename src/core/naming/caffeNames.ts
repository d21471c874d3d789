/**
 * The names that TensorRT's Caffe parser gives to tensors (5.1 to 8.x), and the entries that NVDLA's asks for.
 * Four rules, read in the parsers: layers are taken in file order; Dropout and Flatten add none; every other
 * adds one or more numbered layers; at the end a blob name belongs to the tensor that wrote it last.
 */
import type { LayerEntry, NetworkNames, NetworkTensor } from './networkNames.js';
import type { Network, NetworkLayer } from '../network/network.js';

/** TensorRT's type words; spellings vary by version, so compare loosely. */
const TRT_TYPES: Readonly<Record<string, string>> = {
  Convolution: 'Convolution',
  Deconvolution: 'Deconvolution',
  InnerProduct: 'Fully Connected',
  BatchNorm: 'Scale',
  Scale: 'Scale',
  Power: 'Scale',
  Eltwise: 'ElementWise',
  ReLU: 'Activation',
  Sigmoid: 'Activation',
  TanH: 'Activation',
  ELU: 'Activation',
  Clip: 'Activation',
  BNLL: 'Activation',
  Pooling: 'Pooling',
  Softmax: 'SoftMax',
  SoftmaxWithLoss: 'SoftMax',
  LRN: 'LRN',
  Concat: 'Concatenation',
  Reshape: 'Shuffle',
  Permute: 'Shuffle',
  Crop: 'Padding',
  AbsVal: 'Unary',
};

/** Detector layers: one plugin layer, every top of which counts. */
const PLUGINS = new Set(['Normalize', 'PriorBox', 'DetectionOutput', 'RPROI']);

/** Layers that add none: their top becomes one more name of their bottom's tensor. */
const ALIASES = new Set(['Dropout', 'Flatten']);

const KNOWN_TO_NVDLA = new Set([
  'Convolution',
  'Pooling',
  'InnerProduct',
  'ReLU',
  'Softmax',
  'SoftmaxWithLoss',
  'LRN',
  'Power',
  'Eltwise',
  'Concat',
  'Deconvolution',
  'Sigmoid',
  'TanH',
  'BatchNorm',
  'Scale',
  'Dropout',
  'Flatten',
]);

/** Names of all tensors of a Caffe network, and the entries that NVDLA needs. */
export function caffeNames(network: Network): NetworkNames {
  const builder = new Builder();
  for (const input of network.inputs) builder.addInput(input);
  for (const layer of network.layers) builder.addLayer(layer);
  const unknown = new Set(network.layers.map(({ type }) => type).filter((type) => !KNOWN_TO_NVDLA.has(type)));
  return { tensors: builder.named(), entries: builder.entries, unknownToNvdla: [...unknown] };
}

interface Tensor {
  number: number | null;
  type: string | null;
  output: number;
  input: string | null;
  blob: string | null;
}

class Builder {
  readonly entries: LayerEntry[] = [];
  readonly #tensors: Tensor[] = [];
  /** The tensor that each blob name stands for now. */
  readonly #blobs = new Map<string, number>();
  /** Blobs that an alias names, and those that it names anew. */
  readonly #tied = new Set<string>();
  #layers = 0;

  addInput(name: string): void {
    const tensor = this.#tensors.push({ number: null, type: null, output: 0, input: name, blob: name }) - 1;
    this.#blobs.set(name, tensor);
    this.entries.push({ name, kind: 'input', tensor, reads: null, layerType: 'Input' });
  }

  addLayer(layer: NetworkLayer): void {
    if (ALIASES.has(layer.type)) return this.#addAlias(layer);
    const types = trtLayers(layer);
    const reads = this.#blobs.get(layer.bottoms[0] ?? '') ?? null;
    const outputs = PLUGINS.has(layer.type) ? Math.max(1, layer.tops.length) : 1;
    const first = types.map((type, i) => this.#addTensors(type, i === types.length - 1 ? outputs : 1)).at(-1) ?? 0;
    layer.tops.slice(0, outputs).forEach((top, i) => this.#write(top, first + i));
    this.entries.push({ name: layer.name, kind: 'layer', tensor: first, reads, layerType: layer.type });
  }

  #write(blob: string, index: number): void {
    const tensor = this.#tensors[index];
    if (tensor) tensor.blob = blob;
    this.#blobs.set(blob, index);
  }

  #addAlias({ bottoms, tops }: NetworkLayer): void {
    const tensor = this.#blobs.get(bottoms[0] ?? '');
    const [top] = tops;
    if (tensor === undefined || top === undefined) return;
    this.#blobs.set(top, tensor);
    if (top !== bottoms[0]) this.#tied.add(top).add(bottoms[0] ?? '');
  }

  /** One more TensorRT layer; returns the index of its first output. */
  #addTensors(type: string, outputs: number): number {
    const number = this.#layers++;
    const first = this.#tensors.length;
    for (let output = 0; output < outputs; output++)
      this.#tensors.push({ number, type, output, input: null, blob: null });
    return first;
  }

  /** Rule 4: of the names that stand for one tensor, the last in byte order; without one, the number. */
  named(): NetworkTensor[] {
    const names = new Map<number, string>();
    for (const [blob, tensor] of this.#blobs) {
      const other = names.get(tensor);
      if (other === undefined || compareBytes(blob, other) > 0) names.set(tensor, blob);
    }
    return this.#tensors.map(({ number, type, output, input, blob }, index) => {
      const name = names.get(index) ?? input;
      const tied = name !== null && this.#tied.has(name);
      return { name: name ?? unnamed(number ?? 0, type ?? '', output), number, type, named: name !== null, blob, tied };
    });
  }
}

/** The TensorRT layers that one Caffe layer becomes, by type. */
function trtLayers({ type, reduction }: NetworkLayer): string[] {
  if (type === 'PReLU') return ['Constant', 'Parametric ReLU'];
  if (type === 'Reduction') return reductionLayers(reduction?.operation ?? 'SUM', reduction?.coefficient ?? 1);
  return [PLUGINS.has(type) ? 'PluginV2' : (TRT_TYPES[type] ?? type)];
}

function reductionLayers(operation: string, coefficient: number): string[] {
  const before = operation === 'ASUM' ? ['Unary'] : operation === 'SUMSQ' ? ['ElementWise'] : [];
  return [...before, 'Reduce', ...(coefficient === 1 ? [] : ['Scale'])];
}

function unnamed(number: number, type: string, output: number): string {
  return `(Unnamed Layer* ${number}) [${type}]_output${output === 0 ? '' : `_${output}`}`;
}

/** Byte order of the UTF-8 forms; the same as code point order. */
function compareBytes(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((char, i) => char !== right[i]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
