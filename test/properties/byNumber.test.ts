/** A table made from one state of a network, used with another: what is paired without a doubt must be right. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../src/core/bytes/bytes.js';
import { matchTensors } from '../../src/core/naming/match.js';
import { readNetwork } from '../../src/core/naming/networkKinds.js';
import { changed, type Change } from '../core/support/caffeEdits.js';
import { trtTensors, type ModelTensor, type Net } from '../core/support/caffeModel.js';
import { nets, prototxt } from '../core/support/caffeNets.js';

const change = (kind: Change['kind']): fc.Arbitrary<Change> =>
  fc.record({ kind: fc.constant(kind), place: fc.nat(999), pick: fc.nat(999), inPlace: fc.boolean() });

/** Layers put in, or layers taken out: the one and the other at one place would leave no trace that anyone could see. */
const changes = fc.oneof(
  fc.array(change('put in'), { minLength: 1, maxLength: 3 }),
  fc.array(change('take out'), { minLength: 1, maxLength: 3 }),
);

function afterAll(network: Net, list: readonly Change[]): Net {
  return list.reduce((now, item, i) => changed(now, item, `new${i}`), network);
}

/** Calibrators may leave constants out. */
function withoutConstants(table: readonly ModelTensor[]): ModelTensor[] {
  return table.filter(({ name }) => !name.includes('[Constant]'));
}

interface Tally {
  right: number;
  sure: number;
  wrong: number;
  repairable: number;
  repaired: number;
}

/** Pairs made with the table of `before` (in this order) and the network `after`, against the truth that the model knows. */
function judge(table: readonly ModelTensor[], after: Net): Tally {
  const network = readNetwork(
    utf8Bytes(prototxt(after, { topInputs: false, lineEnd: '\n', decoys: false })),
    'after.prototxt',
  );
  const truth = trtTensors(after);
  const { matches, names } = matchTensors(
    table.map(({ name }) => name),
    network,
  );
  assert.deepEqual(
    names.tensors.map(({ name }) => name),
    truth.map(({ name }) => name),
  );
  const unnamed = new Set(table.filter((tensor) => tensor.unnamed).map(({ key }) => key));
  const tally: Tally = { right: 0, sure: 0, wrong: 0, repairable: 0, repaired: 0 };
  truth.forEach(({ key, name, unnamed: isUnnamed }, i) => {
    const match = matches[i];
    const isRight = match ? table[match.entry]?.key === key : false;
    if (match?.doubt === null)
      assert.ok(
        isRight,
        `"${name}" was paired without a doubt with "${table[match.entry]?.name}", the scale of another tensor`,
      );
    if (match?.doubt === null) tally.sure++;
    if (match) tally[isRight ? 'right' : 'wrong']++;
    if (!isUnnamed || !unnamed.has(key)) return;
    tally.repairable++;
    if (isRight) tally.repaired++;
  });
  return tally;
}

function summed(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    right: sum('right'),
    sure: sum('sure'),
    wrong: sum('wrong'),
    repairable: sum('repairable'),
    repaired: sum('repaired'),
  };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} % of ${whole}`;
}

describe('a table of another state of the network', () => {
  it('in network order: no pair without a doubt is wrong, and at least 90 % of the unnamed tensors are found again', function () {
    this.timeout(180_000);
    const tallies: Tally[] = [];
    fc.assert(
      fc.property(nets(15), changes, fc.boolean(), (before, list, isSparse) => {
        const table = trtTensors(before);
        tallies.push(judge(isSparse ? withoutConstants(table) : table, afterAll(before, list)));
      }),
      { numRuns: 400 },
    );
    const { right, wrong, sure, repairable, repaired } = summed(tallies);
    console.log(
      `      found again: ${percent(repaired, repairable)}; right: ${percent(right, right + wrong)} pairs, of them without a doubt ${sure}`,
    );
    assert.ok(repaired / repairable >= 0.9, `only ${percent(repaired, repairable)} found again`);
  });

  it('in hash order: no pair without a doubt is wrong', () => {
    const tallies: Tally[] = [];
    const cases = nets(1).chain((before) =>
      fc.tuple(
        fc.constant(before),
        fc.shuffledSubarray(trtTensors(before), { minLength: trtTensors(before).length }),
        changes,
      ),
    );
    fc.assert(
      fc.property(cases, ([before, table, list]) => {
        tallies.push(judge(table, afterAll(before, list)));
      }),
      { numRuns: 400 },
    );
    const { right, wrong, sure } = summed(tallies);
    console.log(`      right: ${percent(right, right + wrong)} pairs, of them without a doubt ${sure}`);
    assert.ok(right > 0);
  });
});
