/** The methods once more, step by step as their definitions read, for comparison. */

export function slowEntropy(counts: readonly number[]): number {
  const bins = [...counts];
  bins[0] = bins[1] ?? 0;
  const divergences: number[] = [];
  for (let i = 128; i <= bins.length; i++) {
    const levelOf = Array.from({ length: i }, (_, x) => Math.floor((x * 128) / i));
    const sums = new Map<number, { sum: number; filled: number }>();
    levelOf.forEach((level, x) => {
      if (bins[x] === 0) return;
      const { sum, filled } = sums.get(level) ?? { sum: 0, filled: 0 };
      sums.set(level, { sum: sum + (bins[x] ?? 0), filled: filled + 1 });
    });
    const quantized = levelOf.map((level, x) => {
      const part = sums.get(level);
      return bins[x] === 0 || !part ? 0 : part.sum / part.filled;
    });
    const reference = bins.slice(0, i);
    reference[i - 1] = (reference[i - 1] ?? 0) + add(bins.slice(i));
    divergences.push(kullbackLeibler(reference, quantized));
  }
  const least = Math.min(...divergences);
  return 128 + divergences.lastIndexOf(least);
}

function kullbackLeibler(p: readonly number[], q: readonly number[]): number {
  const [pSum, qSum] = [add(p), add(q)];
  const sum = add(
    p.map((value, i) => (value === 0 ? 0 : (value / pSum) * Math.log(value / pSum / ((q[i] ?? 0) / qSum)))),
  );
  return Number.isNaN(sum) ? Infinity : sum;
}

export function slowMse(counts: readonly number[], edges: readonly number[]): number {
  const centres = counts.map((_, i) => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2);
  const errors = centres.slice(128).map((amax) => {
    const scale = amax / 127;
    return add(
      centres.map((x, i) => (counts[i] ?? 0) * (x - scale * Math.max(-128, Math.min(127, Math.round(x / scale)))) ** 2),
    );
  });
  return centres[128 + errors.indexOf(Math.min(...errors))] ?? NaN;
}

export function slowPercentile(counts: readonly number[], edges: readonly number[], percentile: number): number {
  for (let i = 0; i < counts.length; i++)
    if (add(counts.slice(0, i + 1)) / add(counts) >= percentile / 100) return edges[i + 1] ?? NaN;
  return NaN;
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
