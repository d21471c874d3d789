/**
 * Where the Caffe parsers of TensorRT and NVDLA stop, read in both: they look at layers one after the other and give
 * up at the first that they can't build.
 */
import type { Network, NetworkLayer } from '../network/network.js';
import { t } from '../texts/translate.js';

const KNOWN_TO_BOTH = [
  ...[
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
  ],
  ...['Deconvolution', 'Sigmoid', 'TanH', 'BatchNorm', 'Scale', 'Dropout', 'Flatten', 'Input'],
];
const KNOWN_TO_NVDLA: ReadonlySet<string> = new Set(KNOWN_TO_BOTH);
const KNOWN_TO_TENSORRT: ReadonlySet<string> = new Set([
  ...KNOWN_TO_BOTH,
  ...['Crop', 'Reduction', 'Reshape', 'Permute', 'ELU', 'BNLL', 'Clip', 'AbsVal', 'PReLU'],
  ...['Normalize', 'PriorBox', 'DetectionOutput', 'RPROI'],
]);

/** Whose parser. */
export type CaffeParser = 'TensorRT' | 'NVDLA';

/** Whether NVDLA's parser can build layers of a type. */
export function isKnownToNvdla(type: string): boolean {
  return KNOWN_TO_NVDLA.has(type);
}

/** The inputs that are there before the first layer. */
export function firstInputs({ inputs, layers }: Network): string[] {
  const later = new Set(layers.flatMap(({ type, tops }) => (type === 'Input' ? tops : [])));
  return inputs.filter((name) => !later.has(name));
}

/** Sentences on the layers at which a parser stops, in the order of the file. */
export function caffeStops(network: Network, parser: CaffeParser): string[] {
  const fed = new Set(firstInputs(network));
  return network.layers.flatMap((layer) => {
    const why = reason(layer, fed, parser) ?? (parser === 'NVDLA' ? reasonOfNvdla(layer, network) : null);
    followInputs(layer, fed);
    return why === null ? [] : [t`${parser}'s Caffe parser stops at "${layer.name}" (${layer.type}): ${why}.`];
  });
}

/** Keeps track of which blobs stand for an input of the network. */
function followInputs({ type, bottoms, tops }: NetworkLayer, fed: Set<string>): void {
  const isInput = type === 'Input' || ((type === 'Dropout' || type === 'Flatten') && fed.has(bottoms[0] ?? ''));
  for (const top of tops)
    if (isInput) fed.add(top);
    else fed.delete(top);
}

function reason(layer: NetworkLayer, fed: ReadonlySet<string>, parser: CaffeParser): string | null {
  const { type, bottoms, tops } = layer;
  if (tops.some((top) => bottoms.includes(top) && fed.has(top))) return t`it writes over an input in place`;
  if (parser === 'TensorRT' && !KNOWN_TO_TENSORRT.has(type))
    return t`it does not know the type, unless a plugin factory makes the layer`;
  if (parser === 'NVDLA' && !KNOWN_TO_NVDLA.has(type)) return t`it does not know the type`;
  if (type === 'Eltwise' && bottoms.length !== 2) return t`it adds two inputs, not ${bottoms.length}`;
  return null;
}

function reasonOfNvdla({ type, bottoms, shift, groups }: NetworkLayer, network: Network): string | null {
  if (type === 'Power' && shift !== undefined) return t`it takes no shift (here ${shift})`;
  if (type === 'Deconvolution' && groups !== undefined) return t`it takes no groups (here ${groups})`;
  const unknown = network.inputs.slice(1, network.inputFields ?? 0).find((name) => bottoms.includes(name));
  return unknown === undefined ? null : t`it reads "${unknown}", and of several input fields it knows the first only`;
}
