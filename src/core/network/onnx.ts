/** ONNX networks: the structure of the graph and the names in it. Weights are skipped field by field, never decoded. */
import type { INamespace } from 'protobufjs/light.js';
import { NetworkError, type Network, type NetworkLayer } from './network.js';
import { schemaOf } from './textproto.js';

const text = (id: number): object => ({ type: 'string', id });
const texts = (id: number): object => ({ rule: 'repeated', type: 'string', id });
const many = (type: string, id: number): object => ({ rule: 'repeated', type, id });

/** The fields of onnx.proto3 that carry structure and names; tensor data is not among them. */
const SCHEMA = {
  onnx: {
    nested: {
      ValueInfoProto: { fields: { name: text(1) } },
      TensorProto: { fields: { name: text(8) } },
      NodeProto: { fields: { input: texts(1), output: texts(2), name: text(3), opType: text(4) } },
      GraphProto: {
        fields: {
          node: many('NodeProto', 1),
          name: text(2),
          initializer: many('TensorProto', 5),
          input: many('ValueInfoProto', 11),
        },
      },
      ModelProto: { fields: { irVersion: { type: 'int64', id: 1 }, graph: { type: 'GraphProto', id: 7 } } },
    },
  },
} as unknown as NonNullable<INamespace['nested']>;

interface Named {
  name?: string;
}
interface NodeMessage {
  input?: string[];
  output?: string[];
  name?: string;
  opType?: string;
}
interface ModelMessage {
  graph?: { node?: NodeMessage[]; name?: string; initializer?: Named[]; input?: Named[] };
}

/** Reads an ONNX model; external data is no obstacle. Throws NetworkError when the bytes are no model with a graph. */
export function readOnnx(bytes: Uint8Array, file: string): Network {
  const { graph } = decode(bytes, file);
  const nodes = graph?.node ?? [];
  if (!graph || nodes.length === 0)
    throw new NetworkError(file, 'no nodes in this file: it is no ONNX model, or an empty one.');
  const constantNodes = nodes.filter(({ opType }) => opType === 'Constant');
  const constants = new Set([...namesOf(graph.initializer), ...constantNodes.flatMap(({ output = [] }) => output)]);
  return {
    kind: 'onnx',
    name: graph.name ?? '',
    inputs: namesOf(graph.input).filter((name) => !constants.has(name)),
    layers: nodes.filter((node) => !constantNodes.includes(node)).map(layerOf),
    constants,
    notes: [],
  };
}

function decode(bytes: Uint8Array, file: string): ModelMessage {
  try {
    return schemaOf(SCHEMA).lookupType('onnx.ModelProto').decode(bytes) as unknown as ModelMessage;
  } catch (error) {
    throw new NetworkError(
      file,
      `not a readable ONNX model (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}

function layerOf({ name = '', opType = '', input = [], output = [] }: NodeMessage): NetworkLayer {
  const present = (names: string[]): string[] => names.filter((tensor) => tensor !== '');
  return { name, type: opType, bottoms: present(input), tops: present(output) };
}

function namesOf(items: readonly Named[] = []): string[] {
  return items.flatMap(({ name }) => name ?? []);
}
