/** Writing a file whole or not at all. */
import { randomUUID } from 'node:crypto';
import { chmod, link, lstat, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Stats } from 'node:fs';
import type { Pieces } from '../core/model/pieces.js';
import { Failure, fileFailure } from './failure.js';
import { print, STANDARD_STREAM } from './streams.js';

/** Permission bits of a mode. */
const PERMISSIONS = 0o7777;

/**
 * Writes `bytes` to a file, or to standard output for `-`. A reader sees the old file or the new one, never a part;
 * a replaced file keeps its mode bits, and a symbolic link stays one. Throws {@link Failure}.
 * @param bytes the file's bytes, or pieces of it that follow one another
 * @param force replace a file that exists
 */
export async function writeWhole(file: string, bytes: Uint8Array | Pieces, force: boolean): Promise<void> {
  if (file === STANDARD_STREAM) return printPieces(bytes);
  try {
    const existing = await stat(file).catch(nothingThere);
    if (!existing && (await lstat(file).catch(nothingThere))) throw new Failure(`${file}: this link leads nowhere`);
    if (existing && !existing.isFile() && !existing.isDirectory()) return await writeFile(file, bytes);
    if (existing?.isDirectory()) throw new Failure(`${file}: this is a folder, not a file`);
    if (existing && !force) throw alreadyThere(file);
    await replace(existing ? await realpath(file) : file, bytes, existing);
  } catch (error) {
    throw error instanceof Failure ? error : fileFailure(file, error);
  }
}

async function printPieces(bytes: Uint8Array | Pieces): Promise<void> {
  for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) await print(piece);
}

/** Refuses files that exist, before the first of several is written. Throws {@link Failure}. */
export async function refuseExisting(files: readonly string[], force: boolean): Promise<void> {
  for (const file of force ? [] : files)
    if (file !== STANDARD_STREAM && (await stat(file).catch(() => null))?.isFile()) throw alreadyThere(file);
}

/** Writes a file beside the target and moves it there in one step. */
async function replace(target: string, bytes: Uint8Array | Pieces, existing: Stats | null): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    const mode = existing ? existing.mode & PERMISSIONS : 0o666;
    await writeFile(temporary, bytes, { flag: 'wx', mode });
    if (existing) await chmod(temporary, mode);
    await (existing ? rename(temporary, target) : putNew(temporary, target));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Fails, unlike a rename, when another process made the target meanwhile; not every file system has links. */
async function putNew(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(target);
    await rename(temporary, target);
  }
}

function alreadyThere(file: string): Failure {
  return new Failure(`${file}: this file exists; --force replaces it`);
}

/** For a look at a file that may not be there; that it can't be looked at for another reason is told. */
function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}
