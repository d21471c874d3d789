// npm test: every check and every test. `npm test -- core cli` runs some stages only, `npm test -- browser --grep undo` some tests only.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/installed.mjs';
import { stages } from './lib/stages.mjs';
import { inWords, nothing, sum, tallyOf } from './lib/tally.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { chosen, options } = readArguments(process.argv.slice(2));
await ensureInstalled();

let total = nothing;
const summary = [];
const failures = [];
for (const stage of chosen) {
  console.log(`\n=== ${stage.name}`);
  const start = Date.now();
  const tally = await tallyOf(stage, options);
  summary.push(`${stage.name}: ${inWords(tally)} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  failures.push(...(tally.failures ?? []).map((line) => `${stage.name}: ${line}`));
  total = sum(total, tally);
}
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join('\n')}`);
console.log(`\n${summary.join('\n')}\n\n${inWords(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Leading words that name stages choose them; all that follows goes to the test runner. */
function readArguments(words) {
  const end = words.findIndex((word) => !stages.some(({ name }) => name === word));
  const names = end < 0 ? words : words.slice(0, end);
  const named = stages.filter(({ name }) => names.includes(name));
  const wanted = named.length > 0 ? named : stages;
  const withBuild = wanted.some(({ needsBuild }) => needsBuild);
  return {
    chosen: stages.filter((stage) => wanted.includes(stage) || (withBuild && stage.name === 'build')),
    options: end < 0 ? [] : words.slice(end),
  };
}
