import assert from 'node:assert/strict';
import { Random } from '../../../samples/generator/random.js';
import { HEAD_RENAMINGS, makeHeadsTrial } from '../../../bench/align/heads.js';
import { scoreOf } from '../../../bench/align/trial.js';
import { alignTables } from '../../../src/core/diff/align/align.js';
import { rootsOf } from '../../../src/core/diff/align/newRoot.js';

const BLOCKS = Array.from({ length: 10 }, (_, i) => `/layer${i}/conv/Conv_output_0`);

describe('roots of names', () => {
  it('are found where all names got another beginning, whichever side has the longer one', () => {
    const model = BLOCKS.map((name) => `/model${name}`);
    assert.deepEqual(rootsOf(BLOCKS, model), { old: '', next: '/model' });
    assert.deepEqual(rootsOf(model, BLOCKS), { old: '/model', next: '' });
    assert.deepEqual(
      rootsOf(
        model,
        BLOCKS.map((name) => `/net.student${name}`),
      ),
      { old: '/model', next: '/net.student' },
    );
  });

  it('are found where some layers came and went', () =>
    assert.deepEqual(
      rootsOf(
        [...BLOCKS, '/old/a', '/old/b'],
        ['/new/Conv_output_0', ...BLOCKS.map((name) => `/m${name}`), '/m/other/Relu'],
      ),
      { old: '', next: '/m' },
    ));

  it('are none where names are kept, are numbers, or share no more than their last word', () => {
    assert.equal(rootsOf(BLOCKS, BLOCKS), null);
    const numbers = BLOCKS.map((_, i) => String(400 + i));
    assert.equal(
      rootsOf(
        numbers,
        numbers.map((name) => `${name}1`),
      ),
      null,
    );
    assert.equal(
      rootsOf(
        BLOCKS,
        BLOCKS.map((_, i) => `/encoder.${i + 20}/conv/Conv_output_0`),
      ),
      null,
    );
  });
});

describe('names under another root', () => {
  const renaming = HEAD_RENAMINGS.find(({ what }) => what === 'heads: another root');

  it('tell parallel heads that stand in another order apart, although scales moved by a fifth', () => {
    assert.ok(renaming);
    for (const seed of [1, 2, 3]) {
      const trial = makeHeadsTrial(renaming, 60, 0.2, new Random(seed * 1000 + 60));
      const { matches } = alignTables(trial.old, trial.new);
      const { truth, sure, right } = scoreOf(matches, trial.truth);
      assert.equal(right, sure);
      assert.ok(right >= 0.96 * truth, `${right} of ${truth}`);
    }
  });

  it('are said to be renamed, and why they are a pair', () => {
    assert.ok(renaming);
    const { old, new: next } = makeHeadsTrial(renaming, 60, 0.05, new Random(7));
    const { matches } = alignTables(old, next);
    assert.ok(matches.every(({ how }) => how === 'renamed'));
    assert.ok(matches.some(({ evidence }) => evidence.includes('same name under another root')));
  });
});
