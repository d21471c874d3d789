import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit } from '../../../../src/core/formats/format.js';
import { tensorrt } from '../../../../src/core/formats/tensorrt/tensorrt.js';
import { cacheFile } from '../../support/arbitraries.js';
import { checkEdit, editOf, wish } from '../../support/edits.js';
import { cache, cacheOf, edited, HEADER, textOf } from '../../support/tables.js';

describe('editing a TensorRT cache', () => {
  it('touches only the entry, and can be undone byte for byte, in any file', () => {
    fc.assert(
      fc.property(cacheFile, wish, ({ bytes }, wanted) => {
        const document = tensorrt.read(bytes);
        checkEdit(tensorrt, document, editOf(wanted, document.table.names.length));
      }),
      { numRuns: 500 },
    );
  });

  it('can go on and on, and be undone to the first byte', () => {
    fc.assert(
      fc.property(cacheFile, fc.array(wish, { maxLength: 8 }), ({ bytes }, wishes) => {
        let document = tensorrt.read(bytes);
        for (const wanted of wishes)
          document = checkEdit(tensorrt, document, editOf(wanted, document.table.names.length));
      }),
    );
  });

  it('sets a header in any file, keeping all entries', () => {
    fc.assert(
      fc.property(cacheFile, ({ bytes }) => {
        const document = checkEdit(tensorrt, tensorrt.read(bytes), {
          kind: 'header',
          raw: 'TRT-101401-MinMaxCalibration',
        });
        assert.equal(document.table.header.trtVersion, '10.14.1');
      }),
    );
  });

  const cases: [string, string, Edit, string][] = [
    ['keeps capital digits', 'a: 3C010A14\n', { kind: 'set', index: 0, value: 0.013044008053839207 }, 'a: 3C55B689\n'],
    ['keeps a 0x', 'a: 0x3c010a14 \r\n', { kind: 'set', index: 0, value: 0.013044008053839207 }, 'a: 0x3c55b689 \r\n'],
    ['writes all digits', 'a: 0\n', { kind: 'set', index: 0, value: 0.013044008053839207 }, 'a: 3c55b689\n'],
    ['renames before the last colon', 'a:0: 3c010a14\n', { kind: 'rename', index: 0, name: 'b:1' }, 'b:1: 3c010a14\n'],
    [
      "inserts with the file's line ends",
      'a: 3c010a14\r\nb: 3c010a14\r\n',
      { kind: 'insert', index: 1, name: 'n', value: 0.5 },
      'a: 3c010a14\r\nn: 3f000000\r\nb: 3c010a14\r\n',
    ],
    [
      'appends to a last line without line end',
      'a: 3c010a14',
      { kind: 'insert', index: 1, name: 'n', value: 0.5 },
      'a: 3c010a14\nn: 3f000000',
    ],
    ['deletes a last line without line end', 'a: 3c010a14\r\nb: 3c010a14', { kind: 'delete', index: 1 }, 'a: 3c010a14'],
    [
      'leaves odd lines around a deleted one',
      '\nodd\na: 3c010a14\n\nodd\n',
      { kind: 'delete', index: 0 },
      '\nodd\n\nodd\n',
    ],
    [
      'deletes only one of two with the same name',
      'a: 3c010a14\na: 3f000000\n',
      { kind: 'delete', index: 1 },
      'a: 3c010a14\n',
    ],
  ];
  for (const [what, before, edit, after] of cases) {
    it(what, () => {
      const header = before.includes('\r\n') ? `${HEADER}\r\n` : `${HEADER}\n`;
      assert.equal(textOf(edited(tensorrt, cache(header + before), edit).bytes), header + after);
    });
  }

  it('adds the first entry after the header', () => {
    assert.equal(
      textOf(edited(tensorrt, cache(HEADER), { kind: 'insert', index: 0, name: 'n', value: 0.5 }).bytes),
      `${HEADER}\nn: 3f000000`,
    );
  });

  it('changes nothing when the file says so already', () => {
    const document = cacheOf('a: 3f000000');
    assert.equal(tensorrt.edit(document, { kind: 'set', index: 0, value: 0.5 }), null);
    assert.equal(tensorrt.edit(document, { kind: 'rename', index: 0, name: 'a' }), null);
    assert.equal(tensorrt.edit(document, { kind: 'header', raw: HEADER }), null);
  });

  it('refuses entries that are not there', () => {
    const document = cacheOf('a: 3f000000');
    for (const index of [-1, 1, 0.5, NaN])
      assert.throws(() => tensorrt.edit(document, { kind: 'delete', index }), RangeError, String(index));
    assert.throws(() => tensorrt.edit(document, { kind: 'insert', index: 2, name: 'n', value: 1 }), RangeError);
  });
});
