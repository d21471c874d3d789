/** `npm run fuzz`: many inputs that nobody wrote by hand, the same ones for the same seed. */
import { parseArgs } from 'node:util';
import { fuzz, replay } from './fuzz.js';
import type { Target } from './target.js';
import { TARGETS } from './targets/index.js';

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now()) },
    inputs: { type: 'string', default: '1000' },
    only: { type: 'string' },
  },
  allowPositionals: true,
});

/** Nothing that small should take so long. */
const SLOW_MS = 600;

function main(): void {
  const unknown = positionals.filter((name) => !TARGETS.some((target) => target.name.startsWith(name)));
  if (unknown.length > 0)
    throw new Error(`Unknown: ${unknown.join(', ')}. Known: ${TARGETS.map(({ name }) => name).join(', ')}`);
  const chosen = TARGETS.filter(
    ({ name }) => positionals.length === 0 || positionals.some((one) => name.startsWith(one)),
  );
  console.log(
    `Seed ${values.seed}\n\n| target | inputs | faults | slowest input (ms of processor time) |\n| --- | --: | --: | --: |`,
  );
  const faults = chosen.map(run);
  process.exitCode = faults.some((count) => count > 0) ? 1 : 0;
}

function run(target: Target): number {
  const [first, count] = values.only === undefined ? [0, Number(values.inputs)] : [Number(values.only), 1];
  const { inputs, faults, slowest } = fuzz(target, values.seed, first, count);
  console.log(`| ${target.name} | ${inputs} | ${faults.length} | ${slowest.milliseconds.toFixed(0)} |`);
  if (slowest.milliseconds > SLOW_MS) console.error(`\nSlow: ${replay(target, values.seed, slowest.input)}`);
  for (const { input, error } of faults) console.error(`\n${replay(target, values.seed, input)}`, error);
  return faults.length;
}

main();
