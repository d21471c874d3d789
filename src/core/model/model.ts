/** An ONNX model as its bytes and the places in them: names and structure are read, weights are left where they stand. */
import { ATTRIBUTE, GRAPH, MODEL, NODE, OPSET, TENSOR, TYPE, VALUE_INFO } from './fields.js';
import {
  allOf,
  inside,
  integersOf,
  lastOf,
  ModelError,
  numberOf,
  recordsOf,
  textOf,
  type FieldRecord,
  type Span,
} from './records.js';
import { namesIn } from './nestedNames.js';
import { t } from '../texts/translate.js';

export interface ModelNode {
  readonly index: number;
  readonly record: FieldRecord;
  readonly name: string;
  readonly op: string;
  /** Empty for ONNX's own operators, which `ai.onnx` means too. */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly Span[];
  /** Tensors of this graph that the node's own graphs (If, Loop, Scan) may read. */
  readonly nestedReads: ReadonlySet<string>;
}

/** A tensor that stands in the file, or is referred to. */
export interface ModelTensor {
  readonly name: string;
  readonly span: Span;
  readonly dims: readonly number[];
  readonly dataType: number;
  /** The record in the graph; absent for the value of a Constant node. */
  readonly record?: FieldRecord;
}

/** A graph input, output or tensor whose type is declared. */
export interface ModelValue {
  readonly name: string;
  readonly record: FieldRecord;
  /** Null where it is not declared. */
  readonly dataType: number | null;
  readonly rank: number | null;
}

export interface OnnxModel {
  readonly bytes: Uint8Array;
  readonly graphRecord: FieldRecord;
  readonly irVersion: number;
  /** Version of ONNX's own operators; 1 where the file does not say. */
  readonly opset: number;
  readonly opsetRecords: readonly FieldRecord[];
  readonly nodes: readonly ModelNode[];
  readonly initializers: ReadonlyMap<string, ModelTensor>;
  readonly inputs: readonly ModelValue[];
  readonly outputs: readonly ModelValue[];
  readonly values: readonly ModelValue[];
  /** Every name that stands for something, nested graphs included: a new name must not be among them. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Reads the structure of a model.
 * @throws {ModelError} when the bytes are no ONNX model with exactly one graph that has nodes
 */
export function readModel(bytes: Uint8Array): OnnxModel {
  const records = recordsOf(bytes, { start: 0, end: bytes.length });
  const graphs = allOf(records, MODEL.graph);
  const [graphRecord] = graphs;
  if (!graphRecord) throw new ModelError(t`this is no ONNX model: it holds no graph.`);
  if (graphs.length > 1) throw new ModelError(t`this model holds ${graphs.length} graphs; one is expected.`);
  const graph = recordsOf(bytes, inside(graphRecord));
  const nodes = allOf(graph, GRAPH.node).map((record, index) => readNode(bytes, record, index));
  if (nodes.length === 0) throw new ModelError(t`this is no ONNX model, or an empty one: its graph has no nodes.`);
  const initializers = allOf(graph, GRAPH.initializer).map((record) => ({
    ...readTensor(bytes, inside(record)),
    record,
  }));
  const valuesOf = (field: number): ModelValue[] => allOf(graph, field).map((record) => readValue(bytes, record));
  const [inputs, outputs, values] = [valuesOf(GRAPH.input), valuesOf(GRAPH.output), valuesOf(GRAPH.valueInfo)];
  const sparse = allOf(graph, GRAPH.sparse).flatMap((record) => sparseName(bytes, record));
  const opsetRecords = allOf(records, MODEL.opsetImport).filter((record) => isDefault(domainOf(bytes, record)));
  return {
    bytes,
    graphRecord,
    irVersion: numberOf(bytes, records, MODEL.irVersion),
    opset: Math.max(1, ...opsetRecords.map((record) => versionOf(bytes, record))),
    opsetRecords,
    nodes,
    initializers: new Map([...sparse, ...initializers].map((tensor) => [tensor.name, tensor])),
    inputs,
    outputs,
    values,
    taken: takenNames(nodes, [...initializers, ...sparse, ...inputs, ...outputs, ...values]),
  };
}

/** Whether an operator is ONNX's own. */
export function isDefault(domain: string): boolean {
  return domain === '' || domain === 'ai.onnx';
}

/** Whether a node is an operator of ONNX's own with this name. */
export function isOp({ op, domain }: ModelNode, ...ops: readonly string[]): boolean {
  return isDefault(domain) && ops.includes(op);
}

/** What messages and reports call a node: its name, or what it writes. */
export function nodeLabel({ name, outputs, op, index }: ModelNode): string {
  return name || outputs.find((output) => output !== '') || `${op} #${index}`;
}

/** A TensorProto, its numbers left where they stand. */
export function readTensor(bytes: Uint8Array, span: Span): ModelTensor {
  const records = recordsOf(bytes, span);
  const name = lastOf(records, TENSOR.name);
  return {
    span,
    name: name ? textOf(bytes, name) : '',
    dims: integersOf(bytes, records, TENSOR.dims).map(Number),
    dataType: numberOf(bytes, records, TENSOR.dataType),
  };
}

/** A NodeProto, with its place among its like. */
export function readNode(bytes: Uint8Array, record: FieldRecord, index: number): ModelNode {
  const records = recordsOf(bytes, inside(record));
  const text = (field: number): string => {
    const found = lastOf(records, field);
    return found ? textOf(bytes, found) : '';
  };
  const attributes = allOf(records, NODE.attribute).map(inside);
  return {
    index,
    record,
    name: text(NODE.name),
    op: text(NODE.opType),
    domain: text(NODE.domain),
    inputs: allOf(records, NODE.input).map((input) => textOf(bytes, input)),
    outputs: allOf(records, NODE.output).map((output) => textOf(bytes, output)),
    attributes,
    nestedReads: namesIn(
      bytes,
      attributes.flatMap((attribute) => graphsOf(bytes, attribute)),
    ),
  };
}

/** Graphs in an attribute. */
export function graphsOf(bytes: Uint8Array, attribute: Span): Span[] {
  return recordsOf(bytes, attribute)
    .filter(({ field, wire }) => wire === 2 && (field === ATTRIBUTE.g || field === ATTRIBUTE.graphs))
    .map(inside);
}

function readValue(bytes: Uint8Array, record: FieldRecord): ModelValue {
  const records = recordsOf(bytes, inside(record));
  const name = lastOf(records, VALUE_INFO.name);
  const type = lastOf(records, VALUE_INFO.type);
  const tensor = type && lastOf(recordsOf(bytes, inside(type)), TYPE.tensor);
  const fields = tensor ? recordsOf(bytes, inside(tensor)) : [];
  const shape = lastOf(fields, TYPE.shape);
  return {
    record,
    name: name ? textOf(bytes, name) : '',
    dataType: tensor ? numberOf(bytes, fields, TYPE.elemType) || null : null,
    rank: shape ? allOf(recordsOf(bytes, inside(shape)), TYPE.dim).length : null,
  };
}

/** A sparse initializer is named by its values. */
function sparseName(bytes: Uint8Array, record: FieldRecord): ModelTensor[] {
  const values = lastOf(recordsOf(bytes, inside(record)), 1);
  return values ? [{ ...readTensor(bytes, inside(values)), dataType: -1, record }] : [];
}

function domainOf(bytes: Uint8Array, record: FieldRecord): string {
  const domain = lastOf(recordsOf(bytes, inside(record)), OPSET.domain);
  return domain ? textOf(bytes, domain) : '';
}

function versionOf(bytes: Uint8Array, record: FieldRecord): number {
  return numberOf(bytes, recordsOf(bytes, inside(record)), OPSET.version);
}

function takenNames(nodes: readonly ModelNode[], named: readonly { readonly name: string }[]): Set<string> {
  const taken = new Set(named.map(({ name }) => name));
  for (const { name, inputs, outputs, nestedReads } of nodes)
    for (const each of [name, ...inputs, ...outputs, ...nestedReads]) taken.add(each);
  return taken;
}
