import assert from 'node:assert/strict';
import { parseToDiffView } from '../../src/protocol/diff.js';
import { parseFromReviewView, parseToReviewView } from '../../src/protocol/review.js';
import { parseFromTableView, parseToTableView } from '../../src/protocol/table.js';

describe('messages of a table view', () => {
  const edits = [
    { kind: 'delete', index: 3 },
    { kind: 'set', index: 0, value: 1 },
  ];

  it('are taken when they are whole', () => {
    for (const message of [
      { type: 'edits', id: 1, revision: 2, edits },
      { type: 'edits', id: 1, revision: 2, edits: [] },
      { type: 'command', command: 'checkNetwork' },
    ]) {
      assert.deepEqual(parseFromTableView(message), message);
    }
  });

  it('are refused when anything in them is none of ours', () => {
    for (const wrong of [
      { type: 'edits', id: 1, revision: 2 },
      { type: 'edits', id: 1, revision: 2, edits: [{ kind: 'delete', index: -1 }] },
      { type: 'edits', id: 1, revision: 2, edits: [...edits, { kind: 'explode', index: 1 }] },
      { type: 'edits', id: '1', revision: 2, edits },
      { type: 'edit', id: 1, revision: 2, edit: edits[0] },
      { type: 'toString' },
      { type: 'command', command: 'rm' },
      null,
      'edits',
    ])
      assert.equal(parseFromTableView(wrong), null, JSON.stringify(wrong));
  });
});

describe('messages of a review view', () => {
  it('are checked down to the rows and what they are given', () => {
    const message = { type: 'assign', id: 7, rows: [1, 2], assignment: { kind: 'entry', entry: 4 } };
    assert.deepEqual(parseFromReviewView(message), message);
    for (const wrong of [
      { ...message, rows: [1.5] },
      { ...message, id: undefined },
      { ...message, assignment: { kind: 'entry' } },
      { ...message, assignment: { kind: 'scale', scale: '1' } },
      { type: 'done', write: true },
    ]) {
      assert.equal(parseFromReviewView(wrong), null, JSON.stringify(wrong));
    }
  });
});

describe('messages to a view', () => {
  const table = { type: 'table', revision: 1, names: ['a'], values: Float64Array.of(1) };

  it('are read when they are whole, and passed over when they are no messages at all', () => {
    assert.equal(parseToTableView(table), table);
    for (const other of [null, 'table', 4, {}, { type: 5 }]) assert.equal(parseToTableView(other), null);
  });

  it('that are not known, or lost a part, are an error to show', () => {
    assert.throws(() => parseToTableView({ ...table, values: undefined }), /\("table"\) that did not arrive whole/);
    assert.throws(() => parseToTableView({ ...table, values: new Float64Array(2) }), /did not arrive whole/);
    assert.throws(() => parseToTableView({ type: 'editResult', id: 1 }), /does not know \("editResult"\)/);
    assert.throws(() => parseToDiffView({ type: 'diff', indices: [], numbers: [] }), /did not arrive whole/);
    assert.throws(() => parseToReviewView({ type: 'review', names: [] }), /did not arrive whole/);
  });
});
