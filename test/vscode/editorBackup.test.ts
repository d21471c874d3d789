import assert from 'node:assert/strict';
import { packBackup, unpackBackup } from '../../src/host/editor/bytes/backup.js';

const [none, few, many] = [new Uint8Array(), Uint8Array.of(1, 2, 3), new Uint8Array(100_000).fill(7)];

describe('a backup', () => {
  for (const bytes of [none, few, many]) {
    for (const onDisk of [null, none, few, many]) {
      it(`keeps ${bytes.length} edited bytes beside ${onDisk?.length ?? 'no'} on disk`, () => {
        assert.deepEqual(unpackBackup(packBackup(bytes, onDisk)), { bytes, onDisk });
      });
    }
  }

  it('that is cut off is refused', () => {
    for (const packed of [packBackup(few, few), packBackup(few, null)])
      for (let length = 0; length < packed.length; length++)
        assert.throws(() => unpackBackup(packed.subarray(0, length)), RangeError);
  });

  it('is read from a part of a larger buffer', () => {
    const packed = packBackup(few, many);
    const larger = new Uint8Array(packed.length + 20);
    larger.set(packed, 9);
    assert.deepEqual(unpackBackup(larger.subarray(9, 9 + packed.length)), { bytes: few, onDisk: many });
  });
});
