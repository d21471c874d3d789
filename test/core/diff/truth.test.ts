/** Tables whose truth is known by construction (bench/align.ts prints more of them): a wrong pair is worse than none. */
import assert from 'node:assert/strict';
import { RENAMINGS } from '../../../bench/align/scenarios.js';
import { HEAD_RENAMINGS, makeHeadsTrial } from '../../../bench/align/heads.js';
import { Random } from '../../../samples/generator/random.js';
import { judge, makeStrangers, makeTrial } from '../../../bench/align/trial.js';
import { alignTables } from '../../../src/core/diff/align/align.js';

const SEEDS = [1, 2, 3];

describe('an alignment', () => {
  for (const renaming of RENAMINGS) {
    it(`is right when ${renaming.what}`, () => {
      for (const jitter of [0, 0.05, 0.2]) {
        const outcomes = [0.02, 0.1].flatMap((edits) =>
          SEEDS.map((seed) => judge(makeTrial(renaming, 200, edits, jitter, seed))),
        );
        const sum = (of: 'truth' | 'sure' | 'right'): number => outcomes.reduce((all, outcome) => all + outcome[of], 0);
        const [precision, recall] = [sum('right') / sum('sure'), sum('right') / sum('truth')];
        assert.ok(precision >= 0.99, `precision ${precision} at ${jitter}`);
        assert.ok(recall >= (jitter <= 0.05 ? 0.95 : 0.9), `recall ${recall} at ${jitter}`);
        assert.ok(outcomes.every(({ related }) => related));
      }
    });

    it(`has every entry once when ${renaming.what}`, () => {
      for (const seed of SEEDS) {
        const { old, new: next } = makeTrial(renaming, 80, 0.2, 0.1, seed);
        const { matches, removed, added } = alignTables(old, next);
        assert.deepEqual(
          [...matches.map(({ oldIndex }) => oldIndex), ...removed].sort((a, b) => a - b),
          old.names.map((_, i) => i),
        );
        assert.deepEqual(
          [...matches.map(({ newIndex }) => newIndex), ...added].sort((a, b) => a - b),
          next.names.map((_, i) => i),
        );
      }
    });

    it(`says that two networks are two, though ${renaming.what}`, () => {
      const outcomes = SEEDS.map((seed) => judge(makeStrangers(renaming, 200, seed + 10)));
      assert.deepEqual(
        outcomes.map(({ related, sure }) => [related, sure]),
        SEEDS.map(() => [false, 0]),
      );
    });
  }

  for (const renaming of HEAD_RENAMINGS.filter(({ isShuffled = false }) => !isShuffled)) {
    it(`follows the order that names tell, ${renaming.what}`, () => {
      for (const jitter of [0, 0.05, 0.2]) {
        const outcomes = SEEDS.map((seed) => judge(makeHeadsTrial(renaming, 120, jitter, new Random(seed))));
        const sum = (of: 'truth' | 'sure' | 'right'): number => outcomes.reduce((all, outcome) => all + outcome[of], 0);
        const [precision, recall] = [sum('right') / sum('sure'), sum('right') / sum('truth')];
        assert.ok(precision >= 0.99, `precision ${precision} at ${jitter}`);
        assert.ok(recall >= 0.93, `recall ${recall} at ${jitter}`);
      }
    });
  }

  it('finds renamed and shuffled tensors by scales that only one entry has', () => {
    const shuffled = HEAD_RENAMINGS.find(({ isShuffled }) => isShuffled);
    assert.ok(shuffled);
    const { truth, sure, right } = judge(makeHeadsTrial(shuffled, 250, 0, new Random(1)));
    assert.ok(right === sure && right >= 0.7 * truth, `${right} of ${truth}, ${sure} sure`);
  });
});
