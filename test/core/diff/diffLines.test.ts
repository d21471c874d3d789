import assert from 'node:assert/strict';
import { diffTables } from '../../../src/core/diff/diff.js';
import { diffLines } from '../../../src/core/diff/report/diffLines.js';
import { cacheOf } from '../support/tables.js';

function textsOf(before: readonly string[], after: readonly string[]): { old: string[]; new: string[] } {
  const [old, now] = [cacheOf(...before).table, cacheOf(...after).table];
  const texts = diffLines(old, now, diffTables(old, now));
  return { old: texts.old.split('\n'), new: texts.new.split('\n') };
}

describe('a comparison as two texts', () => {
  it('differs in the numbers that changed and in nothing else, however many digits they have', () => {
    const { old, new: now } = textsOf(
      ['stem/conv: 3c010a14', 'a: 3d55b689', 'head/out: 3c010204'],
      ['stem/conv: 43010a14', 'a: 3d55b689', 'head/out: 00000001'],
    );
    assert.equal(old.length, now.length);
    const cells = (line: string | undefined): string[] => (line ?? '').split('\t');
    assert.deepEqual(
      old.map((line, i) => cells(line).map((cell, at) => cell === cells(now[i])[at])),
      [[true], [true], [false, false, true], [true, true, true], [false, false, true], [true]],
    );
  });

  it('shows the nine digits of a float32', () => {
    const { old } = textsOf(['a: 3c010a14'], ['a: 3c010a14']);
    assert.match(old.join('\n'), /^0\.00787593797\t±1\.000244\ta$/m);
  });

  it('has an entry of one side on that side alone', () => {
    const { old, new: now } = textsOf(
      ['stem/conv: 3c010a14', 'mid: 3d55b689', 'head/out: 3c010204'],
      ['stem/conv: 3c010a14', 'head/out: 3c010204'],
    );
    assert.ok(old.some((line) => line.endsWith('mid')) && !now.some((line) => line.endsWith('mid')));
  });
});
