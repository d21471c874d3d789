import assert from 'node:assert/strict';
import { parseFromDiffView } from '../../src/protocol/diff.js';
import { labelAt } from '../../webview/diff/model.js';
import { handActions } from '../../webview/diff/parts/handActions.js';
import { diffModel } from './support/diffModel.js';

const OLD = ['data: 3f800000', 'conv1: 3f800000', 'gone: 41200000', 'tail: 3f000000'];
const NEW = ['data: 3f800000', 'fresh: 42c80000', 'conv1: 40000000', 'tail: 3f000000'];
const model = diffModel(OLD, NEW);

function row(label: string): number {
  return Array.from({ length: model.rows }, (_, at) => at).findIndex((at) => labelAt(model, at) === label);
}

const ids = (...labels: string[]): string[] => handActions(model, labels.map(row)).map(({ id }) => id);

describe('what can be done by hand with rows of a comparison', () => {
  it('follows from what is selected', () => {
    assert.deepEqual(ids('conv1'), ['unpair', 'take-into-old', 'take-into-new']);
    assert.deepEqual(ids('gone'), []);
    assert.deepEqual(ids('gone', 'fresh'), ['pair']);
    assert.deepEqual(ids('conv1', 'tail'), ['swap-partners', 'take-into-old', 'take-into-new']);
    assert.deepEqual(ids('conv1', 'fresh'), ['take-into-old', 'take-into-new']);
    assert.deepEqual(ids('conv1', 'tail', 'data'), ['take-into-old', 'take-into-new']);
  });

  it('is said in messages that the host takes', () => {
    for (const labels of [['conv1'], ['gone', 'fresh'], ['conv1', 'tail']])
      for (const { message } of handActions(model, labels.map(row)))
        assert.deepEqual(parseFromDiffView(message), message);
  });

  it('can be taken back', () => {
    const [pair] = handActions(model, [row('gone'), row('fresh')]);
    assert.ok(pair?.message.type === 'decide');
    const paired = diffModel(OLD, NEW, pair.message.byHand);
    const [at] = Array.from({ length: paired.rows }, (_, i) => i).filter((i) => labelAt(paired, i) === 'gone → fresh');
    const back = handActions(paired, [at ?? -1]).find(({ id }) => id === 'undo-hand');
    assert.deepEqual(back?.message, { type: 'decide', byHand: [] });
  });
});
