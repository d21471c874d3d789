import { existsSync, readFileSync } from 'node:fs';
import { npm } from './run.mjs';

const lock = 'package-lock.json';
/** npm's own note of what it installed. */
const installed = 'node_modules/.package-lock.json';

/** Installs what package-lock.json says, unless that is what is there. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json ...');
  const code = await npm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) process.exit(code);
}

/** Compared by content: the times of files tell nothing after a checkout. */
function isInstalled() {
  if (!existsSync(installed)) return false;
  const present = packages(installed);
  return Object.entries(packages(lock)).every(([path, wanted]) => {
    const there = present[path];
    return there ? there.version === wanted.version : path === '' || wanted.optional || wanted.peer;
  });
}

function packages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
