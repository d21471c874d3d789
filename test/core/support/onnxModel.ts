/** Builds ONNX models with a schema of its own, as an exporter would write them. */
import protobuf from 'protobufjs';

const schema = protobuf.parse(
  `
  syntax = "proto3";
  package onnx;
  message AttributeProto { string name = 1; int32 type = 20; float f = 2; int64 i = 3; bytes s = 4; TensorProto t = 5; GraphProto g = 6; TypeProto tp = 14; string ref_attr_name = 21; repeated float floats = 7; repeated int64 ints = 8; repeated GraphProto graphs = 11; }
  message ValueInfoProto { string name = 1; TypeProto type = 2; string doc_string = 3; }
  message TypeProto { message Dimension { int64 dim_value = 1; string dim_param = 2; } message Shape { repeated Dimension dim = 1; } message Tensor { int32 elem_type = 1; Shape shape = 2; } Tensor tensor_type = 1; message Of { TypeProto elem_type = 1; } Of sequence_type = 4; Of optional_type = 9; string denotation = 6; }
  message NodeProto { repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4; string domain = 7; repeated AttributeProto attribute = 5; string doc_string = 6; }
  message StringStringEntryProto { string key = 1; string value = 2; }
  message TensorProto { repeated int64 dims = 1; int32 data_type = 2; repeated float float_data = 4; repeated int32 int32_data = 5; repeated bytes string_data = 6; repeated int64 int64_data = 7; string name = 8; bytes raw_data = 9; repeated StringStringEntryProto external_data = 13; int32 data_location = 14; }
  message GraphProto { repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5; string doc_string = 10; repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12; repeated ValueInfoProto value_info = 13; }
  message FunctionProto { string name = 1; repeated string input = 4; repeated string output = 5; repeated string attribute = 6; repeated NodeProto node = 7; repeated OperatorSetIdProto opset_import = 9; string domain = 10; }
  message OperatorSetIdProto { string domain = 1; int64 version = 2; }
  message ModelProto { int64 ir_version = 1; string producer_name = 2; GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; repeated StringStringEntryProto metadata_props = 14; repeated FunctionProto functions = 25; }
`,
  { keepCase: true },
).root;

/** The bytes of a model with this graph; `rest` are further fields of the model, such as functions. */
export function onnxModel(graph: object, rest: object = {}): Uint8Array {
  const type = schema.lookupType('onnx.ModelProto');
  const model = {
    ir_version: 8,
    producer_name: 'pytorch',
    opset_import: [{ domain: '', version: 13 }],
    metadata_props: [{ key: 'k', value: 'v' }],
    graph,
    ...rest,
  };
  return Uint8Array.from(type.encode(type.fromObject(model)).finish());
}

export function node(op_type: string, input: string[], output: string[], rest: object = {}): object {
  return { op_type, input, output, name: `${op_type}_${output[0] ?? ''}`, ...rest };
}

/** A declared tensor of an element type, as in a graph's inputs and outputs. */
export function value(name: string, elem_type: number): object {
  return { name, type: { tensor_type: { elem_type } } };
}

/** An attribute that holds a graph. */
export function body(name: string, graph: object): object {
  return { name, type: 5, g: graph };
}

/** The bytes of a model without what its exporter declared of the values in between. */
export function withoutValueInfo(bytes: Uint8Array): Uint8Array {
  const type = schema.lookupType('onnx.ModelProto');
  const model = type.decode(bytes) as unknown as { graph: { value_info: unknown[] } };
  model.graph.value_info = [];
  return Uint8Array.from(type.encode(model as never).finish());
}

/** A model as an object of its fields, to be changed and encoded again. */
export function decodedModel(bytes: Uint8Array): DecodedModel {
  const type = schema.lookupType('onnx.ModelProto');
  return type.toObject(type.decode(bytes), { longs: Number, arrays: true }) as DecodedModel;
}

export function encodedModel(model: DecodedModel): Uint8Array {
  const type = schema.lookupType('onnx.ModelProto');
  return Uint8Array.from(type.encode(type.fromObject(model)).finish());
}

export interface DecodedNode {
  name: string;
  op_type: string;
  input: string[];
  output: string[];
  attribute?: object[];
}

export interface DecodedModel {
  graph: {
    node: DecodedNode[];
    initializer: { name: string; dims: number[]; raw_data?: Uint8Array }[];
    output: { name: string; type?: { tensor_type?: { shape?: object } } }[];
  };
}

/** The bytes of a tensor by itself. */
export function onnxTensor(tensor: object): Uint8Array {
  const type = schema.lookupType('onnx.TensorProto');
  return Uint8Array.from(type.encode(type.fromObject(tensor)).finish());
}

/** The same bytes with 80 in place of each `~` and 81 in place of each `^`: bytes that are no UTF-8. No length may be theirs. */
export function withBrokenNames(bytes: Uint8Array): Uint8Array {
  const broken = new Map([...'~^'].map((mark, i) => [mark.charCodeAt(0), 0x80 + i]));
  return bytes.map((byte) => broken.get(byte) ?? byte);
}
