import assert from 'node:assert/strict';
import { fixFindings } from '../../../src/core/check/fixes.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { editProblem } from '../../../src/core/edits/editProblem.js';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { FORMATS, formatById, writableById } from '../../../src/core/formats/index.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { tpuMlir } from '../../../src/core/formats/tpuMlir.js';
import { safeText } from '../../../src/core/render/safe.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { calib, edited, HEADER, textOf } from '../support/tables.js';

/** One character a byte. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const FILE = bytesOf(
  `${HEADER}\nl\xe0yer: 3c010a14\nl\xe1yer: 3c010a15\n\xed\xa0\x80: 3c010a16\ngr\xc3\xb6\xc3\x9fe: 3c010a17\n`,
);

describe('names that are no UTF-8', () => {
  const document = tensorrt.read(FILE);

  it('stay apart and are no second entries of one name', () => {
    assert.equal(new Set(document.table.names).size, 4);
    assert.deepEqual(checkDocument(document), []);
  });

  for (const format of FORMATS.filter(({ write }) => write))
    it(`keep their bytes on the way to ${format.id} and back`, () => {
      const there = convertDocument(document, writableById(format.id), format.hasHeader ? HEADER : null);
      assert.deepEqual(there.report.dropped, []);
      const back = convertDocument(formatById(format.id).read(there.bytes), tensorrt, HEADER);
      assert.deepEqual(Buffer.from(back.bytes).toString('latin1'), Buffer.from(FILE).toString('latin1'));
    });

  it('keep their bytes in edits', () => {
    const [first = ''] = document.table.names;
    const renamed = edited(tensorrt, document, { kind: 'rename', index: 1, name: `${first}2` });
    assert.equal(
      Buffer.from(renamed.bytes).toString('latin1'),
      Buffer.from(FILE).toString('latin1').replace('l\xe1yer', 'l\xe0yer2'),
    );
  });

  it('that would read back as a character are refused', () => {
    const problem = editProblem(document, { kind: 'rename', index: 0, name: 'caf\udcc3\udca9' });
    assert.match(problem ?? '', /half of a character/);
    assert.equal(editProblem(document, { kind: 'rename', index: 0, name: 'caf\udce9' }), null);
  });

  it('are written out where people read them', () =>
    assert.equal(safeText(document.table.names[0] ?? ''), 'l\\udce0yer'));

  it('and names beyond Latin letters stand rightly in sections', () => {
    const { kept } = tpuMlir.read(bytesOf(`# op_name threshold min max\n#int4_th\n\xe9\x81\x93\xff 1 -1 1\n`));
    assert.equal(kept?.[0]?.items[1]?.name, '道\udcff');
  });
});

describe('an NVDLA table that begins with a byte order mark', () => {
  const document = calib('\ufeff{"a": {"scale": 0.5}}');

  it('stops the compiler, and that is said', () => {
    const [found] = checkDocument(document);
    assert.deepEqual([found?.rule, found?.severity, found?.line, found?.index], ['reader-misreads', 'error', 1, null]);
  });

  it('is fixed by taking the mark away', () => {
    const made = fixFindings(document, checkDocument(document));
    assert.equal(textOf(made ? applySplice(document.bytes, made.splice) : document.bytes), '{"a": {"scale": 0.5}}');
    assert.equal(made?.findings.length, 1);
  });
});
