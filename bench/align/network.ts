/** Random networks whose tensors are known one by one, so that it is known which tensor of two tables is which. */
import type { Random } from '../../samples/generator/random.js';

/** A layer and the tensor that it writes. */
export interface Layer {
  /** Its identity: the same in every version of a network. */
  readonly id: number;
  readonly operator: Operator;
  /** Stage of the network and block of the stage that it belongs to, by identity. */
  readonly stage: number;
  readonly block: number;
  /** What it is within its block: unique there. */
  readonly role: string;
  /** Identity of the layer whose range it shares (pooling, reshaping), its own otherwise. */
  readonly rangeOf: number;
  readonly scale: number;
}

export type Operator =
  'Conv' | 'Relu' | 'Add' | 'MaxPool' | 'Reshape' | 'Transpose' | 'Concat' | 'Sigmoid' | 'Mul' | 'Gemm' | 'Softmax';

/** Layers that hand their input's values on, and so its range. */
const PASSING: readonly Operator[] = ['MaxPool', 'Reshape', 'Transpose'];
/** The range of every sigmoid and softmax is 1. */
const OF_ONE = 1 / 127;

/** Kinds of blocks, as operators in their order. */
const BLOCKS: readonly (readonly Operator[])[] = [
  ['Conv', 'Relu', 'Conv', 'Add', 'Relu'],
  ['Conv', 'Relu', 'Conv', 'Relu', 'Conv', 'Conv', 'Add', 'Relu'],
  ['Conv', 'Sigmoid', 'Mul', 'Conv', 'Sigmoid', 'Mul', 'Concat'],
  ['Conv', 'MaxPool', 'MaxPool', 'MaxPool', 'Concat', 'Conv'],
  ['Conv', 'Reshape', 'Transpose', 'Gemm', 'Add', 'Reshape'],
];

/** Makes layers with identities that are never used twice. */
export class NetworkMaker {
  #nextId = 0;
  #nextBlock = 0;
  #ranges = new Map<number, { readonly rangeOf: number; readonly scale: number }>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A network of about so many layers. */
  network(size: number): Layer[] {
    const layers: Layer[] = [];
    const stages = 3 + Math.floor(this.#random.next() * 4);
    for (let stage = 0; layers.length < size; stage = Math.floor((layers.length / size) * stages))
      layers.push(...this.block(stage, layers.at(-1)));
    return layers;
  }

  /** A block of new layers behind a layer. */
  block(stage: number, before: Layer | undefined): Layer[] {
    const block = this.#nextBlock++;
    const operators = BLOCKS[Math.floor(this.#random.next() * BLOCKS.length)] ?? [];
    const layers: Layer[] = [];
    operators.forEach((operator, at) =>
      layers.push(this.layer(operator, stage, block, layers.at(-1) ?? before, `${operator.toLowerCase()}${at}`)),
    );
    return layers;
  }

  /** One new layer behind another one, in its block. */
  layer(operator: Operator, stage: number, block: number, before: Layer | undefined, role?: string): Layer {
    const id = this.#nextId++;
    const shared = before && PASSING.includes(operator) ? this.#ranges.get(before.id) : undefined;
    const range = shared ?? {
      rangeOf: id,
      scale: operator === 'Sigmoid' || operator === 'Softmax' ? OF_ONE : this.#random.logNormal(0.03, 0.9),
    };
    this.#ranges.set(id, range);
    return { id, operator, stage, block, role: role ?? `extra${id}`, ...range };
  }
}
