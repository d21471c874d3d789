/** The histograms of a run as onnxruntime's own JSON has them, so that whatever reads those reads these. */
import type { Histogram } from '../activations/histogram.js';
import { shortestDecimal } from '../bytes/float64.js';

/** Bins of a histogram in a file; a run has some thousands, whose edges would take megabytes. Still fine enough for an entropy search. */
const MOST_BINS = 1024;

/** The file, in pieces. */
export function* histogramFile({
  tensors,
  histograms,
}: {
  readonly tensors: readonly { readonly name: string; readonly min: number; readonly max: number }[];
  readonly histograms: readonly { readonly name: string; readonly histogram: Histogram }[];
}): Generator<string> {
  const byName = new Map(histograms.map(({ name, histogram }) => [name, histogram]));
  yield '{"CLS": "TensorsData", "data": {';
  let separator = '\n';
  for (const { name, min, max } of tensors) {
    const histogram = byName.get(name);
    const bounds = `"lowest": ${shortestDecimal(min)}, "highest": ${shortestDecimal(max)}`;
    const { counts, edges } = histogram ? coarser(histogram) : { counts: [], edges: [] };
    const bins = histogram ? `, "hist": ${array(counts, 'int64')}, "bins": ${array(edges)}` : '';
    yield `${separator}${JSON.stringify(name)}: {${bounds}${bins}, "CLS": "TensorData"}`;
    separator = ',\n';
  }
  yield '\n}}\n';
}

/** Neighbouring bins put together until they are few enough; bins stay cut at 0. */
function coarser(histogram: Histogram): { readonly counts: readonly number[]; readonly edges: readonly number[] } {
  let [counts, edges] = [[...histogram.counts], [...histogram.edges]];
  while (counts.length > MOST_BINS) {
    // Pairs are counted from 0 on, to both sides.
    const odd = edges.indexOf(0) % 2;
    const [oldCounts, oldEdges] = [
      odd === 1 ? [0, ...counts] : counts,
      odd === 1 ? [2 * (edges[0] ?? 0) - (edges[1] ?? 0), ...edges] : edges,
    ];
    counts = Array.from(
      { length: Math.ceil(oldCounts.length / 2) },
      (_, i) => (oldCounts[2 * i] ?? 0) + (oldCounts[2 * i + 1] ?? 0),
    );
    const width = 2 * ((oldEdges[1] ?? 0) - (oldEdges[0] ?? 0));
    edges = Array.from({ length: counts.length + 1 }, (_, i) => (oldEdges[0] ?? 0) + i * width);
  }
  return { counts, edges };
}

function array(numbers: readonly number[], dtype = 'float64'): string {
  return `{"data": [${numbers.map(shortestDecimal).join(', ')}], "dtype": "${dtype}", "CLS": "numpy.array"}`;
}
