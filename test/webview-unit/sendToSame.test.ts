import assert from 'node:assert/strict';
import type { Edit } from '../../src/core/formats/format.js';
import type { TableMessage } from '../../src/protocol/table.js';
import { sendToSame } from '../../webview/table/parts/sendToSame.js';

const EDIT: Edit = { kind: 'set', index: 1, value: 0.5 };

/** Sends an edit to a host that refuses the first time, by when the table has become another. */
async function sent(
  after: Partial<TableMessage>,
  refusals = 1,
): Promise<{ revisions: number[]; problem: string | null }> {
  const table = { names: ['a', 'b'], values: Float64Array.of(1, 2), header: { raw: 'H' }, revision: 1 };
  let shown = table as unknown as TableMessage;
  const revisions: number[] = [];
  const problem = await sendToSame([EDIT], {
    message: () => shown,
    ask: (_edits, revision) => {
      revisions.push(revision);
      shown = { ...shown, revision: 2, ...after };
      return Promise.resolve(revisions.length > refusals ? null : 'changed');
    },
  });
  return { revisions, problem };
}

describe('an edit that is refused as the table has meanwhile become another', () => {
  it('is made again where its entries stand as they did', async () => {
    assert.deepEqual(await sent({}), { revisions: [1, 2], problem: null });
    assert.deepEqual(await sent({}, 2), { revisions: [1, 2], problem: 'changed' });
  });

  it('is not where they do not', async () => {
    for (const after of [{ values: Float64Array.of(1, 3) }, { names: ['a', 'c'] }, { names: ['a', 'b', 'c'] }])
      assert.deepEqual(await sent(after), { revisions: [1], problem: 'changed' }, Object.keys(after)[0]);
  });

  it('is not where the table is the same', async () =>
    assert.deepEqual(await sent({ revision: 1 }), { revisions: [1], problem: 'changed' }));
});
