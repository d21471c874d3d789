import assert from 'node:assert/strict';
import { packHistograms } from '../../src/protocol/values.js';
import { editsByMethod } from '../../webview/table/values/methodEdits.js';
import { Values } from '../../webview/table/values/values.js';
import { model } from './support/tableModel.js';

describe('ranges by a method', () => {
  const even = {
    counts: new Float64Array(200).fill(10),
    edges: Float64Array.from({ length: 201 }, (_, i) => i / 100),
  };
  const known = {
    ...model(),
    values: new Values({ source: null, ...packHistograms(model().table.names, [even, even]) }),
  };
  const all = Uint32Array.of(2, 0, 1);

  it('are edits of what the file stores, in the order of the file, and told in a sentence', async () => {
    const made = await editsByMethod(known, all, 'minmax', () => false);
    assert.deepEqual(made?.edits, [
      { kind: 'set', index: 0, value: 2 / 127 },
      { kind: 'set', index: 1, value: 2 / 127 },
    ]);
    assert.match(
      made?.summary ?? '',
      /^2 ranges change: 1 narrower, 1 wider\. Median SQNR of these .* dB → .* dB; none clips more than 0 %\. 1 stays: there is no histogram\.$/,
    );
  });

  it('are no edits where the file, in its digits, says so already', async () => {
    const values = Float64Array.of(1.5, Math.fround(2 / 127), 0, NaN);
    const same = { ...known, table: { ...known.table, values } };
    const made = await editsByMethod(same, Uint32Array.of(1), 'minmax', () => false);
    assert.deepEqual(made, { edits: [], summary: 'No range changes. 1 stays: it is there already.' });
  });

  it('leave alone what has no answer, and say why', async () => {
    const made = await editsByMethod(known, Uint32Array.of(1), 'entropy', () => false);
    assert.deepEqual(made?.edits, []);
    assert.match(made?.summary ?? '', /^No range changes\. 1 stays: 200 bins of \|x\| are too few/);
  });

  it('are none that somebody still waits for when another is asked', async () => {
    const many = Uint32Array.from({ length: 2_000_000 }, () => 2);
    assert.equal(await editsByMethod(known, many, 'minmax', () => true), null);
  });
});
