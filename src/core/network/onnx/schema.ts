/** The fields of onnx.proto3 that carry structure, names and types; tensor data is skipped field by field, never decoded. */
import protobuf, { type INamespace } from 'protobufjs/light.js';
import { escapedText } from '../../bytes/bytes.js';
import { NetworkError } from '../network.js';
import { schemaOf } from '../textproto.js';
import { t } from '../../texts/translate.js';

const text = (id: number): object => ({ type: 'string', id });
const texts = (id: number): object => ({ rule: 'repeated', type: 'string', id });
const many = (type: string, id: number): object => ({ rule: 'repeated', type, id });
const one = (type: string, id: number): object => ({ type, id });

const SCHEMA = {
  onnx: {
    nested: {
      TensorType: { fields: { elemType: one('int32', 1) } },
      ContainerType: { fields: { elemType: one('TypeProto', 1) } },
      MapType: { fields: {} },
      TypeProto: {
        fields: {
          tensorType: one('TensorType', 1),
          sequenceType: one('ContainerType', 4),
          mapType: one('MapType', 5),
          sparseTensorType: one('TensorType', 8),
          optionalType: one('ContainerType', 9),
        },
      },
      ValueInfoProto: { fields: { name: text(1), type: one('TypeProto', 2) } },
      TensorProto: { fields: { dataType: one('int32', 2), name: text(8) } },
      SparseTensorProto: { fields: { values: one('TensorProto', 1) } },
      AttributeProto: {
        fields: {
          name: text(1),
          i: one('int32', 3),
          t: one('TensorProto', 5),
          g: one('GraphProto', 6),
          type: one('TypeProto', 14),
          refAttrName: text(21),
          sparseTensor: one('SparseTensorProto', 22),
        },
      },
      NodeProto: {
        fields: {
          input: texts(1),
          output: texts(2),
          name: text(3),
          opType: text(4),
          attribute: many('AttributeProto', 5),
          domain: text(7),
        },
      },
      GraphProto: {
        fields: {
          node: many('NodeProto', 1),
          name: text(2),
          initializer: many('TensorProto', 5),
          input: many('ValueInfoProto', 11),
          output: many('ValueInfoProto', 12),
          valueInfo: many('ValueInfoProto', 13),
          sparseInitializer: many('SparseTensorProto', 15),
        },
      },
      FunctionProto: {
        fields: {
          name: text(1),
          input: texts(4),
          output: texts(5),
          node: many('NodeProto', 7),
          domain: text(10),
          attributeProto: many('AttributeProto', 11),
          valueInfo: many('ValueInfoProto', 12),
        },
      },
      OperatorSetIdProto: { fields: { domain: text(1), version: one('int32', 2) } },
      ModelProto: {
        fields: {
          graph: one('GraphProto', 7),
          opsetImport: many('OperatorSetIdProto', 8),
          functions: many('FunctionProto', 25),
        },
      },
    },
  },
} as unknown as NonNullable<INamespace['nested']>;

export interface TypeMessage {
  tensorType?: { elemType?: number } | null;
  sparseTensorType?: { elemType?: number } | null;
  sequenceType?: { elemType?: TypeMessage } | null;
  optionalType?: { elemType?: TypeMessage } | null;
  mapType?: object | null;
}
export interface ValueInfo {
  name?: string;
  type?: TypeMessage | null;
}
export interface TensorMessage {
  name?: string;
  dataType?: number;
}
export interface Attribute {
  name?: string;
  i?: number;
  t?: TensorMessage | null;
  g?: GraphMessage | null;
  type?: TypeMessage | null;
  refAttrName?: string;
  sparseTensor?: { values?: TensorMessage | null } | null;
}
export interface NodeMessage {
  input?: string[];
  output?: string[];
  name?: string;
  opType?: string;
  domain?: string;
  attribute?: Attribute[];
}
export interface GraphMessage {
  node?: NodeMessage[];
  name?: string;
  initializer?: TensorMessage[];
  sparseInitializer?: { values?: TensorMessage | null }[];
  input?: ValueInfo[];
  output?: ValueInfo[];
  valueInfo?: ValueInfo[];
}
export interface FunctionMessage {
  name?: string;
  domain?: string;
  input?: string[];
  output?: string[];
  node?: NodeMessage[];
  attributeProto?: Attribute[];
  valueInfo?: ValueInfo[];
}
export interface ModelMessage {
  graph?: GraphMessage | null;
  opsetImport?: { domain?: string; version?: number }[];
  functions?: FunctionMessage[];
}

/** A protobuf's strings are UTF-8; names of some exporters are not, and must stay apart from each other all the same. */
class LenientReader extends protobuf.Reader {
  override string(): string {
    return escapedText(this.bytes());
  }
  override stringVerify(): string {
    return this.string();
  }
}

/** The structure of a model. Throws NetworkError when the bytes are none. */
export function decodeModel(bytes: Uint8Array, file: string): ModelMessage {
  try {
    return schemaOf(SCHEMA).lookupType('onnx.ModelProto').decode(new LenientReader(bytes)) as unknown as ModelMessage;
  } catch (error) {
    const reason =
      error instanceof RangeError && /call stack/.test(error.message)
        ? t`its graphs are nested too deep`
        : error instanceof Error
          ? error.message
          : String(error);
    throw new NetworkError(file, t`not a readable ONNX model (${reason}).`);
  }
}
