// npm run screenshots [readme|gallery [TEST…]]: tests take pictures as they click through VS Code; this runs those, and takes what they leave.
// `readme`: the pictures of README, anew. `gallery`: every view in three widths and all themes, with a page to look through them.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const TESTS = 'test/webview';
const GALLERY = 'test-results/gallery';

const [part, ...wanted] = process.argv.slice(2);
if (part !== undefined && part !== 'readme' && part !== 'gallery') {
  console.error(`"${part}" is nothing to take: readme, or gallery with names of tests, such as "gallery open diff".`);
  process.exit(2);
}
await ensureInstalled();
const built = await npm(['run', '--silent', 'build']);
if (built !== 0) process.exit(built);
if (part !== 'gallery') await readme();
if (part !== 'readme') await gallery();

async function readme() {
  const ran = await run(Object.values(PICTURES).map(({ test }) => test));
  if (ran !== 0) process.exit(ran);
  for (const [picture, { name }] of Object.entries(PICTURES)) {
    copyFileSync(`test-results/screenshots/${name}.png`, `docs/images/${picture}.png`);
    console.log(`docs/images/${picture}.png`);
  }
}

async function gallery() {
  const all = readdirSync(TESTS)
    .filter((file) => file.endsWith('.test.ts') && readFileSync(`${TESTS}/${file}`, 'utf8').includes('.pictures('))
    .map((file) => file.replace('.test.ts', ''));
  if (wanted.length === 0) rmSync(GALLERY, { recursive: true, force: true });
  process.exitCode = await run(
    all.filter((test) => wanted.length === 0 || wanted.includes(test)),
    { CALIBRATION_TABLES_GALLERY: GALLERY },
  );
  const names = readdirSync(GALLERY).filter((name) => name.endsWith('.png'));
  const figures = names.map(
    (name) => `<figure><img src="${name}" loading="lazy"><figcaption>${name}</figcaption></figure>`,
  );
  writeFileSync(
    `${GALLERY}/index.html`,
    `<!doctype html><meta charset="utf-8"><title>Gallery</title>\n${figures.join('\n')}\n`,
  );
  console.log(`${names.length} pictures: ${GALLERY}/index.html`);
}

function run(tests, env = {}) {
  const files = tests.map((test) => `${TESTS}/${test}.test.ts`);
  const options = ['--require', 'test/support/rootHooks.ts', '--timeout', '600000'];
  return node(['node_modules/mocha/bin/mocha.js', ...options, ...files], { env });
}
