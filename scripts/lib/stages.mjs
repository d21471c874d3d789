import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { node, npm } from './run.mjs';

export const mocha = 'node_modules/mocha/bin/mocha.js';

/**
 * A check passes or fails as a whole; a test stage leaves a tally. Each `run` answers an exit code, for all files of the stage or for
 * those given.
 */
export const stages = [
  { name: 'typecheck', check: true, run: () => npm(['run', '--silent', 'typecheck']) },
  { name: 'format', check: true, run: () => npm(['run', '--silent', 'format:check']) },
  { name: 'lint', check: true, run: () => npm(['run', '--silent', 'lint']) },
  { name: 'build', check: true, run: () => npm(['run', '--silent', 'build']) },
  { name: 'core', run: (options, env) => mochaOver('test/core', [...inParallel, ...options], { env }) },
  { name: 'properties', run: (options, env) => mochaOver('test/properties', [...inParallel, ...options], { env }) },
  { name: 'views', run: (options, env) => mochaOver('test/webview-unit', options, { env }) },
  { name: 'cli', needsBuild: true, run: (options, env) => mochaOver('test/cli', [...inParallel, ...options], { env }) },
  { name: 'run', needsBuild: true, run: (options, env) => mochaOver('test/run', options, { env }) },
  { name: 'package', needsBuild: true, run: (options, env) => mochaOver('test/package', options, { env }) },
  { name: 'fuzz', needsBuild: true, run: (options, env) => mochaOver('test/fuzz', options, { env }) },
  {
    name: 'host',
    needsBuild: true,
    run: (options, env) => node(['--import', 'tsx', 'test/vscode/runner/main.ts', ...options], { env }),
  },
  {
    name: 'browser',
    needsBuild: true,
    again: true,
    run: (options, env, files) => mochaOver('test/webview', [...forBrowser, ...options], { env }, files),
  },
  {
    name: 'web',
    needsBuild: true,
    again: true,
    run: (options, env, files = [...testsIn('test/web'), ...inBothHosts]) =>
      node([mocha, ...forBrowser, ...options, ...files], {
        env: { ...env, CALIBRATION_TABLES_HOST: 'web' },
      }),
  },
];

/** What of the browser tests runs in VS Code for the web, too: a table, its charts, edits, text, and all that reads or writes other files. */
const inBothHosts = 'open histogram editCells saving textEditor convert network diff diffCharts port rank outputs'
  .split(' ')
  .map((name) => `test/webview/${name}.test.ts`);

/** Files that share nothing but code run beside each other. */
export const inParallel = ['--parallel', '--jobs', String(Math.min(4, availableParallelism()))];

/** A test in a real window takes seconds, and minutes on a busy machine. */
const forBrowser = ['--require', 'test/support/rootHooks.ts', '--timeout', '240000'];

function mochaOver(folder, options, settings, files = testsIn(folder)) {
  if (files.length > 0) return node([mocha, ...options, ...files], settings);
  console.error(`There are no tests in ${folder}.`);
  return Promise.resolve(1);
}

/** The test files of a folder. */
export function testsIn(folder) {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
  return paths.filter((path) => path.endsWith('.test.ts')).sort();
}
