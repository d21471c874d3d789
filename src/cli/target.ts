/** The format that a table is written in. */
import type { WritableFormat } from '../core/formats/format.js';
import { WRITABLE_FORMATS } from '../core/formats/index.js';
import { Failure } from './failure.js';
import { STANDARD_STREAM } from './streams.js';
import type { HeaderOptions } from './targetHeader.js';

/** The id of a model with Q/DQ pairs, which is no table of its own. */
export const QDQ_FORMAT = 'onnx-qdq';

export const FORMAT_IDS = [...WRITABLE_FORMATS.map(({ id }) => id), QDQ_FORMAT].join(', ');

/** Throws {@link Failure} for an id of none. */
export function targetFormat(id: string): WritableFormat {
  const format = WRITABLE_FORMATS.find((known) => known.id === id);
  if (!format) throw new Failure(`--to ${id}: this version writes ${FORMAT_IDS}.`);
  return format;
}

/** Throws {@link Failure} when there is no header for what the options say. */
export function refuseHeaderOptions({ id, hasHeader }: WritableFormat, { trtVersion, algorithm }: HeaderOptions): void {
  if (hasHeader || (trtVersion ?? algorithm) === undefined) return;
  throw new Failure(
    `--to ${id}: this format has no header for ${trtVersion === undefined ? '--algorithm' : '--trt-version'}.`,
  );
}

/** Some readers lower-case the path that they are given. */
export function pathNotes({ findsNoCapitals }: WritableFormat, output: string): string[] {
  const breaks = findsNoCapitals && output !== STANDARD_STREAM && output !== output.toLowerCase();
  return breaks
    ? [
        `nvdla_compiler lower-cases the path given to --calibtable: it will not find "${output}". Use a path without capital letters.`,
      ]
    : [];
}
