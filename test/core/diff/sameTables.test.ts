import assert from 'node:assert/strict';
import { alignTables, type Alignment } from '../../../src/core/diff/align/align.js';
import { alignmentOfSame } from '../../../src/core/diff/sameTables.js';
import { tensorrtTable } from '../support/tables.js';

function table(count: number): ReturnType<typeof tensorrtTable> {
  return tensorrtTable(Array.from({ length: count }, (_, i) => [`/block.${i}/conv/Conv_output_0`, (i + 3) / 64]));
}

/** Without how sure the pairs are: of the same table twice there is no doubt. */
function pairs({ matches, ...rest }: Alignment): unknown {
  return {
    ...rest,
    matches: matches.map(({ oldIndex, newIndex, how, evidence }) => ({ oldIndex, newIndex, how, evidence })),
  };
}

describe('two tables that say the same', () => {
  it('have the pairs and the relation that aligning them gives', () => {
    for (const count of [1, 5, 40]) {
      const found = alignmentOfSame(table(count), table(count)) ?? assert.fail();
      assert.deepEqual(pairs(found), pairs(alignTables(table(count), table(count))));
    }
  });

  it('are none where a name, a scale or the order differs, and where a name stands twice', () => {
    const [first, second] = [
      ['a', 0.5],
      ['b', 0.25],
    ] as const;
    const both = tensorrtTable([first, second]);
    assert.equal(alignmentOfSame(both, tensorrtTable([second, first])), null);
    assert.equal(alignmentOfSame(both, tensorrtTable([first, ['b', 0.125]])), null);
    assert.equal(alignmentOfSame(both, tensorrtTable([first, ['c', 0.25]])), null);
    assert.equal(alignmentOfSame(both, tensorrtTable([first])), null);
    assert.equal(alignmentOfSame(tensorrtTable([first, first]), tensorrtTable([first, first])), null);
    assert.equal(alignmentOfSame(tensorrtTable([]), tensorrtTable([])), null);
  });
});
