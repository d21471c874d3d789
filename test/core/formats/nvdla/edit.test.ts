import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit } from '../../../../src/core/formats/format.js';
import { nvdla } from '../../../../src/core/formats/nvdla/nvdla.js';
import { calibFile } from '../../support/arbitraries.js';
import { checkEdit, editOf, wish } from '../../support/edits.js';
import { calib, edited, textOf } from '../../support/tables.js';

describe('editing an NVDLA table', () => {
  it('touches only the entry, leaves valid JSON, and can be undone byte for byte, in any file', () => {
    fc.assert(
      fc.property(calibFile, wish, ({ bytes }, wanted) => {
        const document = nvdla.read(bytes);
        const after = checkEdit(nvdla, document, editOf(wanted, document.table.names.length));
        JSON.parse(textOf(after.bytes).replace(/^\ufeff/, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('can go on and on', () => {
    fc.assert(
      fc.property(calibFile, fc.array(wish, { maxLength: 8 }), ({ bytes }, wishes) => {
        let document = nvdla.read(bytes);
        for (const wanted of wishes) document = checkEdit(nvdla, document, editOf(wanted, document.table.names.length));
        JSON.parse(textOf(document.bytes).replace(/^\ufeff/, ''));
      }),
    );
  });

  const cases: [string, string, Edit, string][] = [
    [
      'puts the number in the place of the old one',
      '{"a": {"offset": 0, "scale": 0.10e0 }}',
      { kind: 'set', index: 0, value: 0.5 },
      '{"a": {"offset": 0, "scale": 0.5 }}',
    ],
    [
      'puts a number in the place of a text',
      '{"a": {"scale": "0.1"}}',
      { kind: 'set', index: 0, value: 0.5 },
      '{"a": {"scale": 0.5}}',
    ],
    [
      'adds a scale that is missing',
      '{"a": { "min": -1, "max": 1 }}',
      { kind: 'set', index: 0, value: 0.5 },
      '{"a": { "scale": 0.5, "min": -1, "max": 1 }}',
    ],
    [
      'adds a scale to an entry without fields',
      '{"a": {}}',
      { kind: 'set', index: 0, value: 0.5 },
      '{"a": {"scale": 0.5}}',
    ],
    ['escapes a new name', '{"a": {"scale": 1}}', { kind: 'rename', index: 0, name: 'b"c' }, '{"b\\"c": {"scale": 1}}'],
    [
      'inserts in the layout of its neighbour',
      '{\n\t"a": {"scale": 1, "min": -9}\n}\n',
      { kind: 'insert', index: 1, name: 'b', value: 0.5 },
      '{\n\t"a": {"scale": 1, "min": -9},\n\t"b": {"scale": 0.5, "min": 0}\n}\n',
    ],
    [
      'inserts before the first',
      '{ "a": {"scale": 1} }',
      { kind: 'insert', index: 0, name: 'b', value: 0.5 },
      '{ "b": {"scale": 0.5}, "a": {"scale": 1} }',
    ],
    ['deletes the only one', '{ "a": {"scale": 1} }', { kind: 'delete', index: 0 }, '{  }'],
    [
      'deletes the last with the comma before it',
      '{"a": {"scale": 1}, "b": {"scale": 2}}',
      { kind: 'delete', index: 1 },
      '{"a": {"scale": 1}}',
    ],
    [
      'deletes the first with the comma after it',
      '{"a": {"scale": 1}, "b": {"scale": 2}}',
      { kind: 'delete', index: 0 },
      '{"b": {"scale": 2}}',
    ],
  ];
  for (const [what, before, edit, after] of cases) {
    it(what, () => assert.equal(textOf(edited(nvdla, calib(before), edit).bytes), after));
  }

  it('adds the first entry, behind a byte order mark too', () => {
    for (const before of ['{}', '{ }\n', '\ufeff{}', '{"x": 1}']) {
      const { table, bytes } = edited(nvdla, calib(before), { kind: 'insert', index: 0, name: 'n', value: 0.5 });
      assert.deepEqual([table.names, [...table.values]], [['n'], [0.5]], before);
      JSON.parse(textOf(bytes).replace(/^\ufeff/, ''));
    }
  });

  it('changes nothing when the file says so already', () => {
    const document = calib({ a: { scale: 0.5 } });
    assert.equal(nvdla.edit(document, { kind: 'set', index: 0, value: 0.5 }), null);
    assert.equal(nvdla.edit(document, { kind: 'rename', index: 0, name: 'a' }), null);
  });

  it('refuses a header, and what is not there', () => {
    const document = calib({ a: { scale: 0.5 } });
    assert.throws(() => nvdla.edit(document, { kind: 'header', raw: '1' }), RangeError);
    assert.throws(() => nvdla.edit(document, { kind: 'delete', index: 1 }), RangeError);
    assert.throws(() => nvdla.edit(calib('not json'), { kind: 'insert', index: 0, name: 'n', value: 1 }), RangeError);
  });
});
