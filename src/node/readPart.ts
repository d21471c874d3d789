/** A part of a file beside a model. */
import { open, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { ModelError } from '../core/model/records.js';
import type { ExternalPlace } from '../core/model/tensorData.js';

/**
 * Reads a part of a file within the folder of a model, links resolved.
 * @throws {ModelError} for a place outside of the folder, or of the file; else what the file system throws
 */
export async function readPart(folder: string, { location, offset, length }: ExternalPlace): Promise<Uint8Array> {
  const path = await realpath(join(folder, location));
  if (!isWithin(await realpath(folder), path))
    throw new ModelError(`its external data "${location}" leads out of the folder of the model.`);
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const end = length === null ? size : offset + length;
    if (end > size || offset > size)
      throw new ModelError(
        `its external data "${location}" ends at byte ${size}, and ${offset} to ${end} are asked for.`,
      );
    const part = new Uint8Array(end - offset);
    const { bytesRead } = await file.read(part, 0, part.length, offset);
    if (bytesRead < part.length) throw new ModelError(`its external data "${location}" breaks off.`);
    return part;
  } finally {
    await file.close();
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
