import { detect, type Foreign } from '../../core/formats/index.js';
import type { TableDocument } from '../../core/formats/format.js';
import { t } from '../../core/texts/translate.js';

/** A file to be read: its bytes, its path as a hint of what it is, and what it is called in messages. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly label: string;
}

/** Reads a file that has to be a table. Throws Error with a sentence that says what it is instead. */
export function tableOf({ bytes, path, label }: Source): TableDocument {
  const detection = detect(bytes, path);
  if (detection.kind === 'table') return detection.format.read(bytes);
  throw noTable(label, detection.foreign);
}

/** Says what a file is that should have been a table. */
export function noTable(name: string, { label, hint }: Foreign): Error {
  return new Error(t`"${name}" is ${label}, not a calibration table that can be read here. ${hint}`);
}
