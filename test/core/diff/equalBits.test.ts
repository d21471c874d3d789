/** Entries that nothing but their bits relates: offered as a pair to look at, not left as removed and added. */
import assert from 'node:assert/strict';
import { diffTables, type Diff } from '../../../src/core/diff/diff.js';
import { tensorrtTable } from '../support/tables.js';

type Entry = readonly [name: string, scale: number];

/** Tensors that both versions have, recalibrated: no scale is as it was. */
const common = Array.from({ length: 20 }, (_, i): Entry => [`res${i}_conv`, 0.01 * (i + 1) ** 1.4]);
const recalibrated = common.map(([name, scale], i): Entry => [name, scale * (1.05 + 0.01 * (i % 7))]);
const BITS = 0.0123456789;

/** The old table with an entry of its own near its start, the new one with another near its end. */
function compared(oldScale: number, newScale: number, ...more: Entry[]): Diff {
  const before: Entry[] = [...common.slice(0, 2), ['gone/logits', oldScale], ...common.slice(2)];
  const after: Entry[] = [...recalibrated.slice(0, 18), ['[7] fresh', newScale], ...recalibrated.slice(18), ...more];
  return diffTables(tensorrtTable(before), tensorrtTable(after));
}

const left = ({ removed, added }: Diff): string[][] => [removed, added].map((list) => list.map(({ name }) => name));

describe('two entries of one side each', () => {
  it('with identical bits and nothing else to pair with are offered as a doubtful pair', () => {
    const diff = compared(BITS, BITS);
    assert.deepEqual(left(diff), [[], []]);
    const pair = diff.pairs.find((item) => item.old === 'gone/logits');
    assert.deepEqual([pair?.new, pair?.how, pair?.log2Ratio], ['[7] fresh', 'renamed', 0]);
    assert.ok((pair?.confidence ?? 1) < 0.5, `confidence ${pair?.confidence}`);
    assert.ok(pair?.evidence.includes('same scale'), pair?.evidence.join());
  });

  it('are offered so whichever table comes first', () => {
    const before = tensorrtTable([...common, ['gone/logits', BITS]]);
    const after = tensorrtTable([['[7] fresh', BITS], ...recalibrated]);
    for (const diff of [diffTables(before, after), diffTables(after, before)]) {
      assert.deepEqual(left(diff), [[], []]);
      const [pair] = diff.pairs.filter(({ how }) => how !== 'same-name');
      assert.ok(pair && pair.confidence < 0.5);
    }
  });

  it('stay removed and added where the bits differ, or two entries have them', () => {
    assert.deepEqual(left(compared(BITS, BITS * 3)), [['gone/logits'], ['[7] fresh']]);
    assert.deepEqual(left(compared(BITS, BITS, ['twin', BITS])), [['gone/logits'], ['[7] fresh', 'twin']]);
  });
});
