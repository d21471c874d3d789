/** A small network's values as onnxruntime keeps them, a histogram a tensor, and a TensorRT table of the same tensors. */
import type { Random } from './random.js';
import { cacheText } from './tensor.js';

const BINS = 128;
const SAMPLES = 200_000;

/** How the values of a tensor lie: their density at x, of the largest |x|. */
interface Tensor {
  readonly name: string;
  readonly amax: number;
  readonly density: (x: number) => number;
  /** The TensorRT table's range, by the largest |x|. */
  readonly kept: number;
}

const bell = (x: number, width: number): number => Math.exp(-0.5 * (x / width) ** 2);
const positive = (density: (x: number) => number) => (x: number) => (x < 0 ? 0 : density(x));

const TENSORS: readonly Tensor[] = [
  { name: 'data', amax: 2.6, density: (x) => bell(x, 0.45), kept: 1 },
  { name: '/conv1/Conv_output_0', amax: 8.4, density: (x) => bell(x, 0.22), kept: 1 },
  { name: '/relu1/Relu_output_0', amax: 8.1, density: positive((x) => bell(x, 0.22)), kept: 1 },
  // A few values far out: what is kept for them, all others lose.
  { name: '/conv2/Conv_output_0', amax: 96, density: (x) => bell(x, 0.02) + 3e-4, kept: 1 },
  { name: '/relu2/Relu_output_0', amax: 95, density: positive((x) => bell(x, 0.03) + 3e-4), kept: 0.25 },
  // A range that is too small clips a good part.
  { name: '/fc1/Gemm_output_0', amax: 14, density: (x) => bell(x - 0.2, 0.3), kept: 0.4 },
  { name: '/scores/Sigmoid_output_0', amax: 1, density: positive((x) => bell(x, 0.05) + bell(x - 1, 0.05)), kept: 1 },
];

/** Their path below `samples/` and their content. */
export function valueSamples(random: Random): [string, string][] {
  const tensors = TENSORS.map((tensor) => ({ ...tensor, counts: countsOf(tensor, random) }));
  const members = tensors.map(({ name, amax, counts, density }) => {
    const lowest = density(-0.5) + density(-0.01) > 0 ? -0.97 * amax : 0;
    const edges = Array.from({ length: BINS + 1 }, (_, bin) => Math.fround(amax * ((2 * bin) / BINS - 1)));
    return `${JSON.stringify(name)}: {"lowest": ${lowest}, "highest": ${amax}, "hist": ${array(counts, 'int64')}, "bins": ${array(edges, 'float32')}, "CLS": "TensorData"}`;
  });
  return [
    [
      'values/calibration.json',
      `{"CLS": "TensorsData", "data": {\n${members.join(',\n')}\n}, "calibration_method": {"CLS": "CalibrationMethod", "value": "CalibrationMethod.Entropy"}}\n`,
    ],
    [
      'values/values.cache',
      cacheText(
        'TRT-8601-EntropyCalibration2',
        TENSORS.map(({ name, amax, kept }) => ({ name, scale: (kept * amax) / 127 })),
      ),
    ],
  ];
}

function countsOf({ density }: Tensor, random: Random): number[] {
  const shares = Array.from({ length: BINS }, (_, bin) => density((2 * bin + 1) / BINS - 1));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => Math.round(((SAMPLES * share) / sum) * random.between(0.85, 1.15)));
}

function array(numbers: readonly number[], dtype: string): string {
  return `{"data": [${numbers.join(', ')}], "dtype": "${dtype}", "CLS": "numpy.array"}`;
}
