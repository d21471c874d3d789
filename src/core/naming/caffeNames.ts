/**
 * The names that TensorRT's Caffe parser gives to tensors (5.1 to 8.x), and the entries that NVDLA's asks for.
 * Four rules, read in the parsers: layers are taken in file order; Dropout and Flatten add none; every other
 * adds one or more numbered layers; at the end a blob name belongs to the tensor that wrote it last.
 */
import { firstInputs, isKnownToNvdla } from './caffeStops.js';
import { mapOf } from './mapOf.js';
import type { LayerEntry, NetworkNames, NetworkTensor } from './networkNames.js';
import type { Network, NetworkLayer } from '../network/network.js';

/** TensorRT's type words; spellings vary by version, so compare loosely. */
const TRT_TYPES: ReadonlyMap<string, string> = mapOf({
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
});

/** What TensorRT's parser builds by itself, besides those that have one word. All other types a plugin makes, and every top of it counts. */
const BUILT_IN: ReadonlySet<string> = new Set([...TRT_TYPES.keys(), 'PReLU', 'Reduction']);

/** Layers that add none: their top becomes one more name of their bottom's tensor. */
export const ALIASES: ReadonlySet<string> = new Set(['Dropout', 'Flatten']);

/** Names of all tensors of a Caffe network, and the entries that NVDLA needs. */
export function caffeNames(network: Network): NetworkNames {
  const builder = new Builder();
  for (const input of firstInputs(network)) builder.addInput(input);
  for (const layer of network.layers) builder.addLayer(layer);
  const unknown = new Set(network.layers.map(({ type }) => type).filter((type) => !isKnownToNvdla(type)));
  const tensors = builder.named();
  return { tensors, entries: builder.entries(tensors, network), unknownToNvdla: [...unknown] };
}

interface Tensor {
  number: number | null;
  type: string | null;
  output: number;
  /** How many outputs its layer has. */
  count: number;
  input: string | null;
  blob: string | null;
}

class Builder {
  readonly #asked: LayerEntry[] = [];
  readonly #tensors: Tensor[] = [];
  /** The tensor that each blob name stands for now. */
  readonly #blobs = new Map<string, number>();
  /** Blobs that an alias names, and those that it names anew. */
  readonly #tied = new Set<string>();
  #layers = 0;

  addInput(name: string): void {
    const tensor = this.#tensors.push({ number: null, type: null, output: 0, count: 1, input: name, blob: name }) - 1;
    this.#blobs.set(name, tensor);
    this.#asked.push({ name, kind: 'input', tensor, reads: [], layerType: 'Input' });
  }

  addLayer(layer: NetworkLayer): void {
    if (ALIASES.has(layer.type)) return this.#addAlias(layer);
    if (layer.type === 'Input') return layer.tops.forEach((top) => this.addInput(top));
    const types = trtLayers(layer);
    const reads = layer.bottoms.flatMap((blob) => this.#blobs.get(blob) ?? []);
    const outputs = !BUILT_IN.has(layer.type) ? Math.max(1, layer.tops.length) : 1;
    const first = types.map((type, i) => this.#addTensors(type, i === types.length - 1 ? outputs : 1)).at(-1) ?? 0;
    layer.tops.slice(0, outputs).forEach((top, i) => this.#write(top, first + i));
    this.#asked.push({ name: layer.name, kind: 'layer', tensor: first, reads, layerType: layer.type });
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
      this.#tensors.push({ number, type, output, count: outputs, input: null, blob: null });
    return first;
  }

  /** What nvdla_compiler asks for: inputs under the names that rule 4 leaves them, then layers. */
  entries(tensors: readonly NetworkTensor[], { inputFields = 0 }: Network): LayerEntry[] {
    const inputs = this.#asked.filter(({ kind }) => kind === 'input');
    const layers = this.#asked.filter(({ kind }) => kind === 'layer');
    const named = inputs.map((entry) => ({ ...entry, name: tensors[entry.tensor ?? -1]?.name ?? entry.name }));
    return [
      ...this.#plainName(inputs, named, inputFields),
      ...named.filter((_, i) => i === 0 || i >= inputFields),
      ...layers,
    ];
  }

  /**
   * NVDLA's parser gives all input fields the first one's name: there is no second one to ask for. But that name then
   * stands for the last of those tensors, and where an alias renames it the others keep it.
   */
  #plainName([input]: readonly LayerEntry[], [named]: readonly LayerEntry[], inputFields: number): LayerEntry[] {
    return input && inputFields > 1 && input.name !== named?.name ? [input] : [];
  }

  /** Rule 4: of the names that stand for one tensor, the last in byte order; without one, the number. */
  named(): NetworkTensor[] {
    const names = new Map<number, string>();
    for (const [blob, tensor] of this.#blobs) {
      const other = names.get(tensor);
      if (other === undefined || compareBytes(blob, other) > 0) names.set(tensor, blob);
    }
    return this.#tensors.map(({ number, type, output, count, input, blob }, index) => {
      const name = names.get(index) ?? input;
      const tied = name !== null && this.#tied.has(name);
      return {
        name: name ?? unnamed(number ?? 0, type ?? '', output, count),
        number,
        type,
        named: name !== null,
        blob,
        tied,
      };
    });
  }
}

/** The TensorRT layers that one Caffe layer becomes, by type. */
function trtLayers({ type, reduction }: NetworkLayer): string[] {
  if (type === 'PReLU') return ['Constant', 'Parametric ReLU'];
  if (type === 'Reduction') return reductionLayers(reduction?.operation ?? 'SUM', reduction?.coefficient ?? 1);
  return [TRT_TYPES.get(type) ?? 'PluginV2'];
}

function reductionLayers(operation: string, coefficient: number): string[] {
  const before = operation === 'ASUM' ? ['Unary'] : operation === 'SUMSQ' ? ['ElementWise'] : [];
  return [...before, 'Reduce', ...(coefficient === 1 ? [] : ['Scale'])];
}

/** Of several outputs the first has number 1 (`[TopK]_output_1`); a single one has none. */
function unnamed(number: number, type: string, output: number, count: number): string {
  return `(Unnamed Layer* ${number}) [${type}]_output${count > 1 ? `_${output + 1}` : ''}`;
}

/** Byte order of the UTF-8 forms; the same as code point order. */
function compareBytes(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((char, i) => char !== right[i]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
