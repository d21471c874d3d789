/** The histograms of a table's tensors on their way: one after the other in few arrays, so that a thousand cost what one does. */
import type { Histogram } from '../core/activations/histogram.js';
import type { Json } from './common.js';

export interface PackedHistograms {
  /** The tensors that have one. */
  readonly names: readonly string[];
  /** How many bins each has. */
  readonly bins: Uint32Array;
  readonly counts: Float64Array;
  /** One more than bins, for each. */
  readonly edges: Float64Array;
}

/** What the values of the tensors look like; without names nothing is known any more. */
export interface ValuesMessage extends PackedHistograms {
  readonly type: 'values';
  /** The file that says so, where that is another than the table's. */
  readonly source: string | null;
}

export type ShownValues = Omit<ValuesMessage, 'type'>;

/** Whether it is such a message, whole. */
export function isValues({ names, bins, counts, edges }: Json): boolean {
  return (
    Array.isArray(names) &&
    bins instanceof Uint32Array &&
    bins.length === names.length &&
    counts instanceof Float64Array &&
    edges instanceof Float64Array &&
    edges.length === counts.length + names.length
  );
}

/** Packs them; of a name that comes twice the first. */
export function packHistograms(names: readonly string[], histograms: readonly (Histogram | null)[]): PackedHistograms {
  const byName = new Map<string, Histogram>();
  histograms.forEach((histogram, at) => {
    const name = names[at];
    if (histogram && name !== undefined && !byName.has(name)) byName.set(name, histogram);
  });
  const all = [...byName.values()];
  return {
    names: [...byName.keys()],
    bins: Uint32Array.from(all, ({ counts }) => counts.length),
    counts: joined(all.map(({ counts }) => counts)),
    edges: joined(all.map(({ edges }) => edges)),
  };
}

/** The histograms by their tensors' names. */
export function unpackHistograms({ names, bins, counts, edges }: PackedHistograms): Map<string, Histogram> {
  const byName = new Map<string, Histogram>();
  let from = 0;
  names.forEach((name, at) => {
    const length = bins[at] ?? 0;
    byName.set(name, {
      counts: counts.subarray(from, from + length),
      edges: edges.subarray(from + at, from + at + length + 1),
    });
    from += length;
  });
  return byName;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
