/** Scales carried to tensors that have none, through operators that hardly change a range: for DLA, which wants one everywhere. */
import { DATA_TYPE } from '../fields.js';
import { graphOf, type Graph } from '../graph.js';
import { isOp, type ModelNode, type OnnxModel } from '../model.js';

const CARRYING = [
  'Relu',
  'MaxPool',
  'Reshape',
  'Flatten',
  'Transpose',
  'Squeeze',
  'Unsqueeze',
  'Pad',
  'Identity',
  'Dropout',
];

export interface Carried {
  readonly name: string;
  readonly from: string;
  readonly op: string;
  readonly scale: number;
}

/** Entries for tensors that have none: first downstream, then upstream; never over one that is there. */
export function carriedScales(model: OnnxModel, scales: ReadonlyMap<string, number>): Carried[] {
  const known = new Map(scales);
  const carried: Carried[] = [];
  const carry = (node: ModelNode, from = '', name = ''): void => {
    const scale = known.get(from);
    if (scale === undefined || name === '' || known.has(name)) return;
    known.set(name, scale);
    carried.push({ name, from, op: node.op, scale });
  };
  const graph = graphOf(model);
  const nodes = model.nodes.filter((node) => isOp(node, ...CARRYING) && !graph.constants.has(node.inputs[0] ?? ''));
  nodes.forEach((node) => carry(node, node.inputs[0], node.outputs[0]));
  [...nodes].reverse().forEach((node) => carry(node, node.outputs[0], node.inputs[0]));
  return carried;
}

/** How many tensors that are fed or computed have no entry; those that are declared to be no floats are not counted. */
export function countWithout(graph: Graph, names: ReadonlySet<string>): number {
  const { model, inputs, producers, constants } = graph;
  const declared = new Map(
    [...model.values, ...model.inputs, ...model.outputs].map((item) => [item.name, item.dataType]),
  );
  const isFloat = (name: string): boolean => (declared.get(name) ?? DATA_TYPE.float32) === DATA_TYPE.float32;
  return [...inputs, ...producers.keys()].filter((name) => !constants.has(name) && !names.has(name) && isFloat(name))
    .length;
}
