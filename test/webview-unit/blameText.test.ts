import assert from 'node:assert/strict';
import { isUncommitted, readBlame } from '../../src/host/git/blameText.js';

describe('what git blame prints', () => {
  const lines = readBlame(
    [
      '^1a2b3c4 (Ada Lovelace      2026-11-27 04:00:00 +0100   1) TRT-8601-EntropyCalibration2',
      '5e6f7a8b old name.cache (Bob (he) Smith 2025-01-02 23:59:59 -0330   2) data (1): 3c010204',
      '00000000 (Not Committed Yet 2026-11-27 05:00:00 +0000   3) conv1: 3c010204',
      'fatal: no such path',
    ].join('\n'),
  );

  it('says of each line the commit, the author and the date', () => {
    assert.deepEqual(
      lines.map((line) => line && [line.hash, line.author, line.date.toISOString()]),
      [
        ['1a2b3c4', 'Ada Lovelace', '2026-11-27T03:00:00.000Z'],
        ['5e6f7a8b', 'Bob (he) Smith', '2025-01-03T03:29:59.000Z'],
        ['00000000', 'Not Committed Yet', '2026-11-27T05:00:00.000Z'],
        null,
      ],
    );
  });

  it('knows what no commit has', () =>
    assert.deepEqual(
      lines.map((line) => line && isUncommitted(line)),
      [false, false, true, null],
    ));
});
