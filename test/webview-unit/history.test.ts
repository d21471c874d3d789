import assert from 'node:assert/strict';
import fc from 'fast-check';
import { History } from '../../src/host/transfer/review/history.js';

describe('the steps of a review', () => {
  it('are taken back and made again, and a new one ends what could be made again', () => {
    const history = new History(0);
    history.push(1);
    history.push(2);
    assert.deepEqual([history.go('undo'), history.present, history.steps], [true, 1, { undo: 1, redo: 1 }]);
    assert.deepEqual([history.go('redo'), history.present], [true, 2]);
    assert.deepEqual([history.go('redo'), history.present], [false, 2]);
    history.go('undo');
    history.push(3);
    assert.deepEqual([history.go('redo'), history.present, history.steps], [false, 3, { undo: 2, redo: 0 }]);
  });

  it('are as a list with a place in it, of which the oldest are forgotten', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('push', 'undo', 'redo'), { maxLength: 60 }), (steps) => {
        const history = new History(0, 5);
        let [list, at, next] = [[0], 0, 1];
        for (const step of steps) {
          if (step === 'push') {
            list = [...list.slice(0, at + 1), next++].slice(-6);
            at = list.length - 1;
            history.push(list.at(-1) ?? 0);
          } else {
            const target = step === 'undo' ? at - 1 : at + 1;
            assert.equal(history.go(step as 'undo' | 'redo'), target >= 0 && target < list.length);
            if (target >= 0 && target < list.length) at = target;
          }
          assert.equal(history.present, list[at]);
        }
      }),
    );
  });
});
