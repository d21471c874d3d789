/** Another table's values, as edits. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignTables } from '../../../src/core/diff/align/align.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { manyEdits } from '../../../src/core/edits/manyEdits.js';
import { tensorrtRanges } from '../../../src/core/formats/tensorrtRanges.js';
import { diffTables } from '../../../src/core/diff/diff.js';
import { mergeEdits, type Merge } from '../../../src/core/transfer/merge.js';
import type { Take } from '../../../src/core/transfer/wanted.js';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { entryBits, entryScale, type CalibrationTable } from '../../../src/core/table/table.js';
import { cacheOf, calib, textOf } from '../support/tables.js';

const ALL: Take = { changed: true, added: true, names: new Set() };
const NONE: Take = { changed: false, added: false, names: new Set() };

function named(...names: string[]): Take {
  return { ...NONE, names: new Set(names) };
}

/** The document after a merge, made as one change. */
function after(document: TableDocument, { edits }: Merge): TableDocument {
  const result = manyEdits(document, edits);
  if ('problem' in result) assert.fail(result.problem);
  return result.splice ? document.format.read(applySplice(document.bytes, result.splice)) : document;
}

function merged(document: TableDocument, other: CalibrationTable, take: Take): TableDocument {
  return after(document, mergeEdits(document, other, take));
}

/** The lines after the header. */
function body({ bytes }: TableDocument): string[] {
  return textOf(bytes).trimEnd().split('\n').slice(1);
}

const A = cacheOf(
  'data: 3c010a14',
  'stem/conv: 3c55b689',
  'stem/relu: 3d000000',
  'head/conv: 3d6b851f',
  'prob: 3b810204',
);
const B = cacheOf(
  'data: 3c010a14',
  'stem/conv: 3c600000',
  'stem/extra: 3f800000',
  'stem/relu: 3d000000',
  'head/conv: 3d700000',
  'prob: 3b810204',
  'top/new: 40000000',
);

describe('a merge', () => {
  it('of nothing is no edit', () => {
    assert.deepEqual(mergeEdits(A, B.table, NONE), {
      edits: [],
      replaced: [],
      added: [],
      refused: [],
      refusal: null,
      warnings: [],
    });
    assert.deepEqual(mergeEdits(A, A.table, ALL).edits, []);
  });

  it('takes what changed, what is new, or both', () => {
    assert.deepEqual(mergeEdits(A, B.table, { ...NONE, changed: true }).replaced, ['stem/conv', 'head/conv']);
    assert.deepEqual(mergeEdits(A, B.table, { ...NONE, added: true }).added, ['stem/extra', 'top/new']);
    assert.deepEqual(body(merged(A, B.table, ALL)), body(B));
  });

  it('leaves what differs by no more than rounding, says so, and takes it by name', () => {
    const next = cacheOf('stem/conv: 3c010a15', 'head/conv: 3e400000');
    const own = cacheOf('stem/conv: 3c010a14', 'head/conv: 3d400000');
    const { replaced, warnings } = mergeEdits(own, next.table, { ...NONE, changed: true });
    assert.deepEqual(replaced, ['head/conv']);
    assert.match(warnings.join('\n'), /One value differs by no more than rounding and stays: to take it, name it\./);
    assert.deepEqual(mergeEdits(own, next.table, named('stem/conv')).replaced, ['stem/conv']);
    assert.deepEqual(mergeEdits(own, next.table, { ...named('stem/conv'), changed: true }).replaced, [
      'stem/conv',
      'head/conv',
    ]);
  });

  it('takes names of either table', () => {
    const renamed = cacheOf(...body(B).map((line) => line.replace('head/conv:', 'head/conv/out:')));
    assert.deepEqual(mergeEdits(A, B.table, named('head/conv', 'top/new')).replaced, ['head/conv']);
    const [own, other] = ['head/conv', 'head/conv/out'].map((name) => body(merged(A, renamed.table, named(name))));
    assert.deepEqual(own, other);
  });

  it('says what was asked for in vain', () => {
    const { refused, edits } = mergeEdits(B, A.table, named('nobody', 'stem/extra', 'data'));
    assert.deepEqual(edits, []);
    assert.deepEqual(refused, [
      { name: 'nobody', why: 'neither table has an entry of this name' },
      { name: 'stem/extra', why: 'nothing in the other table fits it' },
    ]);
  });

  it('refuses numbers that break builds, new entries too', () => {
    const broken = cacheOf(
      'data: 7f800000',
      'stem/conv: 7fc00000',
      'stem/relu: bd000000',
      'head/conv: 3d6b851f',
      'prob: 3b810204',
      'new/inf: 7f800000',
    );
    const { edits, refused } = mergeEdits(A, broken.table, ALL);
    assert.deepEqual(edits, []);
    assert.deepEqual(
      refused.map(({ name }) => name),
      ['data', 'stem/conv', 'stem/relu', 'new/inf'],
    );
    assert.match(refused[1]?.why ?? '', /NaN/);
  });

  it('refuses one new entry of a name that the table has for another tensor, and takes the rest', () => {
    const { refused, added } = mergeEdits(A, cacheOf(...body(B), 'data: 42000000').table, { ...NONE, added: true });
    assert.deepEqual(added, ['stem/extra', 'top/new']);
    assert.deepEqual(refused, [
      { name: 'data', why: 'the table has an entry of this name, which seems to be another tensor' },
    ]);
  });

  it('refuses names that the file can not hold', () => {
    const other = calib({
      data: { scale: 0.5 },
      'stem/conv': { scale: 0.25 },
      'two\nlines': { scale: 3 },
      'stem/relu': { scale: 0.03125 },
      'head/conv': { scale: 0.2 },
      prob: { scale: 0.1 },
    });
    assert.match(
      mergeEdits(A, other.table, { ...NONE, added: true }).refused.find(({ name }) => name === 'two\nlines')?.why ?? '',
      /one line/,
    );
  });

  it('takes nothing over a doubtful pair', () => {
    const [old, next] = [cacheOf('446: 3c010a14', ...body(A)), cacheOf('446: 42000000', ...body(A))];
    const doubtful = alignTables(old.table, next.table).matches.some(({ confidence }) => confidence < 0.5);
    const { edits, refused } = mergeEdits(old, next.table, { ...NONE, changed: true });
    assert.ok(doubtful);
    assert.deepEqual(edits, []);
    assert.match(refused[0]?.why ?? '', /partner "446" is too doubtful/);
  });

  it('goes from one quantity to another', () => {
    const ranges = tensorrtRanges.read(utf8Bytes('data: 1\nstem/conv: 1.5\nstem/relu: 4\n'));
    const scales = cacheOf('data: 3c010204', 'stem/conv: 3f000000', 'stem/relu: 3d010204');
    assert.equal(
      textOf(merged(ranges, scales.table, named('stem/conv')).bytes),
      'data: 1\nstem/conv: 63.5\nstem/relu: 4\n',
    );
    assert.equal(entryScale(merged(scales, ranges.table, named('stem/conv')).table, 1), Math.fround(1.5 / 127));
  });

  it('puts new entries before all where the other table begins with them, and behind all where nothing fits', () => {
    assert.deepEqual(body(merged(A, cacheOf('first: 3f800000', ...body(A)).table, ALL))[0], 'first: 3f800000');
    const strangers = cacheOf('x/y: 41000000', 'z/w: 42000000');
    const { warnings, added } = mergeEdits(A, strangers.table, { ...NONE, added: true });
    assert.deepEqual(added, ['x/y', 'z/w']);
    assert.match(warnings.join(), /different networks/);
    assert.deepEqual(body(merged(A, strangers.table, { ...NONE, added: true })), [...body(A), ...body(strangers)]);
  });
});

describe('a merge of everything', () => {
  const name = fc.constantFrom(
    'data',
    'stem/conv',
    'stem/bn',
    'relu1',
    'block/a/conv',
    'block/b/conv',
    'pool',
    '446',
    '447',
    '448',
    '(Unnamed Layer* 3) [Scale]_output',
    'prob',
  );
  const line = fc
    .tuple(name, fc.integer({ min: 0x3a000000, max: 0x3f000000 }))
    .map(([label, bits]) => `${label}: ${bits.toString(16)}`);
  const table = fc
    .uniqueArray(line, { maxLength: 12, selector: (text) => text.slice(0, text.lastIndexOf(':')) })
    .map((lines) => cacheOf(...lines));

  it('makes every changed scale of a sure pair that of the other table, and touches no other', () => {
    fc.assert(
      fc.property(table, table, (a, b) => {
        const changed = diffTables(a.table, b.table).pairs.filter(({ status }) => status === 'changed');
        const result = mergeEdits(a, b.table, ALL);
        const { table: now } = after(a, result);
        a.table.names.forEach((label, index) => {
          const sure = changed.find(({ oldIndex, confidence }) => oldIndex === index && confidence >= 0.5);
          const expected = sure ? entryBits(b.table, sure.newIndex) : entryBits(a.table, index);
          assert.equal(entryBits(now, now.names.indexOf(label)), expected, label);
        });
      }),
    );
  });

  it('leaves every entry of the other table taken, equal, paired in doubt or refused', () => {
    fc.assert(
      fc.property(table, table, (a, b) => {
        const { matches } = alignTables(a.table, b.table);
        const { added, refused } = mergeEdits(a, b.table, ALL);
        const known = new Set([
          ...matches.map(({ newIndex }) => b.table.names[newIndex]),
          ...added,
          ...refused.map((one) => one.name),
        ]);
        assert.deepEqual(
          b.table.names.filter((label) => !known.has(label)),
          [],
        );
      }),
    );
  });
});
