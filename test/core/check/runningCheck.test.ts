/** What is found after edits is what a check of the whole document finds. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inverseSplice } from '../../../src/core/bytes/splice.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { RunningCheck } from '../../../src/core/check/runningCheck.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { updated } from '../../../src/core/formats/update/updated.js';
import { cacheFile, calibFile } from '../support/arbitraries.js';
import { editOf, wish } from '../support/edits.js';
import { cacheOf } from '../support/tables.js';

/** Follows an edit and its undoing, if the format takes it as one. */
function checkAfter(running: RunningCheck, splice: Parameters<typeof updated>[1] | null): void {
  if (!splice) return;
  for (const step of [splice, inverseSplice(splice), splice]) {
    const { document, change } = updated(running.document, step);
    if (!change) return;
    running.follow(document, change);
    assert.deepEqual(running.findings(), checkDocument(document));
  }
}

describe('a running check', () => {
  it('finds after any edits, and after undoing them, what a check of the whole document finds', () => {
    const files = fc.oneof(
      cacheFile.map(({ bytes }): [typeof tensorrt, TableDocument] => [tensorrt, tensorrt.read(bytes)]),
      calibFile.map(({ bytes }): [typeof tensorrt, TableDocument] => [nvdla, nvdla.read(bytes)]),
    );
    fc.assert(
      fc.property(files, fc.array(wish, { minLength: 1, maxLength: 6 }), ([format, document], wishes) => {
        const running = new RunningCheck(document);
        for (const wanted of wishes) {
          const count = running.document.table.names.length;
          if (count > 0) checkAfter(running, format.edit(running.document, editOf(wanted, count)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that is made a part at a time finds the same, and after an edit, too', () => {
    fc.assert(
      fc.property(cacheFile, fc.integer({ min: 1, max: 5 }), wish, ({ bytes }, size, wanted) => {
        const document = tensorrt.read(bytes);
        const parts = RunningCheck.inParts(document, size);
        let step = parts.next();
        while (!step.done) step = parts.next();
        assert.deepEqual(step.value.findings(), checkDocument(document));
        const count = document.table.names.length;
        if (count > 0) checkAfter(step.value, tensorrt.edit(document, editOf(wanted, count)));
      }),
    );
  });

  it('forgets a name that stands there only once again', () => {
    const running = new RunningCheck(cacheOf('a: 3c010a14', 'b: 3c010a14', 'c: 3c010a14'));
    const rules = (): string[] => running.findings().map(({ rule, index }) => `${rule} ${index}`);
    const edit = (change: Parameters<typeof tensorrt.edit>[1]): void =>
      checkAfter(running, tensorrt.edit(running.document, change));
    edit({ kind: 'rename', index: 2, name: 'a' });
    assert.deepEqual(rules(), ['duplicate-name 2']);
    edit({ kind: 'delete', index: 1 });
    assert.deepEqual(rules(), ['duplicate-name 1']);
    edit({ kind: 'rename', index: 0, name: 'z' });
    assert.deepEqual(rules(), []);
  });
});
