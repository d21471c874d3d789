// npm run test:oldest: what older versions of VS Code do otherwise, in the oldest one that package.json names; downloads it once (800 MB).
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/installed.mjs';
import { node, npm } from './lib/run.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensureInstalled();
const built = await npm(['run', '--silent', 'build']);
if (built !== 0) process.exit(built);
const files = ['open', 'foreign', 'sourceControl'].map((name) => `test/webview/${name}.test.ts`);
const options = ['--require', 'test/support/rootHooks.ts', '--timeout', '60000', ...process.argv.slice(2)];
process.exitCode = await node(['node_modules/mocha/bin/mocha.js', ...options, ...files], {
  env: { CALIBRATION_TABLES_VSCODE: '1.100.3' },
  minutes: 20,
});
