/** What `show --json` adds for formats that hold more than a number a tensor. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { corpus, jsonOf, needCorpus, Workspace } from './support.js';

interface Entry {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  readonly histogram?: { readonly counts: readonly number[]; readonly edges: readonly number[] };
}

function entriesOf(file: string): readonly Entry[] {
  return jsonOf<{ entries: readonly Entry[] }>(0, 'show', file, '--json').entries;
}

describe('show --json', () => {
  const workspace = new Workspace();

  it('has min and max where they are data', () => {
    const json = workspace.file('calibration.json', '{"a": [-1, 2], "b": [0, 3]}');
    assert.deepEqual(
      entriesOf(json).map(({ min, max }) => [min, max]),
      [
        [-1, 2],
        [0, 3],
      ],
    );
    const tpu = workspace.file('a_cali_table', '# op_name threshold min max\nconv 2.5 -3 2\n');
    assert.deepEqual(
      entriesOf(tpu).map(({ min, max }) => [min, max]),
      [[-3, 2]],
    );
    const nvdla = workspace.file('calib.json', '{"a": {"scale": 1, "min": -9, "max": 9}, "b": {"min": -1, "max": 2}}');
    assert.deepEqual(
      entriesOf(nvdla).map(({ min, max }) => [min, max]),
      [
        [undefined, undefined],
        [-1, 2],
      ],
    );
  });

  it('has whole histograms, and none of a broken one', () => {
    const tensor = (hist: string): string =>
      `{"lowest": -1, "highest": 1, "hist": {"data": [${hist}]}, "bins": {"data": [-1, 0, 1]}, "CLS": "TensorData"}`;
    const file = workspace.file(
      'histograms.json',
      `{"CLS": "TensorsData", "data": {"a": ${tensor('3, 4')}, "b": ${tensor('3')}}}`,
    );
    assert.deepEqual(
      entriesOf(file).map(({ histogram }) => histogram),
      [{ counts: [3, 4], edges: [-1, 0, 1] }, undefined],
    );
  });

  describe('of a published table', () => {
    before(needCorpus);

    it('has 128 bins a tensor', () => {
      const entries = entriesOf(join(corpus, 'onnxruntime/residual-block/calibration.json'));
      assert.ok(entries.length > 0);
      for (const { histogram } of entries)
        assert.deepEqual([histogram?.counts.length, histogram?.edges.length], [128, 129]);
    });
  });
});
