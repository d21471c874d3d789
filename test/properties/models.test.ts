/** Of random networks: what goes in comes out, and every layer is either paired or listed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { floatToBits } from '../../src/core/bytes/float32.js';
import { readModel, nodeLabel } from '../../src/core/model/model.js';
import { isWeighted } from '../../src/core/model/operators.js';
import { ModelError } from '../../src/core/model/records.js';
import { netAndScales } from '../core/support/arbitraryOnnx.js';
import { entriesIn, place, strip, type Placed } from '../core/support/qdqRoundTrip.js';

describe('a random network with a random table', () => {
  for (const placement of ['tensorrt', 'every'] as const)
    it(`comes back byte for byte, entries bit for bit, every layer paired or listed: ${placement}`, async () => {
      await fc.assert(
        fc.asyncProperty(netAndScales, async ({ net, scales }) => {
          const placed = await placedOrNull(net.bytes, scales, placement);
          if (!placed) return;
          const { bytes, report } = placed;
          assert.deepEqual(await strip(bytes), net.bytes);
          const expected = report.pairs.map(({ tensor }) => [tensor, floatToBits(scales[tensor] ?? NaN)]);
          assert.deepEqual(entriesIn(bytes), Object.fromEntries(expected));
          everyLayerIsTold(net.bytes, placed);
        }),
        { numRuns: 200 },
      );
    });

  /** Null where nothing at all could be placed. */
  async function placedOrNull(
    bytes: Uint8Array,
    scales: Record<string, number>,
    placement: 'tensorrt' | 'every',
  ): Promise<Placed | null> {
    try {
      return await place(bytes, scales, { placement });
    } catch (error) {
      assert.ok(error instanceof ModelError, String(error));
      assert.match(error.message, /^none of the \d+ entries/);
      return null;
    }
  }

  function everyLayerIsTold(
    bytes: Uint8Array,
    { report: { pairs, weights, left, unplaced, dropped, entriesIn: given } }: Placed,
  ): void {
    const told = [...weights.flatMap(({ nodes }) => nodes), ...left.map(({ node }) => node)];
    const layers = readModel(bytes).nodes.filter(isWeighted).map(nodeLabel);
    for (const layer of layers) assert.equal(told.filter((name) => name === layer).length, 1, layer);
    assert.equal(pairs.length + unplaced.length + dropped.length, given);
  }
});
