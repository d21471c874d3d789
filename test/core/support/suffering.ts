/** A net of which it is known which tensor suffers: one value of one channel is a hundred times the rest, and made small again behind it. */
import type { CalibrationTable } from '../../../src/core/table/table.js';
import type { Sample } from '../../../src/core/tensors/samples.js';
import { node, onnxModel } from './onnxModel.js';
import { floats, value } from './qdqModel.js';
import { noise } from './noise.js';

const CHANNELS = 16;
const SIDE = 8;
const SIZE = SIDE * SIDE;

/** Channels weighted one by one. */
function diagonal(name: string, first: number): object {
  const weights = Array.from({ length: CHANNELS ** 2 }, (_, i) =>
    i % (CHANNELS + 1) === 0 ? (i === 0 ? first : 1) : 0,
  );
  return floats(name, [CHANNELS, CHANNELS, 1, 1], weights);
}

/** x → `wide` → `narrow` → y; a second output z that reads x alone. */
export const sufferingNet = onnxModel({
  name: 'g',
  node: [
    node('Conv', ['x', 'up'], ['wide']),
    node('Conv', ['wide', 'down'], ['narrow']),
    node('Conv', ['narrow', 'one'], ['y']),
    node('Conv', ['x', 'one'], ['z']),
  ],
  initializer: [diagonal('up', 100), diagonal('down', 0.01), diagonal('one', 1)],
  input: [value('x', [1, CHANNELS, SIDE, SIDE])],
  output: [value('y'), value('z')],
});

/** Channel 0 holds one value, the others noise from -1 to 1. */
export function sufferingSamples(count: number): Sample[] {
  return Array.from({ length: count }, (_, i) => ({
    label: `sample ${i}`,
    load: () => {
      const data = noise(CHANNELS * SIZE, i + 1).fill(0, 0, SIZE);
      data[i % SIZE] = 1;
      return new Map([['x', { type: 'float32', dims: [1, CHANNELS, SIDE, SIDE], data }]]);
    },
  }));
}

export function tableOf(ranges: Readonly<Record<string, number>>): CalibrationTable {
  const header = {
    raw: null,
    kind: 'none',
    trtVersion: null,
    algorithm: null,
  } as unknown as CalibrationTable['header'];
  return {
    format: 'tensorrt-ranges',
    quantity: 'amax',
    header,
    names: Object.keys(ranges),
    values: Float64Array.from(Object.values(ranges)),
  };
}

/** What MinMax gives. */
export const sufferingTable = tableOf({ x: 1, wide: 100, narrow: 1 });
