// npm run quick: what is run before each commit, side by side: types, lint of what changed, and the tests of core and command line.
// `npm run quick -- --grep diff` runs some of the tests.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/installed.mjs';
import { node, npm } from './lib/run.mjs';
import { inParallel, mocha, testsIn } from './lib/stages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensureInstalled();

/** What eslint has seen is not looked at again. */
const eslint = ['node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/'];
const tests = [
  '--reporter',
  'dot',
  ...inParallel,
  ...process.argv.slice(2),
  ...testsIn('test/core'),
  ...testsIn('test/cli'),
];

const start = Date.now();
const ends = await Promise.all([
  told('types', () => npm(['run', '--silent', 'typecheck'])),
  told('lint', () => node(eslint)),
  told('tests', async () => (await npm(['run', '--silent', 'build'])) || node([mocha, ...tests])),
]);
const failed = ends.filter(({ code }) => code !== 0).map(({ name }) => name);
console.log(`${failed.length > 0 ? `Failed: ${failed.join(', ')}` : 'All is well'} (${inSeconds(start)}).`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function told(name, run) {
  const code = await run();
  console.log(`${name}: ${code === 0 ? 'passed' : 'failed'} after ${inSeconds(start)}`);
  return { name, code };
}

function inSeconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
