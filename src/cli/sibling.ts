/** The JSON that onnxruntime writes beside its provider tables. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TableDocument } from '../core/formats/format.js';
import { detect } from '../core/formats/index.js';
import type { Input } from './input.js';
import { STANDARD_STREAM } from './streams.js';

/** `calibration.json` beside `calibration.flatbuffers` or `calibration.cache`; null where there is none, or none of its kind. */
export async function readSibling({ file, document: { format } }: Input): Promise<TableDocument | null> {
  if (format.siblingOf === undefined || file === STANDARD_STREAM) return null;
  const path = join(dirname(file), `${basename(file).replace(/\.[^.]*$/, '')}.json`);
  const bytes = await readFile(path).catch(() => null);
  const detection = bytes && detect(bytes, path);
  if (detection?.kind !== 'table' || detection.format.id !== format.siblingOf) return null;
  return detection.format.read(bytes as Uint8Array);
}
