/** Data of a model that lies in files beside it. */
import { open, realpath } from 'node:fs/promises';
import { dirname, join, relative, isAbsolute, sep } from 'node:path';
import { existsSync } from 'node:fs';
import { ModelError } from '../core/model/records.js';
import { NO_EXTERNAL, type ExternalPlace, type ReadExternal } from '../core/model/tensorData.js';
import { Failure, fileFailure } from './failure.js';
import { STANDARD_STREAM } from './streams.js';

/** Reads parts of files within the folder of a model, links resolved; anything else is refused. */
export function externalOf(model: string): ReadExternal {
  if (model === STANDARD_STREAM) return NO_EXTERNAL;
  return (place) => readPart(dirname(model), place);
}

async function readPart(folder: string, { location, offset, length }: ExternalPlace): Promise<Uint8Array> {
  const named = join(folder, location);
  try {
    const path = await realpath(named);
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
  } catch (error) {
    throw error instanceof ModelError || error instanceof Failure ? error : fileFailure(named, error);
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Files that a model names and that do not stand beside a copy of it in another place. */
export function absentBeside(output: string, files: readonly string[]): string[] {
  if (output === STANDARD_STREAM) return [...files];
  return files.filter((file) => !existsSync(join(dirname(output), file)));
}
