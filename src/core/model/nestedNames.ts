/** Names in the graphs of If, Loop and Scan: what they may read of the graph around them. */
import { ATTRIBUTE, GRAPH, NODE, VALUE_INFO } from './fields.js';
import { inside, recordsOf, textOf, WIRE, type FieldRecord, type Span } from './records.js';

/**
 * Every name in these graphs and in those within them: of tensors that are read or written, of nodes and of values. A
 * list of graphs to do, not a recursion: a hostile file nests a thousand of them.
 */
export function namesIn(bytes: Uint8Array, graphs: readonly Span[]): ReadonlySet<string> {
  if (graphs.length === 0) return NO_NAMES;
  const names = new Set<string>();
  const toDo = [...graphs];
  for (let graph = toDo.pop(); graph; graph = toDo.pop()) {
    for (const record of recordsOf(bytes, graph)) {
      if (record.wire !== WIRE.bytes) continue;
      if (record.field === GRAPH.node) toDo.push(...namesOfNode(bytes, record, names));
      else if (NAMED[record.field] !== undefined) addText(bytes, record, NAMED[record.field] ?? 0, names);
    }
  }
  return names;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Fields of a graph that hold something with a name, and that name's field. */
const NAMED: Readonly<Record<number, number>> = {
  [GRAPH.initializer]: 8,
  [GRAPH.input]: VALUE_INFO.name,
  [GRAPH.output]: VALUE_INFO.name,
  [GRAPH.valueInfo]: VALUE_INFO.name,
};

/** Takes a node's names; returns the graphs in it. */
function namesOfNode(bytes: Uint8Array, node: FieldRecord, names: Set<string>): Span[] {
  const graphs: Span[] = [];
  for (const record of recordsOf(bytes, inside(node))) {
    if (record.field === NODE.input || record.field === NODE.output || record.field === NODE.name)
      names.add(textOf(bytes, record));
    if (record.field !== NODE.attribute) continue;
    for (const part of recordsOf(bytes, inside(record)))
      if (part.wire === WIRE.bytes && (part.field === ATTRIBUTE.g || part.field === ATTRIBUTE.graphs))
        graphs.push(inside(part));
  }
  return graphs;
}

function addText(bytes: Uint8Array, record: FieldRecord, field: number, names: Set<string>): void {
  for (const part of recordsOf(bytes, inside(record))) if (part.field === field) names.add(textOf(bytes, part));
}
