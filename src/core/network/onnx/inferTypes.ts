/**
 * Types of all values of a model, by declarations (inputs, outputs, value_info, initializers) and, where there is
 * none, by the operators' rules, through branches, loops and functions. Values whose type can't be told have none.
 */
import { NetworkError } from '../network.js';
import { outputTypes } from './operatorTypes.js';
import type { Attribute, FunctionMessage, GraphMessage, ModelMessage, NodeMessage, ValueInfo } from './schema.js';
import { BOOL, declaredType, INT64, tensorOf, unwrapped, wrapped, type ValueType } from './valueType.js';
import { t } from '../../texts/translate.js';

/** Deeper than any exporter nests graphs and functions; what goes further is broken or hostile. */
const DEEPEST = 64;
/** So many nodes may be looked at in all: a bound for what answers that are kept don't bound already. */
const MOST_STEPS = 1_000_000;
/** These tell of a tensor's shape, whatever is in it. */
const OF_SHAPES: ReadonlySet<string> = new Set(['Shape', 'Size', 'SequenceLength']);

export interface InferredTypes {
  /** By the names of the main graph's values. */
  readonly types: ReadonlyMap<string, ValueType>;
  /** Values that depend on what the network is fed, not on its shape alone. */
  readonly live: ReadonlySet<string>;
  /** Names of values inside of branches, loops and functions. */
  readonly inner: ReadonlySet<string>;
}

/** Infers the types of a model's values. Throws NetworkError where graphs are nested without end. */
export function inferTypes(model: ModelMessage, file: string): InferredTypes {
  const inference = new Inference(model, file);
  const scope = new Scope(null);
  const graph = model.graph ?? {};
  graph.input?.forEach(({ name = '' }) => scope.live.add(name));
  graph.initializer?.forEach(({ name = '' }) => scope.live.delete(name));
  inference.walkGraph(graph, scope, [], 0);
  // Once more, for nodes that stand before what they read.
  if (scope.hasGaps(graph)) inference.walkNodes(graph.node ?? [], scope, () => undefined, 0);
  return { types: scope.types, live: scope.live, inner: inference.inner };
}

/** The values that can be seen at one place: its own, and those of the graphs around. */
class Scope {
  readonly types = new Map<string, ValueType>();
  readonly live = new Set<string>();

  constructor(readonly outer: Scope | null) {}

  typeOf(name: string): ValueType | undefined {
    return this.types.get(name) ?? this.outer?.typeOf(name);
  }

  /** Declares a value, unless its type is open. */
  declare(name: string | undefined, type: ValueType | undefined): void {
    if (name && type) this.types.set(name, type);
  }

  /** Gives a value a type that was found, unless one was declared. */
  find(name: string, type: ValueType | undefined): void {
    if (!this.types.has(name)) this.declare(name, type);
  }

  hasGaps({ node = [] }: GraphMessage): boolean {
    return node.some(({ output = [] }) => output.some((name) => name !== '' && !this.types.has(name)));
  }
}

type AttributeOf = (name: string) => Attribute | undefined;
type Types = (ValueType | undefined)[];

class Inference {
  readonly inner = new Set<string>();
  readonly #functions: ReadonlyMap<string, FunctionMessage>;
  readonly #version: number;
  readonly #file: string;
  /** Of calls with the same types and attributes the answer is the same: functions that call others twice cost nothing more. */
  readonly #answers = new Map<string, Types>();
  #steps = 0;

  constructor({ functions = [], opsetImport = [] }: ModelMessage, file: string) {
    this.#file = file;
    this.#functions = new Map(functions.map((item) => [functionKey(item.domain, item.name), item]));
    this.#version = opsetImport.find(({ domain = '' }) => domain === '' || domain === 'ai.onnx')?.version ?? Infinity;
  }

  /** Types of a graph's outputs; `given` are those of its inputs, where they are not declared. */
  walkGraph(graph: GraphMessage, scope: Scope, given: Types, depth: number, outer?: AttributeOf): Types {
    if (depth > DEEPEST) throw new NetworkError(this.#file, t`its graphs are nested more than ${DEEPEST} deep.`);
    declareAll(scope, [...(graph.input ?? []), ...(graph.output ?? []), ...(graph.valueInfo ?? [])]);
    const sparse = (graph.sparseInitializer ?? []).map(({ values }) => values ?? {});
    for (const { name, dataType = 0 } of [...(graph.initializer ?? []), ...sparse])
      if (dataType > 0) scope.declare(name, tensorOf(dataType));
    graph.input?.forEach(({ name = '' }, i) => scope.find(name, given[i]));
    if (depth > 0) this.#note([...(graph.input ?? []), ...(graph.initializer ?? [])].map(({ name = '' }) => name));
    this.walkNodes(graph.node ?? [], scope, outer ?? (() => undefined), depth);
    return (graph.output ?? []).map(({ name = '' }) => scope.typeOf(name));
  }

  /** @param outer attributes of the call of the function that the nodes stand in */
  walkNodes(nodes: readonly NodeMessage[], scope: Scope, outer: AttributeOf, depth: number): void {
    for (const node of nodes) {
      if (++this.#steps > MOST_STEPS)
        throw new NetworkError(this.#file, t`its functions call each other more than ${MOST_STEPS} times.`);
      const { output = [] } = node;
      if (depth > 0) this.#note(output);
      const types = this.#outputsOf(node, scope, outer, depth);
      output.forEach((name, i) => name && scope.find(name, types[i]));
      if (isLive(node, scope)) output.forEach((name) => scope.live.add(name));
    }
  }

  #note(names: readonly string[]): void {
    names.forEach((name) => name && this.inner.add(name));
  }

  #outputsOf(node: NodeMessage, scope: Scope, outer: AttributeOf, depth: number): Types {
    const { opType = '', domain = '', input = [], output = [], attribute = [] } = node;
    const inputs = input.map((name) => scope.typeOf(name));
    const attributes = new Map(attribute.map((item) => [item.name ?? '', item]));
    const attributeOf: AttributeOf = (name) => {
      const own = attributes.get(name);
      return own?.refAttrName ? outer(own.refAttrName) : own;
    };
    const called = this.#functions.get(functionKey(domain, opType));
    if (called) return this.#answer(called, inputs, attributeOf, callKey(node, inputs, attributeOf), depth + 1);
    const bodies = [...attributes.values()].flatMap(({ name = '', g }) => (g ? [{ name, graph: g }] : []));
    if (bodies.length === 0)
      return [
        ...outputTypes(domain, opType, { inputs, attribute: attributeOf, version: this.#version }, output.length),
      ];
    const results = bodies.map(({ graph }) =>
      this.walkGraph(graph, new Scope(scope), bodyInputs(opType, inputs), depth + 1, outer),
    );
    return bodyOutputs(opType, results, output.length);
  }

  #answer(called: FunctionMessage, inputs: Types, given: AttributeOf, key: string | null, depth: number): Types {
    const known = key === null ? undefined : this.#answers.get(key);
    const answer = known ?? this.#call(called, inputs, given, depth);
    if (key !== null) this.#answers.set(key, answer);
    return answer;
  }

  #call(called: FunctionMessage, inputs: Types, given: AttributeOf, depth: number): Types {
    if (depth > DEEPEST)
      throw new NetworkError(this.#file, t`its functions call each other more than ${DEEPEST} deep.`);
    const scope = new Scope(null);
    declareAll(scope, called.valueInfo ?? []);
    called.input?.forEach((name, i) => scope.find(name, inputs[i]));
    this.#note(called.input ?? []);
    const defaults = new Map((called.attributeProto ?? []).map((item) => [item.name ?? '', item]));
    this.walkNodes(called.node ?? [], scope, (name) => given(name) ?? defaults.get(name), depth);
    return (called.output ?? []).map((name) => scope.typeOf(name));
  }
}

function declareAll(scope: Scope, values: readonly ValueInfo[]): void {
  for (const { name, type } of values) scope.declare(name, declaredType(type));
}

function functionKey(domain = '', name = ''): string {
  return `${domain}\n${name}`;
}

/** Calls of one key have one answer; null for a call that hands on graphs, which would have to be compared. */
function callKey({ domain, opType, attribute = [] }: NodeMessage, inputs: Types, given: AttributeOf): string | null {
  const values = attribute.map(({ name = '' }) => given(name));
  if (values.some((value) => value?.g)) return null;
  const attributes = attribute.map(({ name }, at) => [name, values[at]?.i, values[at]?.t?.dataType]);
  return JSON.stringify([domain, opType, inputs, attributes]);
}

/** A loop's body gets its count and its condition first; a map over a sequence the elements. */
function bodyInputs(operator: string, inputs: Types): Types {
  if (operator === 'Loop') return [tensorOf(INT64), tensorOf(BOOL), ...inputs.slice(2)];
  return operator === 'SequenceMap' ? inputs.map(unwrapped) : inputs;
}

/** A loop's body gives its condition first. Of two branches, the one that tells more. */
function bodyOutputs(operator: string, results: readonly Types[], count: number): Types {
  return Array.from({ length: count }, (_, i) => {
    const at = operator === 'Loop' ? i + 1 : i;
    const type = results.map((result) => result[at]).find((found) => found !== undefined);
    return operator === 'SequenceMap' ? wrapped(type) : type;
  });
}

/** Branches and loops may read what stands outside of them: they are taken for live. */
function isLive({ opType = '', input = [], attribute = [] }: NodeMessage, { live }: Scope): boolean {
  if (OF_SHAPES.has(opType)) return false;
  return input.some((name) => live.has(name)) || attribute.some(({ g }) => g);
}
