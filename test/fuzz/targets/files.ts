import assert from 'node:assert/strict';
import { diffTables } from '../../../src/core/diff/diff.js';
import { detect, WRITABLE_FORMATS } from '../../../src/core/formats/index.js';
import { convertDocument } from '../../../src/core/transfer/convert.js';
import { hostileName } from '../names.js';
import { utf8Text } from '../../../src/core/bytes/utf8.js';
import { marksText, readMarks, type Marks } from '../../../src/core/marks/marks.js';
import { samplesLike, textSeed } from '../seeds.js';
import type { Target } from '../target.js';

const anySample = (): Uint8Array[] => samplesLike(/\.(cache|json|table|txt|flatbuffers|cali_table|prototxt|md)$/);

/** What comes as a file of which nothing is known. */
export const fileTargets: readonly Target[] = [
  {
    name: 'detection',
    seeds: anySample,
    check: (bytes, random) => {
      const found = detect(bytes, hostileName(random));
      assert.ok(found.kind === 'table' || found.foreign.hint !== '');
    },
  },
  {
    name: 'conversion',
    seeds: anySample,
    short: 60,
    check: (bytes, random) => {
      const found = detect(bytes, '');
      if (found.kind === 'foreign') return;
      const document = found.format.read(bytes);
      const target = random.pick(WRITABLE_FORMATS);
      const { report } = convertDocument(document, target, target.hasHeader ? 'TRT-8601-EntropyCalibration2' : null);
      assert.equal(report.entriesIn, document.table.names.length);
      assert.ok(report.entriesOut <= report.entriesIn);
    },
  },
  {
    name: 'comparison',
    seeds: anySample,
    short: 40,
    check: (bytes, random) => {
      const found = detect(bytes, '');
      if (found.kind === 'foreign') return;
      const { table: before } = found.format.read(bytes);
      const { table: after } = found.format.read(bytes.slice(0, random.below(bytes.length + 1)));
      const { pairs, removed, added } = diffTables(before, after);
      assert.equal(pairs.length + removed.length, before.names.length, 'every old entry once');
      assert.equal(pairs.length + added.length, after.names.length, 'every new entry once');
    },
  },
  {
    name: 'marks beside a table',
    seeds: () => [
      textSeed('{"marks": {\n"a": {"fp16": true},\n"b": {"suspicious": true, "note": "wide"}\n}}\n'),
      textSeed('{"marks": {"__proto__": {"note": "x"}}}'),
    ],
    check: (bytes) => {
      let marks: Marks;
      try {
        marks = readMarks(utf8Text(bytes));
      } catch (error) {
        // A clause for people, never a TypeError.
        assert.equal((error as Error).constructor, Error, String(error));
        return;
      }
      assert.deepEqual(new Map(readMarks(marksText(marks))), new Map(marks), 'written and read again');
    },
  },
];
