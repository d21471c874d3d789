/** New nodes and tensors as the bytes of their messages. */
import protobuf from 'protobufjs/light.js';
import { utf8Bytes } from '../bytes/bytes.js';
import { ATTRIBUTE, DATA_TYPE, GRAPH, NODE, TENSOR } from './fields.js';
import { changed, recordOf, type Change } from './pieces.js';
import type { ModelNode } from './model.js';
import { allOf, inside, recordsOf } from './records.js';

/** AttributeProto.AttributeType of the kinds that are written here. */
const [INT, TENSOR_TYPE, GRAPH_TYPE] = [2, 4, 5];

export interface NewNode {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly axis?: number | null;
  /** AttributeProtos. */
  readonly attributes?: readonly Uint8Array[];
}

/** The record of a node within a graph. */
export function nodeRecord(node: NewNode): Uint8Array[] {
  return recordOf(GRAPH.node, [encodeNode(node)]);
}

/** A NodeProto. */
export function encodeNode({ op, name, inputs, output, axis = null, attributes = [] }: NewNode): Uint8Array {
  const writer = protobuf.Writer.create();
  inputs.forEach((input) => text(writer, NODE.input, input));
  text(writer, NODE.output, output);
  text(writer, NODE.name, name);
  text(writer, NODE.opType, op);
  if (axis !== null) bytesField(writer, NODE.attribute, integerAttribute('axis', axis));
  attributes.forEach((attribute) => bytesField(writer, NODE.attribute, attribute));
  return writer.finish();
}

/** An AttributeProto that holds a graph without inputs, as If has two. */
export function graphAttribute(
  name: string,
  graph: string,
  nodes: readonly Uint8Array[],
  output: Uint8Array,
): Uint8Array {
  const inner = protobuf.Writer.create();
  nodes.forEach((node) => bytesField(inner, GRAPH.node, node));
  text(inner, GRAPH.name, graph);
  bytesField(inner, GRAPH.output, output);
  const writer = protobuf.Writer.create();
  text(writer, ATTRIBUTE.name, name);
  bytesField(writer, ATTRIBUTE.g, inner.finish());
  return writer.uint32(tag(ATTRIBUTE.type, 0)).uint32(GRAPH_TYPE).finish();
}

/** The record of a Constant node with this tensor as its value. */
export function constantRecord(name: string, output: string, tensor: Uint8Array): Uint8Array[] {
  const attribute = protobuf.Writer.create();
  text(attribute, ATTRIBUTE.name, 'value');
  bytesField(attribute, ATTRIBUTE.t, tensor);
  attribute.uint32(tag(ATTRIBUTE.type, 0)).uint32(TENSOR_TYPE);
  const writer = protobuf.Writer.create();
  text(writer, NODE.output, output);
  text(writer, NODE.name, name);
  text(writer, NODE.opType, 'Constant');
  bytesField(writer, NODE.attribute, attribute.finish());
  return recordOf(GRAPH.node, [writer.finish()]);
}

/** A TensorProto; `raw` holds its numbers in little-endian order, as many as `dims` ask for. */
export function tensorBytes(name: string, dataType: number, dims: readonly number[], raw: Uint8Array): Uint8Array {
  const writer = protobuf.Writer.create();
  if (dims.length > 0) {
    const packed = protobuf.Writer.create();
    dims.forEach((dim) => packed.uint64(dim));
    bytesField(writer, TENSOR.dims, packed.finish());
  }
  writer.uint32(tag(TENSOR.dataType, 0)).uint32(dataType);
  if (name !== '') text(writer, TENSOR.name, name);
  bytesField(writer, TENSOR.rawData, raw);
  return writer.finish();
}

/** float32 numbers as raw little-endian bytes. */
export function floatBytes(numbers: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (let i = 0; i < numbers.length; i++) view.setFloat32(i * 4, numbers[i] ?? NaN, true);
  return new Uint8Array(view.buffer);
}

/** int64 numbers as raw little-endian bytes. */
export function int64Bytes(numbers: readonly bigint[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 8));
  numbers.forEach((number, i) => view.setBigInt64(i * 8, number, true));
  return new Uint8Array(view.buffer);
}

/** A one-dimensional int64 tensor without a name, as a Constant node's value. */
export function int64Tensor(numbers: readonly bigint[]): Uint8Array {
  return tensorBytes('', DATA_TYPE.int64, [numbers.length], int64Bytes(numbers));
}

/** What changes in a node: inputs and outputs by their index, inputs that are added, attributes that go. */
export interface NodeChange {
  readonly inputs?: ReadonlyMap<number, string>;
  readonly outputs?: ReadonlyMap<number, string>;
  /** Appended to the inputs. */
  readonly added?: readonly string[];
  readonly isGone?: (attribute: { readonly start: number }) => boolean;
}

/** The change of a graph that gives a node other inputs, outputs or attributes; its other records stay as they are. */
export function nodeChange(bytes: Uint8Array, node: ModelNode, change: NodeChange): Change {
  const body = inside(node.record);
  const records = recordsOf(bytes, body);
  const inputs = allOf(records, NODE.input);
  const changes: Change[] = [
    ...renamed(inputs, change.inputs),
    ...renamed(allOf(records, NODE.output), change.outputs),
    ...allOf(records, NODE.attribute)
      .filter((record) => change.isGone?.(inside(record)))
      .map(({ start, end }) => ({ start, end, pieces: [] })),
  ];
  const place = inputs.at(-1)?.end ?? body.start;
  const added = (change.added ?? []).flatMap((name) => recordOf(NODE.input, [utf8Bytes(name)]));
  if (added.length > 0) changes.push({ start: place, end: place, pieces: added });
  return {
    start: node.record.start,
    end: node.record.end,
    pieces: recordOf(GRAPH.node, changed(bytes, body, changes)),
  };
}

function renamed(
  records: readonly { field: number; start: number; end: number }[],
  names: ReadonlyMap<number, string> = new Map(),
): Change[] {
  return [...names].flatMap(([index, name]) => {
    const record = records[index];
    return record ? [{ start: record.start, end: record.end, pieces: recordOf(record.field, [utf8Bytes(name)]) }] : [];
  });
}

/** An AttributeProto that holds a whole number. */
export function integerAttribute(name: string, value: number): Uint8Array {
  const writer = protobuf.Writer.create();
  text(writer, ATTRIBUTE.name, name);
  writer.uint32(tag(ATTRIBUTE.i, 0)).uint64(value);
  writer.uint32(tag(ATTRIBUTE.type, 0)).uint32(INT);
  return writer.finish();
}

function text(writer: protobuf.Writer, field: number, value: string): void {
  writer.uint32(tag(field, 2)).string(value);
}

function bytesField(writer: protobuf.Writer, field: number, value: Uint8Array): void {
  writer.uint32(tag(field, 2)).bytes(value);
}

function tag(field: number, wire: number): number {
  return ((field << 3) | wire) >>> 0;
}
