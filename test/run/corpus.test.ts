/** Our ranges against those that onnxruntime's calibrators gave on the same pictures. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METHODS } from '../../src/core/activations/thresholds/index.js';
import { compareTables } from '../../src/core/run/compareTables.js';
import { measurableTensors } from '../../src/core/run/measurable.js';
import { profile, type Profile } from '../../src/core/run/profile.js';
import { rank } from '../../src/core/run/rank.js';
import { rangeOf } from '../../src/core/run/rangeOf.js';
import type { Subject } from '../../src/core/run/subject.js';
import { planQdq } from '../../src/core/transfer/toQdq.js';
import type { CalibrationTable } from '../../src/core/table/table.js';
import { corpusBytes, corpusFolder, corpusTable, needCorpus } from '../core/support/corpus.js';
import { filesSubject, noisySubject } from '../core/support/engine.js';
import { tableOf } from '../core/support/suffering.js';

interface Truth {
  ranges: Record<string, Record<string, [number, number]>>;
  amax: Record<string, number>;
}

for (const [model, pictures, line] of [
  ['ultraface-rfb-320', '320x240', 'sub=127,div=128'],
  ['residual-block', '224x224', 'div=255'],
] as const)
  describe(`the ranges of ${model}`, () => {
    before(needCorpus);
    let [truth, measured]: [Truth | null, Profile | null] = [null, null];

    const subject = (set: 'calibrate' | 'test'): Subject => {
      const folder = join(corpusFolder, 'pictures', pictures, set);
      const paths = readdirSync(folder).map((name) => join(folder, name));
      return filesSubject(corpusBytes(`onnx/${model}.onnx`), paths, line);
    };

    it("are onnxruntime's within a thousandth, by MinMax", async () => {
      truth = JSON.parse(readFileSync(join(corpusFolder, `onnxruntime/${model}/ranges.json`), 'utf8')) as Truth;
      const given = subject('calibrate');
      measured = await profile(given, { tensors: measurableTensors(given.model), histograms: true });
      const tensors = new Set(measured.activations.keys());
      // Theirs has constants, too.
      const names = Object.keys(truth.ranges['minmax'] ?? {}).filter((name) => tensors.has(name));
      assert.ok(names.length >= tensors.size * 0.9);
      for (const name of names) {
        const values = measured.activations.get(name);
        const [low = NaN, high = NaN] = truth.ranges['minmax']?.[name] ?? [];
        const most = Math.max(Math.abs(low), Math.abs(high));
        assert.ok(values, name);
        assert.ok(Math.abs(values.min - low) <= most / 1000 && Math.abs(values.max - high) <= most / 1000, name);
        assert.ok(Math.abs(Number(rangeOf(values, 'minmax')) / (truth.amax[name] ?? NaN) - 1) < 1e-3, name);
      }
    });

    it('by the best of our methods are as good for the outputs as the best of theirs, on other pictures', async () => {
      assert.ok(truth && measured);
      const theirs = Object.values(truth.ranges).map((ranges) =>
        tableOf(
          Object.fromEntries(Object.entries(ranges).map(([name, ends]) => [name, Math.max(...ends.map(Math.abs))])),
        ),
      );
      const [first] = theirs;
      const judging = subject('test');
      // The same pairs for all: those of tensors that theirs have.
      const names = first ? await placedTensors(judging, first) : [];
      const { activations } = measured;
      const ours = METHODS.map((method) =>
        tableOf(
          Object.fromEntries(
            names.map((name) => {
              const values = activations.get(name);
              return [name, values ? Number(rangeOf(values, method)) : NaN];
            }),
          ),
        ),
      );
      const decibels = (await compareTables(judging, [...theirs, ...ours], 'tensorrt')).map(({ mean }) => mean);
      const [best, bestOfTheirs] = [
        Math.max(...decibels.slice(theirs.length)),
        Math.max(...decibels.slice(0, theirs.length)),
      ];
      console.log(
        `      dB: theirs ${inWords(decibels.slice(0, theirs.length))}; ours ${inWords(decibels.slice(theirs.length))}`,
      );
      assert.ok(best >= bestOfTheirs, `${best} against ${bestOfTheirs}`);
    });
  });

describe('a ranking of ultraface-rfb-320', () => {
  before(needCorpus);
  const model = (): Uint8Array => corpusBytes('onnx/ultraface-rfb-320.onnx');
  const request = { placement: 'tensorrt', without: [], reach: null } as const;

  it('proposes what gains decibels when it stays in float, on pictures', async () => {
    const folder = join(corpusFolder, 'pictures/320x240/test');
    const paths = ['101.png', '102.png'].map((name) => join(folder, name));
    const { table } = corpusTable('onnx/ultraface-rfb-320.cache');
    const { all, tensors, proposal } = await rank(filesSubject(model(), paths, 'sub=127,div=128'), {
      ...request,
      table,
      reach: 45,
    });
    assert.equal(tensors.length, 43);
    assert.ok(all < 45 && proposal?.isReached);
    assert.ok(proposal.names.length <= 5 && (proposal.steps.at(-1) ?? 0) >= 45);
    assert.ok(tensors.every(({ aloneDb, localDb }) => aloneDb > 0 && localDb > 0));
  });

  it('may be made of noise', async () => {
    const { table } = corpusTable('onnx/ultraface-rfb-320.cache');
    const { all, tensors } = await rank(noisySubject(model(), 1), { ...request, table });
    assert.ok(Number.isFinite(all) && tensors.every(({ aloneDb }) => aloneDb > all - 1));
  });
});

async function placedTensors({ model, external }: Subject, table: CalibrationTable): Promise<string[]> {
  const options = { placement: 'tensorrt', exclude: [], perTensorWeights: false, replaceQdq: false } as const;
  const { placement } = await planQdq(table, model.bytes, options, { external });
  return placement.pairs.map(({ tensor }) => tensor);
}

function inWords(decibels: readonly number[]): string {
  return decibels.map((db) => db.toFixed(1)).join(' ');
}
