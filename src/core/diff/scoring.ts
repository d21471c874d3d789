/**
 * How much speaks for two entries being one tensor: log-likelihood ratios (natural logarithm) of "the same
 * tensor" against "two tensors by chance", from scale, kind of layer and name. What is common proves little:
 * each agreement counts by how rare it is in these two tables.
 */
import type { Features } from './features.js';
import { Similarity } from './similarity.js';

/** Width of the bins in which the density of scales is counted, in log2. */
const BIN = 0.25;
/** Agreement on something that everything has proves nothing; on something unique it is capped. */
const MOST_FROM_SCALE = 6;
const MOST_FROM_SHAPE = 3;
/** From this typical |log2 ratio| on, scales count for less. */
const WIDE = 0.5;
/** Kinds of layer told by names are words of exporters: a conflict is strong, not proof. */
const KIND_CONFLICT = -3.5;

/** How scales move from one table to the other, estimated from names that both have. */
export interface Drift {
  /** Share of scales that stay equal to the bit. */
  readonly exact: number;
  /** Typical |log2 ratio| of the others. */
  readonly spread: number;
  /** Share of tensors whose scale moved far beyond that. */
  readonly far: number;
}

export class Scoring {
  private readonly shapeCount: Int32Array;
  private readonly kindCount = new Map<number, number>();
  private readonly bitsCount = new Map<number, number>();
  private readonly density = new Map<number, number>();
  private readonly similarity = new Similarity();
  /** Scales that moved far moved together (another algorithm, another data set): then each one tells little. */
  private readonly scaleWeight: number;

  constructor(private readonly old: Features, private readonly next: Features, private readonly drift: Drift, private readonly trust: NameTrust) {
    this.scaleWeight = drift.spread <= WIDE ? 1 : Math.max(0.05, (WIDE / drift.spread) ** 2);
    this.shapeCount = new Int32Array(1 + Math.max(0, ...maxOf(old.shape), ...maxOf(next.shape)));
    for (const shape of next.shape) this.shapeCount[shape] = (this.shapeCount[shape] ?? 0) + 1;
    for (const kind of next.kind) count(this.kindCount, kind);
    for (const bits of next.bits) count(this.bitsCount, bits);
    for (const log2 of next.log2) count(this.density, Math.round(log2 / BIN));
  }

  /** The score of old entry i and new entry j. */
  score(i: number, j: number): number {
    return this.scaleWeight * this.scale(i, j) + this.kind(i, j) + this.name(i, j);
  }

  /** From the scales alone. */
  scale(i: number, j: number): number {
    const size = this.next.bits.length;
    const { exact, spread, far } = this.drift;
    const bits = this.next.bits[j] ?? 0;
    if (this.old.bits[i] === bits) return Math.min(MOST_FROM_SCALE, Math.log((exact * size) / (this.bitsCount.get(bits) ?? 1)));
    const log2 = this.next.log2[j] ?? NaN;
    const distance = Math.abs((this.old.log2[i] ?? NaN) - log2);
    if (Number.isNaN(distance)) return -1;
    const chance = (this.density.get(Math.round(log2 / BIN)) ?? 1) / size / BIN;
    const close = Math.exp(-distance / spread) / (2 * spread);
    const loose = Math.exp(-distance / 1.5) / 3;
    return Math.log(((1 - exact) * ((1 - far) * close + far * loose) + 1e-6) / chance);
  }

  private kind(i: number, j: number): number {
    const [a, b] = [this.old.kind[i] ?? 0, this.next.kind[j] ?? 0];
    if (a === 0 || b === 0) return 0;
    return a === b ? Math.log(this.next.kind.length / (this.kindCount.get(a) ?? 1)) * 0.5 : KIND_CONFLICT;
  }

  private name(i: number, j: number): number {
    const [a, b] = [this.old.shape[i] ?? 0, this.next.shape[j] ?? 0];
    const [oldName, newName] = [this.old.names[i] ?? '', this.next.names[j] ?? ''];
    if (oldName === newName) return this.trust.sameName(a);
    // Either name still stands somewhere else: where such names are kept, that one is the partner.
    const elsewhere = this.trust.elsewhere(i, j);
    if (a === b) return elsewhere + Math.min(MOST_FROM_SHAPE, 0.5 * Math.log(this.next.shape.length / (this.shapeCount[a] ?? 1)) + 0.5);
    return elsewhere + this.trust.vanished(a, b) + this.similarity.of(oldName, newName, a, b);
  }
}

/** What names are worth between these two tables; see nameTrust.ts. */
export interface NameTrust {
  /** Score of equal names of a shape. */
  sameName(shape: number): number;
  /** Score (not above 0) of pairing two different names although one of them still exists on the other side. */
  elsewhere(i: number, j: number): number;
  /** Score (not above 0) of a name of a shape that is otherwise kept having become another. */
  vanished(oldShape: number, newShape: number): number;
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function maxOf(values: Int32Array): number[] {
  let max = 0;
  for (const value of values) max = Math.max(max, value);
  return [max];
}
