import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { detect } from '../../../src/core/formats/index.js';
import { layerPrecisions } from '../../../src/core/marks/layerPrecisions.js';
import {
  carriedMarks,
  fp16Names,
  markLabel,
  marksText,
  readMarks,
  withMarks,
  type Mark,
} from '../../../src/core/marks/marks.js';
import type { Network } from '../../../src/core/network/network.js';

const MARKS = new Map<string, Mark>([
  ['b', { fp16: true }],
  ['a "quoted"', { suspicious: true, note: 'twice\nas large' }],
]);
const TEXT = `{
  "marks": {
    "a \\"quoted\\"": { "suspicious": true, "note": "twice\\nas large" },
    "b": { "fp16": true }
  }
}
`;

describe('marks', () => {
  it('are a line a tensor, in the order of their names', () => assert.equal(marksText(MARKS), TEXT));

  it('come back as they were written, whatever names and notes are', () => {
    const mark = fc.record(
      { fp16: fc.constant(true as const), note: fc.string({ minLength: 1 }) },
      { requiredKeys: ['fp16'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), mark), (entries) => {
        const marks = new Map(Object.entries(entries));
        const sorted = [...marks].sort(([a], [b]) => (a < b ? -1 : 1));
        assert.deepEqual(
          [...readMarks(marksText(marks))].sort(([a], [b]) => (a < b ? -1 : 1)),
          sorted,
        );
      }),
    );
  });

  it('say what is wrong with a file', () => {
    assert.throws(() => readMarks('{'), /it is no JSON/);
    for (const text of ['[]', '{}', '{"marks": []}', 'null']) assert.throws(() => readMarks(text), /it has no "marks"/);
    assert.throws(() => readMarks('{"marks": {"a": 1}}'), /the mark of "a" is no object/);
    assert.throws(() => readMarks('{"marks": {"a": {"note": 1}}}'), /the note of "a" is no text/);
  });

  it('are never taken for a table, and are named', () => {
    for (const name of ['calib.json.marks.json', 'net.cache.marks.json']) {
      const found = detect(utf8Bytes(TEXT), name);
      assert.equal(found.kind === 'foreign' && found.foreign.id, 'marks');
    }
  });

  it('change for some tensors, and go where they say nothing any more', () => {
    const marked = withMarks(MARKS, ['b', 'c'], (mark) => ({ ...mark, note: 'x' }));
    assert.deepEqual([marked.get('b'), marked.get('c')], [{ fp16: true, note: 'x' }, { note: 'x' }]);
    assert.deepEqual([...withMarks(MARKS, ['b'], () => ({})).keys()], ['a "quoted"']);
    assert.equal(markLabel({ fp16: true, suspicious: true, note: 'n' }), 'FP16 · suspicious · n');
  });

  it('follow their tensors to other names, and are listed where these are gone', () => {
    const { marks, lost } = carriedMarks(
      new Map<string, Mark>([
        ['old', { fp16: true }],
        ['same', { note: 'n' }],
        ['gone', { note: 'g' }],
        ['other', { note: 'o' }],
      ]),
      [
        { from: 'old', to: 'new' },
        { from: 'x', to: 'other' },
      ],
      ['new', 'same', 'other'],
    );
    assert.deepEqual(
      [...marks],
      [
        ['new', { fp16: true }],
        ['same', { note: 'n' }],
      ],
    );
    assert.deepEqual(lost, ['gone', 'other']);
  });

  it('are given to trtexec as the layers that touch them', () => {
    const layer = (name: string, bottoms: string[], tops: string[]): Network['layers'][number] => ({
      name,
      type: 'Conv',
      bottoms,
      tops,
    });
    const network = {
      layers: [layer('c1', ['x'], ['a']), layer('c2', ['a'], ['b']), layer('odd:name', ['b'], ['y'])],
    } as unknown as Network;
    assert.deepEqual(layerPrecisions(network, ['a', 'y']), { argument: 'c1:fp16,c2:fp16', without: ['y'] });
    assert.deepEqual(fp16Names(MARKS), ['b']);
  });
});
