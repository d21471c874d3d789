/**
 * How much speaks for two entries being one tensor: log-likelihood ratios (natural logarithm) of "the same
 * tensor" against "two tensors by chance", from scale, kind of layer and name. What is common proves little:
 * each agreement counts by how rare it is in these two tables. Scored for millions of cells, so all that depends
 * on one side only is worked out before.
 */
import { movedDensity, type Drift } from './drift.js';
import type { Features } from './features.js';
import type { NameTrust, SharedNames } from './nameTrust.js';
import { Similarity } from './similarity.js';

/** Width of the bins in which the density of scales is counted, in log2. */
const BIN = 0.25;
/** Steps in which distances of scales are looked up: fine ones near zero, where tables of neighbouring versions differ. */
const [FINE, COARSE] = [1 / 1024, 1 / 32];
const [FINE_UP_TO, COARSE_UP_TO] = [1, 32];
/** Agreement on something that everything has proves nothing; on something unique it is capped. */
const MOST_FROM_SCALE = 6;
const MOST_FROM_SHAPE = 3;
const NO_SCALE = -1;
/** From this typical |log2 ratio| on, scales count for less: they moved together, so each one tells little. */
const WIDE = 0.5;
/** Kinds of layer told by names are words of exporters: a conflict is strong, not proof. */
const KIND_CONFLICT = -3.5;
/** Either name still stands somewhere else: this share of its worth speaks against the pair. */
const ELSEWHERE = -0.75;
/** A name of a shape that is otherwise kept became another. */
const VANISHED = -2.5;

export class Scoring {
  readonly #similarity = new Similarity();
  /** By the distance of two scales: log density if they are the same tensor's. */
  readonly #near: Float64Array;
  readonly #far: Float64Array;
  /** By new entry: log density of its scale among all, and score of a scale that is equal to the bit. */
  readonly #chance: Float64Array;
  readonly #equalBits: Float64Array;
  /** By old entry: score of the same kind of layer, and of a name of the same shape. */
  readonly #sameKind: Float64Array;
  readonly #sameShape: Float64Array;
  /** By entry of either side: what its name is worth where that stands on the other side; else 0. */
  readonly #oldNameWorth: Float64Array;
  readonly #newNameWorth: Float64Array;
  /** By entry of either side: share of the names of its shape that the other side has, too. */
  readonly #oldKept: Float64Array;
  readonly #newKept: Float64Array;
  readonly #scaleWeight: number;
  readonly #old: Features;
  readonly #next: Features;
  readonly #trust: NameTrust;

  constructor(old: Features, next: Features, drift: Drift, trust: NameTrust, { partner, reverse }: SharedNames) {
    this.#old = old;
    this.#next = next;
    this.#trust = trust;

    const size = next.names.length;
    this.#scaleWeight = drift.spread <= WIDE ? 1 : Math.max(0.05, (WIDE / drift.spread) ** 2);
    this.#near = logDensities(FINE, FINE_UP_TO, drift);
    this.#far = logDensities(COARSE, COARSE_UP_TO, drift);
    const bins = counted(next.log2.map((value) => Math.round(value / BIN)));
    this.#chance = next.log2.map((value) => Math.log((bins.get(Math.round(value / BIN)) ?? 1) / size / BIN));
    const bits = counted(next.bits);
    this.#equalBits = Float64Array.from(next.bits, (value) =>
      Math.min(MOST_FROM_SCALE, Math.log((drift.exact * size) / (bits.get(value) ?? 1))),
    );
    const kinds = counted(next.kind);
    this.#sameKind = Float64Array.from(old.kind, (kind) => 0.5 * Math.log(size / (kinds.get(kind) ?? 1)));
    const shapes = counted(next.shape);
    this.#sameShape = Float64Array.from(old.shape, (shape) =>
      Math.min(MOST_FROM_SHAPE, 0.5 * Math.log(size / (shapes.get(shape) ?? 1)) + 0.5),
    );
    this.#oldNameWorth = worthOf(old, partner, trust);
    this.#newNameWorth = worthOf(next, reverse, trust);
    this.#oldKept = keptShares(old.shape, partner);
    this.#newKept = keptShares(next.shape, reverse);
  }

  /** The score of old entry i and new entry j. */
  score(i: number, j: number): number {
    return this.#scaleWeight * this.#scale(i, j) + this.#kind(i, j) + this.#name(i, j);
  }

  #scale(i: number, j: number): number {
    if (this.#old.bits[i] === this.#next.bits[j]) return this.#equalBits[j] ?? 0;
    const distance = Math.abs((this.#old.log2[i] ?? NaN) - (this.#next.log2[j] ?? NaN));
    if (Number.isNaN(distance)) return NO_SCALE;
    const density =
      distance < FINE_UP_TO
        ? this.#near[(distance / FINE) | 0]
        : this.#far[Math.min(this.#far.length - 1, (distance / COARSE) | 0)];
    return (density ?? 0) - (this.#chance[j] ?? 0);
  }

  #kind(i: number, j: number): number {
    const [a, b] = [this.#old.kind[i] ?? 0, this.#next.kind[j] ?? 0];
    if (a === 0 || b === 0) return 0;
    return a === b ? (this.#sameKind[i] ?? 0) : KIND_CONFLICT;
  }

  #name(i: number, j: number): number {
    const [old, next] = [this.#old, this.#next];
    if (old.nameId[i] === next.nameId[j]) return this.#trust.sameName(old.shape[i] ?? 0);
    const elsewhere = ELSEWHERE * Math.max(this.#oldNameWorth[i] ?? 0, this.#newNameWorth[j] ?? 0);
    if (old.shape[i] === next.shape[j]) return elsewhere + (this.#sameShape[i] ?? 0);
    return (
      elsewhere + VANISHED * ((this.#oldKept[i] ?? 0) + (this.#newKept[j] ?? 0)) + this.#similarity.of(i, j, old, next)
    );
  }
}

function logDensities(step: number, upTo: number, drift: Drift): Float64Array {
  return Float64Array.from({ length: upTo / step }, (_, at) =>
    Math.log((1 - drift.exact) * movedDensity((at + 0.5) * step, drift) + 1e-6),
  );
}

function worthOf({ shape }: Features, partner: Int32Array, trust: NameTrust): Float64Array {
  return Float64Array.from(shape, (id, at) => ((partner[at] ?? -1) >= 0 ? trust.sameName(id) : 0));
}

/** By entry: share of the names of its shape that the other side has too. A shape with few names says little: one more that was not kept is assumed. */
function keptShares(shape: Int32Array, partner: Int32Array): Float64Array {
  const total = counted(shape);
  const kept = counted(shape.filter((_, at) => (partner[at] ?? -1) >= 0));
  return Float64Array.from(shape, (id) => (kept.get(id) ?? 0) / ((total.get(id) ?? 0) + 1));
}

function counted(values: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
