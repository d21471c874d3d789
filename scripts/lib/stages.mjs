import { existsSync, readdirSync } from 'node:fs';
import { node, npm } from './run.mjs';

const mocha = 'node_modules/mocha/bin/mocha.js';

/** A check passes or fails as a whole; a test stage leaves a tally. Each `run` answers an exit code. */
export const stages = [
  { name: 'typecheck', check: true, run: () => npm(['run', '--silent', 'typecheck'], { minutes: 10 }) },
  { name: 'format', check: true, run: () => npm(['run', '--silent', 'format:check'], { minutes: 5 }) },
  { name: 'lint', check: true, run: () => npm(['run', '--silent', 'lint'], { minutes: 10 }) },
  { name: 'build', check: true, run: () => npm(['run', '--silent', 'build'], { minutes: 5 }) },
  { name: 'core', run: (options, env) => mochaOver('test/core', options, { env, minutes: 10 }) },
  { name: 'views', run: (options, env) => mochaOver('test/webview-unit', options, { env, minutes: 5 }) },
  { name: 'cli', needsBuild: true, run: (options, env) => mochaOver('test/cli', options, { env, minutes: 10 }) },
  {
    name: 'host',
    needsBuild: true,
    run: (options, env) => node(['--import', 'tsx', 'test/vscode/runner/main.ts', ...options], { env, minutes: 20 }),
  },
  {
    name: 'browser',
    needsBuild: true,
    run: (options, env) => mochaOver('test/webview', [...forBrowser, ...options], { env, minutes: 25 }),
  },
];

/** A test in a real window takes seconds, and more on a busy machine. */
const forBrowser = ['--require', 'test/support/rootHooks.ts', '--timeout', '60000'];

function mochaOver(folder, options, settings) {
  const files = testsIn(folder);
  if (files.length > 0) return node([mocha, ...options, ...files], settings);
  console.error(`There are no tests in ${folder}.`);
  return Promise.resolve(1);
}

function testsIn(folder) {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
  return paths.filter((path) => path.endsWith('.test.ts')).sort();
}
