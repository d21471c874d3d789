/** What is known of a tensor that might get a pair. */
import { DATA_TYPE, typeName } from '../fields.js';
import type { Graph } from '../graph.js';
import { nodeLabel, type ModelNode } from '../model.js';
import type { PlacementOptions, Scales } from './placement.js';
import { t } from '../../texts/translate.js';

/** Answers about the tensors and nodes of one model under one table. */
export class Candidates {
  readonly graph: Graph;
  readonly #scales: Scales;
  readonly #exclude: ReadonlySet<string>;
  readonly #types: ReadonlyMap<string, number | null>;

  constructor(graph: Graph, scales: Scales, { exclude = new Set() }: PlacementOptions) {
    this.graph = graph;
    this.#scales = scales;
    this.#exclude = exclude;
    const { inputs, outputs, values } = graph.model;
    this.#types = new Map([...values, ...inputs, ...outputs].map(({ name, dataType }) => [name, dataType]));
  }

  isExcluded(node: ModelNode): boolean {
    return this.#exclude.has(nodeLabel(node)) || (node.name !== '' && this.#exclude.has(node.name));
  }

  isExcludedTensor(tensor: string): boolean {
    return this.#exclude.has(tensor);
  }

  /** Why the input of a node can get no pair, or null when it can. */
  inputProblem(tensor: string): string | null {
    const problem = this.problem(tensor);
    return problem === null || this.#isUnusable(tensor) ? problem : t`its input ${problem}`;
  }

  /** Why a tensor can get no pair, or null when it can. */
  problem(tensor: string): string | null {
    const type = this.otherType(tensor);
    if (type !== null) return t`"${tensor}" is ${type}`;
    if (this.#exclude.has(tensor)) return t`"${tensor}" is excluded`;
    if (this.#scales.usable.has(tensor)) return null;
    return this.#isUnusable(tensor)
      ? t`the entry of "${tensor}" can't be used: ${this.#scales.unusable.get(tensor)}`
      : t`"${tensor}" has no entry`;
  }

  /** True when the table has no entry of this name at all. */
  lacks(tensor: string): boolean {
    return !this.#scales.usable.has(tensor) && !this.#scales.unusable.has(tensor);
  }

  /** The declared type of a tensor that is no float32; null where it is, or is not declared. */
  otherType(tensor: string): string | null {
    const type = this.#types.get(tensor) ?? DATA_TYPE.float32;
    return type === DATA_TYPE.float32 ? null : typeName(type);
  }

  /** Whether it is for its entry alone that it gets no pair. */
  #isUnusable(tensor: string): boolean {
    return (
      this.otherType(tensor) === null && !this.#exclude.has(tensor) && this.#scales.unusable.get(tensor) !== undefined
    );
  }
}
