/** Reading tables, and saying what a file is that holds none. */
import { readFile } from 'node:fs/promises';
import { detect, type Detection } from '../core/formats/index.js';
import type { TableDocument } from '../core/formats/format.js';
import { fileFailure, NoTable } from './failure.js';
import { readStandardInput, STANDARD_STREAM } from './streams.js';

/** A table that was read, and from where. */
export interface Input {
  /** As the user named it; `-` is standard input. */
  readonly file: string;
  readonly document: TableDocument;
}

/** Reads a calibration table. Throws {@link Failure} when there is no such file, {@link NoTable} when it holds none. */
export async function readTable(file: string): Promise<Input> {
  const bytes = await readBytes(file);
  const detection = detect(bytes, file === STANDARD_STREAM ? '' : file);
  if (detection.kind !== 'table') throw new NoTable(`${shownName(file)}: ${describe(detection)}`);
  return { file, document: detection.format.read(bytes) };
}

/** How messages name an input. */
export function shownName(file: string): string {
  return file === STANDARD_STREAM ? '<stdin>' : file;
}

/** The bytes of a file, or of standard input. Throws {@link Failure}. */
export async function readBytes(file: string): Promise<Uint8Array> {
  if (file === STANDARD_STREAM) return readStandardInput();
  try {
    return await readFile(file);
  } catch (error) {
    throw fileFailure(file, error);
  }
}

function describe({ foreign }: Exclude<Detection, { kind: 'table' }>): string {
  const { label, hint, text } = foreign;
  const advice = foreign.advice ?? (text ? 'A text editor can show it.' : 'Leave it to the tool that wrote it.');
  return `this is no calibration table but ${label}. ${hint} ${advice}`;
}
