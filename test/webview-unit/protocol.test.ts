import assert from 'node:assert/strict';
import { parseFromReviewView } from '../../src/protocol/review.js';
import { parseFromTableView } from '../../src/protocol/table.js';

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
      { type: 'edit', id: 1, revision: 2, edit: edits },
      { type: 'command', command: 'rm' },
      null,
      'edits',
    ])
      assert.equal(parseFromTableView(wrong), null, JSON.stringify(wrong));
  });
});

describe('messages of a review view', () => {
  it('are checked down to the rows and what they are given', () => {
    const message = { type: 'assign', rows: [1, 2], assignment: { kind: 'entry', entry: 4 } };
    assert.deepEqual(parseFromReviewView(message), message);
    for (const wrong of [
      { ...message, rows: [1.5] },
      { ...message, assignment: { kind: 'entry' } },
      { ...message, assignment: { kind: 'scale', scale: '1' } },
      { type: 'done', write: true },
    ]) {
      assert.equal(parseFromReviewView(wrong), null, JSON.stringify(wrong));
    }
  });
});
