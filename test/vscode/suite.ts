import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { grepVariable, resultsVariable } from './runner/variables.js';

/** Called by VS Code in its extension host. */
export async function run(): Promise<void> {
  const results = process.env[resultsVariable] ?? '';
  const failures = await runMocha(results).catch((error: Error) => {
    // A test file that does not even load; VS Code itself would swallow why.
    writeFileSync(results, JSON.stringify({ error: error.stack }));
    throw error;
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

async function runMocha(output: string): Promise<number> {
  const mocha = new Mocha({ timeout: 120_000, reporter: 'json', reporterOptions: { output } });
  if (process.env[grepVariable]) mocha.grep(process.env[grepVariable]);
  const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.test.js'),
  );
  for (const path of tests.sort()) mocha.addFile(join(__dirname, path));
  return new Promise((done) => {
    const runner = mocha.run(done);
    // Said at once: whoever started us takes silence for a standstill.
    runner.on('pass', (test) => console.log(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('pending', (test) => console.log(`  - ${test.fullTitle()}`));
    runner.on('fail', (test) => console.log(`  ✘ ${test.fullTitle()}`));
  });
}
