/** The nodes in the graphs of If, Loop and Scan. */
import { GRAPH } from '../fields.js';
import { graphsOf, readNode, type ModelNode, type OnnxModel } from '../model.js';
import { allOf, recordsOf, type Span } from '../records.js';

/** All of them, at any depth. A list of graphs to do, not a recursion: a hostile file nests a thousand of them. */
export function nestedNodes({ bytes, nodes }: OnnxModel): ModelNode[] {
  const found: ModelNode[] = [];
  const graphsIn = (node: ModelNode): Span[] => node.attributes.flatMap((attribute) => graphsOf(bytes, attribute));
  const toDo = nodes.flatMap(graphsIn);
  for (let graph = toDo.pop(); graph; graph = toDo.pop())
    for (const record of allOf(recordsOf(bytes, graph), GRAPH.node)) {
      const node = readNode(bytes, record, found.length);
      found.push(node);
      toDo.push(...graphsIn(node));
    }
  return found;
}
