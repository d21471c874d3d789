import assert from 'node:assert/strict';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { utf8Bytes, utf8Text } from '../../../src/core/bytes/bytes.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { offersFor } from '../../../src/core/check/offers.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import type { TableDocument } from '../../../src/core/formats/format.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';

function cache(lines: string): TableDocument {
  return { ...tensorrt.read(utf8Bytes(HEADER + lines)), format: tensorrt };
}

/** What is offered for the first finding of a rule, and the text that each would make. */
function offered(document: TableDocument, rule: string): { title: string; isCertain: boolean; text: string }[] {
  const item = checkDocument(document).find((one) => one.rule === rule) ?? assert.fail(`no ${rule}`);
  return offersFor(document, item).map(({ title, splice, isCertain }) => ({
    title,
    isCertain,
    text: utf8Text(applySplice(document.bytes, splice)).replace(HEADER, ''),
  }));
}

describe('what is offered for a finding', () => {
  it('is the certain fix', () => {
    assert.deepEqual(offered(cache('a: 3f8000\n'), 'hex-length'), [
      { title: 'Pad with leading zeros to 8 digits', isCertain: true, text: 'a: 003f8000\n' },
    ]);
  });

  it('is either of two entries of one name', () => {
    assert.deepEqual(
      offered(cache('a: 3f800000\nb: 3f800000\na: 3f000000\n'), 'duplicate-name').map(({ title, text }) => [
        title,
        text,
      ]),
      [
        ['Remove this entry, keep the one in line 2', 'a: 3f800000\nb: 3f800000\n'],
        ['Remove the one in line 2, keep this entry', 'b: 3f800000\na: 3f000000\n'],
      ],
    );
  });

  it('is the other order of bytes, for an entry and for a file', () => {
    const one = cache('a: 3c010a14\nb: 3c010a14\nc: 140a013c\nd: 3c010a14\n');
    assert.deepEqual(
      offered(one, 'byte-swapped').map(({ text }) => text),
      ['a: 3c010a14\nb: 3c010a14\nc: 3c010a14\nd: 3c010a14\n'],
    );
    const all = offered(cache('a: 140a013c\nb: 8912003c\nc: 89b6553c\n'), 'byte-swapped');
    assert.deepEqual(all, [
      {
        title: 'Reverse the four bytes of all 3 scales',
        isCertain: false,
        text: 'a: 3c010a14\nb: 3c001289\nc: 3c55b689\n',
      },
    ]);
  });

  it('is the number without its sign', () => {
    assert.deepEqual(
      offered(cache('a: bf800000\n'), 'negative-scale').map(({ title, text }) => [title, text]),
      [['Make it positive', 'a: 3f800000\n']],
    );
  });

  it('is a number between those of the neighbours, unusable ones left out', () => {
    assert.deepEqual(offered(cache('a: 3f800000\nb: 7f800000\nc: 0\nd: 40800000\n'), 'zero-scale'), [
      {
        title: 'Set it to 2, from its neighbours "a" and "d"',
        isCertain: false,
        text: 'a: 3f800000\nb: 7f800000\nc: 40000000\nd: 40800000\n',
      },
    ]);
    assert.deepEqual(offered(cache('only: 0\n'), 'zero-scale'), []);
  });

  it('is what min and max make, in JSON', () => {
    const document = { ...nvdla.read(utf8Bytes('{ "a": { "min": -127, "max": 127 } }')), format: nvdla };
    assert.match(offered(document, 'nvdla-no-scale')[0]?.text ?? '', /"scale": ?1\b/);
  });
});
