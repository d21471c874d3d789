import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.js';
import { installRoot } from './paths.js';

export interface Installation {
  /** Names the folder, versions included: another version is another folder. */
  readonly name: string;
  /** npm packages as `name@version`. */
  readonly packages: readonly string[];
  /** What remains to do in the folder after npm. */
  finish?(folder: string): Promise<void>;
}

const stamp = 'installed';

/** Installs npm packages into a folder of their own, once; answers the folder. */
export async function installOnce(installation: Installation): Promise<string> {
  const folder = join(installRoot, installation.name);
  if (existsSync(join(folder, stamp))) return folder;
  console.log(`Installing ${installation.packages.join(' and ')} into ${folder} (only this once) ...`);
  // Built beside its place and moved there when complete, so a broken or a concurrent install never shows.
  const partial = `${folder}.${process.pid}.partial`;
  await fill(partial, installation);
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
  return folder;
}

async function fill(folder: string, { packages, finish }: Installation): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  // No package that we install needs its scripts: they compile or fetch what we never use.
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packages], folder);
  await finish?.(folder);
  await writeFile(join(folder, stamp), `${packages.join('\n')}\n`);
}
