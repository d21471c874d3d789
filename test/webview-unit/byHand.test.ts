import assert from 'node:assert/strict';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { nvdla } from '../../src/core/formats/nvdla/nvdla.js';
import { planByName, type Plan } from '../../src/core/transfer/plan.js';
import { assign } from '../../src/host/transfer/review/assign.js';
import { byHandOf, mendAgain } from '../../src/host/transfer/review/byHand.js';
import { keptReviewOf } from '../../src/protocol/keptReview.js';
import type { Assignment } from '../../src/protocol/review.js';

const read = (...names: readonly string[]): ReturnType<typeof tensorrt.read> =>
  tensorrt.read(
    new TextEncoder().encode(`TRT-8601-EntropyCalibration2\n${names.map((name) => `${name}: 3f800000\n`).join('')}`),
  );
const before = read('a', 'b', 'c', 'd');

function mended(plan: Plan, ...changes: readonly (readonly [row: number, assignment: Assignment])[]): Plan {
  return changes.reduce((now, [row, assignment]) => {
    const result = assign(now, [row], assignment, before.table.names.length);
    assert.ok('plan' in result);
    return result.plan;
  }, plan);
}

describe('a review that was mended by hand', () => {
  const plan = mended(
    planByName(before, nvdla),
    [0, { kind: 'scale', scale: 0.25 }],
    [1, { kind: 'entry', entry: 3 }],
    [2, { kind: 'nothing' }],
    [3, { kind: 'neighbour' }],
  );
  const kept = JSON.parse(JSON.stringify(byHandOf(plan, before.table, new Set([0, 1, 2, 3])))) as unknown[];
  const origin = { transfer: 'convert', source: 'file:///a.cache', names: 'file:///net.onnx', answers: {} };
  const state = keptReviewOf({ kept: { origin, byHand: kept } });

  it('is the same again after a restart', () => {
    const again = mendAgain(planByName(before, nvdla), before.table, state?.byHand ?? []);
    assert.deepEqual([...again.plan.rows], [...plan.rows]);
    assert.deepEqual([...again.mended], [0, 1, 2, 3]);
    assert.deepEqual(again.lost, []);
  });

  it('finds its entries where they are now, and says what is lost', () => {
    const now = read('new', 'a', 'b', 'c');
    const { plan: later, lost } = mendAgain(planByName(now, nvdla), now.table, state?.byHand ?? []);
    assert.deepEqual(lost, ['b', 'd'], 'the entry d is gone, and so is the row');
    assert.deepEqual(later.rows.sourceOf(1), { kind: 'scale', scale: 0.25 });
    assert.equal(later.rows.sourceOf(3), null);
  });

  it('is not made of a state that is none of ours', () => {
    for (const wrong of [null, {}, { kept: {} }, { kept: { origin: { ...origin, transfer: 'rm' }, byHand: [] } }])
      assert.equal(keptReviewOf(wrong), null);
    assert.deepEqual(keptReviewOf({ kept: { origin, byHand: [{ row: 1 }, 'x'] } })?.byHand, []);
  });
});
