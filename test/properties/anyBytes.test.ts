import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDocument } from '../../src/core/check/index.js';
import { detect, FORMATS } from '../../src/core/formats/index.js';
import type { TableFormat } from '../../src/core/formats/format.js';
import { applySplice, inverseSplice, type Splice } from '../../src/core/bytes/splice.js';
import { rangesOf, summarize } from '../../src/core/table/stats.js';
import { entryAt } from '../../src/core/table/table.js';
import { calibFile, cacheFile } from '../core/support/arbitraries.js';
import { editOf, wish, type Wish } from '../core/support/edits.js';

/** Anything at all, text that nearly is a table, and tables with bytes knocked out of them. */
const bytes = fc
  .oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ unit: fc.constantFrom(...'ab:0x3c \r\n{}"\\,[]\ufeffé'), maxLength: 120 })
      .map((text) => Buffer.from(text)),
    fc
      .tuple(
        fc.oneof(cacheFile, calibFile),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }),
      )
      .map(([file, damage]) => {
        const damaged = file.bytes.slice();
        for (const [place, byte] of damage) if (damaged.length > 0) damaged[place % damaged.length] = byte;
        return damaged;
      }),
  )
  .map((some) => Uint8Array.from(some));

for (const format of FORMATS) {
  describe(`${format.id}, given any bytes`, () => {
    it('reads them without an exception, and all that follows works', () => {
      fc.assert(
        fc.property(bytes, (file) => {
          const document = format.read(file);
          const { table } = document;
          checkDocument(document);
          table.names.forEach((_, i) => entryAt(table, i));
          assert.equal(summarize(rangesOf(table)).entries, table.names.length);
          assert.equal(table.values.length, table.names.length);
        }),
        { numRuns: 500 },
      );
    });

    if (format.edit)
      it('edits so that undo gives every byte back, or refuses', () => {
        fc.assert(
          fc.property(bytes, wish, (file, wanted) => {
            const splice = spliceOrRefusal(format, file, wanted);
            if (splice)
              assert.deepEqual(
                Buffer.from(applySplice(applySplice(file, splice), inverseSplice(splice))),
                Buffer.from(file),
              );
          }),
          { numRuns: 500 },
        );
      });
  });
}

/** A RangeError is how an edit says that there is no place for it in this file. */
function spliceOrRefusal(format: TableFormat, file: Uint8Array, wanted: Wish): Splice | null {
  const document = format.read(file);
  try {
    return format.edit?.(document, editOf(wanted, document.table.names.length)) ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

describe('detection, given any bytes', () => {
  it('always answers', () => {
    fc.assert(
      fc.property(bytes, fc.string(), (file, name) => {
        assert.ok(['table', 'foreign'].includes(detect(file, name).kind));
      }),
      { numRuns: 500 },
    );
  });
});
