/** A short run of `npm run fuzz`, with the same inputs every time: a fault in it is a fault of the last change. */
import assert from 'node:assert/strict';
import { fuzz, replay } from './fuzz.js';
import { TARGETS } from './targets/index.js';

const SEED = '1';

describe('inputs that nobody wrote by hand', function () {
  this.timeout(120_000);

  for (const target of TARGETS)
    it(`do no harm: ${target.name}`, () => {
      const { faults } = fuzz(target, SEED, 0, target.short ?? 100);
      const [first] = faults;
      if (first)
        assert.fail(`${faults.length} faults; the first: ${replay(target, SEED, first.input)}\n${String(first.error)}`);
    });

  it('are the same for the same seed', () => {
    const seen = [[], []].map((inputs: string[]) => {
      const check = (bytes: Uint8Array): void => void inputs.push(Buffer.from(bytes).toString('hex'));
      fuzz({ name: 'seen', seeds: () => [Uint8Array.of(1, 2, 3)], check }, SEED, 0, 50);
      return inputs;
    });
    assert.deepEqual(seen[0], seen[1]);
    assert.ok(new Set(seen[0]).size > 20);
  });
});
