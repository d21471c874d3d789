/** Puts together one ONNX graph, or a body of one, whose values have known types. */
import { body, node } from './onnxModel.js';
import type { TypedValue } from './onnxElements.js';

/** A number from 0 to `below` - 1. */
export type Random = (below: number) => number;

/** What every object has, and what exporters write. Each is used once. */
const ODD_NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'in:0', '/m.0/ü_output_0', '{}', '7'];

/** What a graph and the bodies in it share. */
interface Shared {
  names: number;
  readonly operators: Set<string>;
  readonly read: Set<string>;
}

export class GraphBuilder {
  readonly nodes: object[] = [];
  readonly initializers: object[] = [];
  /** Inputs and what nodes write, in order; constants are not among them. */
  readonly own: TypedValue[] = [];
  readonly #shared: Shared;

  constructor(
    readonly outer: readonly TypedValue[] = [],
    readonly depth = 0,
    shared?: Shared,
  ) {
    this.#shared = shared ?? { names: 0, operators: new Set(), read: new Set() };
  }

  get operators(): ReadonlySet<string> {
    return this.#shared.operators;
  }

  /** Names that any node reads. */
  get read(): ReadonlySet<string> {
    return this.#shared.read;
  }

  fresh(): string {
    const count = this.#shared.names++;
    return ODD_NAMES[count - 3] ?? `t${count}`;
  }

  /** A value that is there without a node. */
  add(name: string, element: number): TypedValue {
    const made = { name, element };
    this.own.push(made);
    return made;
  }

  constant(element: number): string {
    const name = `w${this.#shared.names++}`;
    this.initializers.push({ name, data_type: element });
    return name;
  }

  /** One of the values of an element type that can be seen here; made of a constant where there is none. */
  pick(random: Random, element: number): string {
    const seen = [...this.outer, ...this.own].filter((item) => item.element === element);
    const found = seen[random(seen.length)] ?? this.node('Identity', [this.constant(element)], [element])[0];
    return found?.name ?? '';
  }

  /** Adds a node; returns what it writes, by the elements given. */
  node(operator: string, inputs: string[], elements: readonly number[], rest: object = {}): TypedValue[] {
    const { operators, read } = this.#shared;
    operators.add(operator);
    inputs.forEach((name) => read.add(name));
    const outputs = elements.map((element) => ({ name: this.fresh(), element }));
    const names = outputs.map(({ name }) => name);
    this.nodes.push(node(operator, inputs, names, { name: `n${this.nodes.length}`, ...rest }));
    this.own.push(...outputs);
    return outputs;
  }

  /** A builder for a graph within this one, which sees what stands here by now. */
  inside(): GraphBuilder {
    return new GraphBuilder([...this.outer, ...this.own], this.depth + 1, this.#shared);
  }

  /** This graph as an attribute of a node; its inputs and outputs are left undeclared, as exporters may. */
  asAttribute(name: string, inputs: readonly string[], outputs: readonly string[]): object {
    outputs.forEach((output) => this.#shared.read.add(output));
    const named = (names: readonly string[]): object[] => names.map((item) => ({ name: item }));
    const { nodes, initializers } = this;
    return body(name, { node: nodes, initializer: initializers, input: named(inputs), output: named(outputs) });
  }
}
