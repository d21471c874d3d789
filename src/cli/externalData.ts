/** Data of a model that lies in files beside it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ModelError } from '../core/model/records.js';
import { NO_EXTERNAL, type ReadExternal } from '../core/model/tensorData.js';
import { readPart } from '../node/readPart.js';
import { fileFailure } from './failure.js';
import { STANDARD_STREAM } from './streams.js';

/** Reads parts of files within the folder of a model, links resolved; anything else is refused. */
export function externalOf(model: string): ReadExternal {
  if (model === STANDARD_STREAM) return NO_EXTERNAL;
  const folder = dirname(model);
  return async (place) => {
    try {
      return await readPart(folder, place);
    } catch (error) {
      throw error instanceof ModelError ? error : fileFailure(join(folder, place.location), error);
    }
  };
}

/** Files that a model names and that do not stand beside a copy of it in another place. */
export function absentBeside(output: string, files: readonly string[]): string[] {
  if (output === STANDARD_STREAM) return [...files];
  return files.filter((file) => !existsSync(join(dirname(output), file)));
}
