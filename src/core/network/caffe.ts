/** Caffe networks (prototxt), as the parsers of TensorRT and NVDLA see them: `layer` fields in file order. */
import type { INamespace } from 'protobufjs/light.js';
import { decodedText, hasControlBytes } from '../bytes/bytes.js';
import { NetworkError, type Network, type NetworkLayer, type NetworkReader } from './network.js';
import { parseText, schemaOf, TextProtoError } from './textproto.js';
import { t } from '../texts/translate.js';

/** Layers that feed the network from files; TensorRT and NVDLA know only `Input`. */
const DATA_TYPES = new Set([
  'Data',
  'ImageData',
  'HDF5Data',
  'MemoryData',
  'DummyData',
  'WindowData',
  'AnnotatedData',
  'VideoData',
]);

const text = (id: number): object => ({ type: 'string', id });
const texts = (id: number): object => ({ rule: 'repeated', type: 'string', id });

/** The fields of caffe.proto that decide names; all others are skipped. */
const SCHEMA = {
  caffe: {
    nested: {
      Phase: { values: { TRAIN: 0, TEST: 1 } },
      ReductionOp: { values: { SUM: 1, ASUM: 2, SUMSQ: 3, MEAN: 4 } },
      NetStateRule: { fields: { phase: { type: 'Phase', id: 1 } } },
      ReductionParameter: { fields: { operation: { type: 'ReductionOp', id: 1 }, coeff: { type: 'float', id: 3 } } },
      PowerParameter: { fields: { shift: { type: 'float', id: 3 } } },
      ConvolutionParameter: { fields: { group: { type: 'int32', id: 5 } } },
      LayerParameter: {
        fields: {
          name: text(1),
          type: text(2),
          bottom: texts(3),
          top: texts(4),
          phase: { type: 'Phase', id: 10 },
          include: { rule: 'repeated', type: 'NetStateRule', id: 8 },
          exclude: { rule: 'repeated', type: 'NetStateRule', id: 9 },
          reduction_param: { type: 'ReductionParameter', id: 136 },
          power_param: { type: 'PowerParameter', id: 122 },
          convolution_param: { type: 'ConvolutionParameter', id: 106 },
        },
      },
      OldLayer: { fields: { name: text(4) } },
      NetParameter: {
        fields: {
          name: text(1),
          input: texts(3),
          layer: { rule: 'repeated', type: 'LayerParameter', id: 100 },
          layers: { rule: 'repeated', type: 'OldLayer', id: 2 },
        },
      },
    },
  },
} as unknown as NonNullable<INamespace['nested']>;

interface LayerMessage {
  name?: string;
  type?: string;
  bottom?: string[];
  top?: string[];
  phase?: number;
  include?: unknown[];
  exclude?: unknown[];
  reduction_param?: { operation?: number; coeff?: number };
  power_param?: { shift?: number };
  convolution_param?: { group?: number };
}
interface NetMessage {
  name?: string;
  input?: string[];
  layer?: LayerMessage[];
  layers?: unknown[];
}

const TEST_PHASE = 1;
const REDUCTIONS = ['', 'SUM', 'ASUM', 'SUMSQ', 'MEAN'];

/** A text is taken for a prototxt. */
export const caffeReader: NetworkReader = {
  kind: 'caffe',
  extensions: ['prototxt'],
  recognises: (bytes) => !hasControlBytes(bytes),
  read: readCaffe,
};

/** Reads a prototxt. Throws NetworkError with file, line and reason when it is broken or no network. */
function readCaffe(bytes: Uint8Array, file: string): Network {
  const net = parse(decodedText(bytes), file);
  const all = net.layer ?? [];
  if (all.length === 0) throw new NetworkError(file, emptyReason(net));
  const taken = all.filter(({ phase }) => phase !== TEST_PHASE);
  const firstOther = taken.findIndex((layer) => !isFeed(layer));
  const later = firstOther < 0 ? [] : taken.slice(firstOther);
  return {
    kind: 'caffe',
    name: net.name ?? '',
    // A network for training has one data layer for each phase, with the same tops.
    inputs: [...new Set([...(net.input ?? []), ...taken.filter(isFeed).flatMap(inputsOf)])],
    inputFields: net.input?.length ?? 0,
    layers: later.filter((layer) => layer.type === 'Input' || !isFeed(layer)).map(layerOf),
    constants: new Set(),
    calibrated: new Map(),
    otherNames: new Set(),
    quantizesItself: false,
    notes: notesOf(net, all),
  };
}

function parse(source: string, file: string): NetMessage {
  try {
    return parseText(schemaOf(SCHEMA).lookupType('caffe.NetParameter'), source) as NetMessage;
  } catch (error) {
    if (error instanceof TextProtoError) throw new NetworkError(file, error.reason, error.line);
    throw error;
  }
}

function emptyReason({ layers = [] }: NetMessage): string {
  if (layers.length === 0) return t`no "layer" in this file: it is no Caffe network.`;
  return t`its ${layers.length} layers are written the old way ("layers { … }"), and neither TensorRT's parser nor NVDLA's sees any of them. Caffe's upgrade_net_proto_text makes a new file of it.`;
}

function isFeed({ type = '' }: LayerMessage): boolean {
  return type === 'Input' || DATA_TYPES.has(type);
}

/** An Input layer may name several inputs; of a data layer only the first top is one (the second is the label). */
function inputsOf({ type, top = [] }: LayerMessage): string[] {
  return type === 'Input' ? top : top.slice(0, 1);
}

function layerOf({
  name = '',
  type = '',
  bottom = [],
  top = [],
  reduction_param: reduction,
  power_param: power,
  convolution_param: convolution,
}: LayerMessage): NetworkLayer {
  const layer = {
    name,
    type,
    bottoms: bottom,
    tops: top,
    ...(power?.shift && { shift: power.shift }),
    ...((convolution?.group ?? 1) > 1 && { groups: convolution?.group ?? 1 }),
  };
  if (type !== 'Reduction') return layer;
  return {
    ...layer,
    reduction: { operation: REDUCTIONS[reduction?.operation ?? 1] ?? 'SUM', coefficient: reduction?.coeff ?? 1 },
  };
}

function notesOf(net: NetMessage, all: readonly LayerMessage[]): string[] {
  const notes: string[] = [];
  const ruled = all.filter(({ include, exclude }) => (include?.length ?? 0) + (exclude?.length ?? 0) > 0);
  const data = all.filter(({ type = '' }) => DATA_TYPES.has(type));
  if (net.layers?.length) notes.push(t`${net.layers.length} old "layers" fields are not seen by TensorRT or NVDLA.`);
  if (ruled.length > 0)
    notes.push(
      t`${ruled.length} layers have include or exclude rules, which TensorRT's parser does not look at: ${named(ruled)}.`,
    );
  if (data.length > 0)
    notes.push(
      t`TensorRT and NVDLA take only Input layers; the first top of ${named(data)} stands for the input here.`,
    );
  if ((net.input?.length ?? 0) > 1) notes.push(t`NVDLA's parser uses the first "input" name for all inputs.`);
  return notes;
}

function named(layers: readonly LayerMessage[]): string {
  const names = layers
    .slice(0, 4)
    .map(({ name = '?' }) => `"${name}"`)
    .join(', ');
  return layers.length > 4 ? `${names}, …` : names;
}
