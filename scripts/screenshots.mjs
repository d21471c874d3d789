// npm run screenshots: the pictures of README, anew. Tests take them as they click through VS Code; this runs those and takes what they leave.
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/installed.mjs';
import { node, npm } from './lib/run.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
/** A picture of docs/images: the test that takes it, and what it calls it. */
const PICTURES = {
  table: { test: 'open', name: 'open-tensorrt-light' },
  review: { test: 'review', name: 'review-dark' },
  diff: { test: 'readmePictures', name: 'readme-diff' },
  values: { test: 'values', name: 'values-light' },
  rank: { test: 'rank', name: 'rank-proposal-light' },
  outputs: { test: 'outputs', name: 'outputs-light' },
};

await ensureInstalled();
const built = await npm(['run', '--silent', 'build']);
if (built !== 0) process.exit(built);
const files = Object.values(PICTURES).map(({ test }) => `test/webview/${test}.test.ts`);
const options = ['--require', 'test/support/rootHooks.ts', '--timeout', '240000'];
const ran = await node(['node_modules/mocha/bin/mocha.js', ...options, ...files]);
if (ran !== 0) process.exit(ran);
for (const [picture, { name }] of Object.entries(PICTURES)) {
  copyFileSync(`test-results/screenshots/${name}.png`, `docs/images/${picture}.png`);
  console.log(`docs/images/${picture}.png`);
}
