/** Patterns in place of files: a shell on Windows leaves them as they are. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { patternSource } from '../core/formats/fileNames.js';
import { Failure } from './failure.js';

const IS_PATTERN = /[*?[\]{}]/;
const SKIPPED = /^(\.git|node_modules)$/;

/** Whether an argument is a pattern: what exists is itself, whatever its name. */
export function isPattern(arg: string): boolean {
  return IS_PATTERN.test(arg) && !existsSync(arg);
}

/**
 * Files for arguments: `*`, `{a,b}` and `[abc]` in a name or in a folder's name, and `**` for folders at any depth. What exists is itself, whatever
 * its name; of a pattern the files come in their alphabetical order. Throws {@link Failure} when none fits.
 * @param mayBeNone for patterns that a script makes: of one that fits no file there is none
 */
export async function filesOf(args: readonly string[], mayBeNone = false): Promise<string[]> {
  const found = await Promise.all(args.map((arg) => (isPattern(arg) ? expand(arg, mayBeNone) : [arg])));
  return [...new Set(found.flat())];
}

async function expand(pattern: string, mayBeNone: boolean): Promise<string[]> {
  const parts = pattern.replaceAll('\\', '/').split('/');
  const fixed = parts.findIndex((part) => IS_PATTERN.test(part));
  const start = parts.slice(0, fixed).join('/');
  const files = await matches(pattern.startsWith('/') && fixed === 1 ? '/' : start, parts.slice(fixed));
  if (files.length === 0 && !mayBeNone) throw new Failure(`${pattern}: no file has such a name`);
  return files.sort();
}

async function matches(folder: string, [part = '', ...rest]: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder || '.', { withFileTypes: true }).catch(() => []);
  const below = entries.filter((entry) => entry.isDirectory() && !SKIPPED.test(entry.name));
  if (part === '**') {
    const deeper = below.map(({ name }) => matches(join(folder, name), ['**', ...rest]));
    return (await Promise.all([matches(folder, rest), ...deeper])).flat();
  }
  const fits = new RegExp(`^${patternSource(part.replaceAll('?', '[^/]'))}$`);
  const found = entries.filter(({ name }) => fits.test(name));
  if (rest.length === 0) return found.filter((entry) => !entry.isDirectory()).map(({ name }) => join(folder, name));
  const folders = found.filter((entry) => entry.isDirectory());
  return (await Promise.all(folders.map(({ name }) => matches(join(folder, name), rest)))).flat();
}
