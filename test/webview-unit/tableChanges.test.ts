import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDocument } from '../../src/core/check/index.js';
import { manyEdits } from '../../src/core/edits/manyEdits.js';
import { applySplice } from '../../src/core/bytes/splice.js';
import type { Edit, TableDocument } from '../../src/core/formats/format.js';
import { updated, type Updated } from '../../src/core/formats/update/updated.js';
import { detect } from '../../src/core/formats/index.js';
import type { TableMessage } from '../../src/protocol/table.js';
import { changesBetween, withChanges, type ShownTable } from '../../src/protocol/tableChanges.js';
import { plainNumbers } from '../support/plainNumbers.js';

function read(bytes: Uint8Array, name: string): TableDocument {
  const detection = detect(bytes, name);
  assert.equal(detection.kind, 'table');
  return (detection as Extract<typeof detection, { kind: 'table' }>).format.read(bytes);
}

/** What a view shows of a file with these bytes. */
function shown(bytes: Uint8Array, name: string, revision: number): ShownTable {
  return shownDocument(read(bytes, name), revision);
}

function shownDocument(document: TableDocument, revision: number): ShownTable {
  const { format } = document;
  const { header, names, values, bits, quantity } = document.table;
  const message = {
    type: 'table',
    revision,
    format: { id: format.id },
    quantity,
    header,
    reuse: [],
    names,
    values,
    ...(bits && { bits }),
    findings: checkDocument(document),
    readOnly: false,
    readOnlyReason: null,
    kept: document.kept ?? [],
    network: null,
  } as unknown as TableMessage;
  return { message, lines: document.spans.line };
}

/** Bytes after edits; null where one of them is refused. */
function edited(bytes: Uint8Array, name: string, edits: readonly Edit[]): Uint8Array | null {
  const detection = detect(bytes, name);
  if (detection.kind !== 'table') return null;
  const result = manyEdits(detection.format.read(bytes), edits);
  return 'splice' in result && result.splice ? applySplice(bytes, result.splice) : null;
}

/** The document after edits, as the host's editor makes it; null where they are refused or change nothing. */
function afterEdits(before: TableDocument, edits: readonly Edit[]): Updated | null {
  const result = manyEdits(before, edits);
  return 'splice' in result && result.splice ? updated(before, result.splice) : null;
}

function cache(hexes: readonly string[]): Uint8Array {
  return new TextEncoder().encode(
    `TRT-8601-EntropyCalibration2\n${hexes.map((hex, i) => `tensor_${i}: ${hex}\n`).join('')}`,
  );
}

function json(scales: readonly number[]): Uint8Array {
  const members = scales.map((scale, i) => [`layer_${i}`, { scale, min: 0, max: 0, offset: 0 }]);
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(members), null, 2));
}

/** Indices that exist after every other edit too. */
const EDIT = fc.oneof(
  fc.record({ kind: fc.constant('set'), index: fc.nat(8), value: fc.constantFrom(0, 0.5, 1, 2) }),
  fc.record({ kind: fc.constant('delete'), index: fc.nat(8) }),
  fc.record({
    kind: fc.constant('insert'),
    index: fc.nat(8),
    name: fc.constantFrom('new', 'newer', 'newest'),
    value: fc.constantFrom(0, 1),
  }),
  fc.record({ kind: fc.constant('rename'), index: fc.nat(8), name: fc.constantFrom('other', 'another') }),
) as fc.Arbitrary<Edit>;

const FILES = [
  ['a.cache', cache(['3f800000', '00000000', '3f000000', '7fc00000', '00000000', ...Array(7).fill('3c000000')])],
  ['calib.json', json([1, 0, 0.5, 0, 0.25, 1, 1, 1, 0, 1, 1, 1])],
] as const;

/** A list that tells when one of its items is looked at. */
function watched<T>(items: readonly T[], onLook: () => void): readonly T[] {
  return new Proxy(items, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) onLook();
      return Reflect.get(target, key) as unknown;
    },
  });
}

describe('what a view is sent after a change', () => {
  for (const [name, bytes] of FILES) {
    it(`makes exactly the table of the file as it is now (${name})`, () => {
      fc.assert(
        fc.property(fc.array(EDIT, { minLength: 1, maxLength: 4 }), (edits) => {
          const after = edited(bytes, name, edits);
          if (!after || detect(after, name).kind !== 'table') return;
          const [old, now] = [shown(bytes, name, 1), shown(after, name, 2)];
          const [there, back] = [changesBetween(old, now), changesBetween(now, old)];
          assert.ok(there && back);
          assert.deepEqual(plainNumbers(withChanges(old.message, there)), plainNumbers(now.message));
          assert.deepEqual(plainNumbers(withChanges(now.message, back)), plainNumbers(old.message), 'undone');
        }),
      );
    });
  }

  for (const [name, bytes] of FILES)
    it(`is the same where the entries that edits changed are known (${name})`, () => {
      fc.assert(
        fc.property(fc.array(EDIT, { minLength: 1, maxLength: 4 }), (edits) => {
          const before = read(bytes, name);
          const after = afterEdits(before, edits);
          if (!after) return;
          const { document, change } = after;
          const [old, now] = [shownDocument(before, 1), shownDocument(document, 2)];
          const changes = changesBetween(old, now, change && { before, change });
          assert.ok(changes);
          assert.deepEqual(plainNumbers(withChanges(old.message, changes)), plainNumbers(now.message));
        }),
      );
    });

  it('takes no edit for all that changed that was made on something else than the view shows', () => {
    const first = read(cache(Array(9).fill('3f800000')), 'a.cache');
    const second = afterEdits(first, [{ kind: 'set', index: 0, value: 0.25 }]);
    assert.ok(second);
    const third = afterEdits(second.document, [{ kind: 'set', index: 5, value: 0.25 }]);
    assert.ok(third?.change);
    const [old, now] = [shownDocument(first, 1), shownDocument(third.document, 3)];
    const changes = changesBetween(old, now, { before: second.document, change: third.change });
    assert.ok(changes);
    assert.deepEqual(plainNumbers(withChanges(old.message, changes)), plainNumbers(now.message));
  });

  it('looks at the entries of a known edit only', () => {
    const edits: readonly Edit[] = [
      { kind: 'set', index: 101, value: 0.25 },
      { kind: 'delete', index: 50 },
      { kind: 'insert', index: 7, name: 'new', value: 1 },
      { kind: 'rename', index: 8, name: 'other' },
    ];
    for (const edit of edits) {
      const before = read(cache(Array(400).fill('3f800000')), 'a.cache');
      const after = afterEdits(before, [edit]);
      assert.ok(after?.change);
      const { document, change } = after;
      let looks = 0;
      const table = { ...before.table, names: watched(before.table.names, () => looks++) };
      const watchedBefore = { ...before, table };
      const shownBefore = shownDocument(watchedBefore, 1);
      looks = 0;
      assert.ok(changesBetween(shownBefore, shownDocument(document, 2), { before: watchedBefore, change }));
      assert.ok(looks <= 4, `${edit.kind}: ${looks} entries`);
    }
  });

  it('has the size of the change, whatever the size of the table, and of its findings', () => {
    const size = (entries: number, edit: Edit): number => {
      // Every fourth entry has a finding.
      const bytes = cache(Array.from({ length: entries }, (_, i) => (i % 4 === 0 ? '00000000' : '3f800000')));
      const after = edited(bytes, 'a.cache', [edit]);
      assert.ok(after);
      const changes = changesBetween(shown(bytes, 'a.cache', 1), shown(after, 'a.cache', 2));
      return JSON.stringify(changes).replace(/\d+/g, '0').length;
    };
    const edits: readonly Edit[] = [
      { kind: 'set', index: 101, value: 0.25 },
      { kind: 'set', index: 101, value: 0 },
      { kind: 'delete', index: 50 },
      { kind: 'insert', index: 7, name: 'new', value: 1 },
      { kind: 'rename', index: 8, name: 'other' },
    ];
    for (const edit of edits) assert.equal(size(8000, edit), size(400, edit), edit.kind);
  });

  it('is the whole table where most of it changed, or where it became another kind', () => {
    const ones = shown(cache(Array(3000).fill('3f800000')), 'a.cache', 1);
    const twos = shown(cache(Array(3000).fill('40000000')), 'a.cache', 2);
    assert.equal(changesBetween(ones, twos), null);
    assert.equal(changesBetween(ones, shown(json([1, 2]), 'calib.json', 2)), null);
  });
});
