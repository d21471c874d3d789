// For a pull request (action.yml): checks the tables that changed since the commit BASE, writes their findings to SARIF, and what
// changed in them to GITHUB_STEP_SUMMARY. Ends as `check` does: 1 for errors and warnings. Works in the repository that it is run in.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const { BASE, SARIF = 'calibration-tables.sarif', GITHUB_STEP_SUMMARY } = process.env;
if (!BASE) throw new Error('BASE has to name the commit to compare with.');

/** Names that tables have, as the hook for commits has them. */
const [, names] = /files: '(.*)'/.exec(readFileSync(join(checkout, '.pre-commit-hooks.yaml'), 'utf8'));
const tables = git('diff', '--name-only', '-z', '--diff-filter=ACMR', BASE, 'HEAD')
  .toString()
  .split('\0')
  .filter((path) => new RegExp(names).test(path))
  // No path is taken for an option.
  .map((path) => `./${path}`);

if (tables.length === 0) console.log('No calibration table changed.');
else {
  const { stdout } = cli('check', '--sarif', '--skip-others', ...tables);
  writeFileSync(SARIF, stdout);
  const { stdout: words, status } = cli('check', '--skip-others', ...tables);
  process.stdout.write(words);
  summarize(words.toString());
  process.exitCode = status;
}

function summarize(words) {
  const folder = mkdtempSync(join(tmpdir(), 'calibration-tables-base-'));
  try {
    const comparisons = tables.map((path) => compared(path, folder)).filter(Boolean);
    const fence = '`'.repeat(1 + Math.max(2, ...(words.match(/`+/g) ?? []).map(({ length }) => length)));
    const text = ['## Calibration tables', '', fence, words.trimEnd(), fence, '', ...comparisons].join('\n');
    if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${text}\n`);
    else console.log(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What changed in a table, as Markdown; nothing for a new one, or one that was none before. */
function compared(path, folder) {
  const before = join(folder, basename(path));
  const { status, stdout } = spawnSync('git', ['show', `${BASE}:${path}`], { maxBuffer: 1 << 28 });
  if (status !== 0) return undefined;
  writeFileSync(before, stdout);
  const diff = cli('diff', '--markdown', before, path);
  return diff.status === 0 ? diff.stdout.toString().replaceAll(before, `${path} in the base branch`) : undefined;
}

function git(...args) {
  return execFileSync('git', args, { maxBuffer: 1 << 28 });
}

function cli(...args) {
  return spawnSync(process.execPath, [join(checkout, 'dist/cli.js'), ...args], {
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
