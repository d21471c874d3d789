/** The file of the same name beside a table that has the better numbers: onnxruntime writes a JSON beside its provider's tables. */
import type { FormatFacts, TableDocument } from './format.js';
import { detect } from './index.js';

type Facts = Pick<FormatFacts, 'siblingOf'>;

/** `calibration.json` for `calibration.flatbuffers`; null for a format without such a file. */
export function siblingName(fileName: string, { siblingOf }: Facts): string | null {
  return siblingOf === undefined ? null : `${fileName.replace(/\.[^.]*$/, '')}.json`;
}

/** The table in that file; null where it is something else. */
export function siblingTable(bytes: Uint8Array, name: string, { siblingOf }: Facts): TableDocument | null {
  const detection = detect(bytes, name);
  return detection.kind === 'table' && detection.format.id === siblingOf ? detection.format.read(bytes) : null;
}
