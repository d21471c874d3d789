/** The JSON that onnxruntime writes beside its provider tables. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TableDocument } from '../core/formats/format.js';
import { siblingName, siblingTable } from '../core/formats/siblingFile.js';
import type { Input } from './input.js';
import { STANDARD_STREAM } from './streams.js';

/** `calibration.json` beside `calibration.flatbuffers` or `calibration.cache`; null where there is none, or none of its kind. */
export async function readSibling({ file, document: { format } }: Input): Promise<TableDocument | null> {
  const name = siblingName(basename(file), format);
  if (name === null || file === STANDARD_STREAM) return null;
  const bytes = await readFile(join(dirname(file), name)).catch(() => null);
  return bytes && siblingTable(bytes, name, format);
}
