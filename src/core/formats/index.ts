/** The registry of formats, and the answer to "what is this file?". */
import type { FormatId } from '../table.js';
import { FOREIGN_KINDS } from './foreign.js';
import type { TableDocument, TableFormat } from './format.js';
import { nvdla } from './nvdla.js';
import { RECOGNISED_KINDS } from './recognised.js';
import { sampleOf } from './sample.js';
import { tensorrt } from './tensorrt.js';

/** Every format that can be read. */
export const FORMATS: readonly TableFormat[] = [tensorrt, nvdla];

/** A file that is no table we read: what it is, for people. */
export interface Foreign {
  /** A format id of a table that is recognised but not read, or a kind of foreign file. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly text: boolean;
}

export type Detection =
  | { readonly kind: 'table'; readonly format: TableFormat }
  /** A calibration table of a format that can't be read here. */
  | { readonly kind: 'recognised'; readonly foreign: Foreign }
  | { readonly kind: 'foreign'; readonly foreign: Foreign };

/** Below this a detector is guessing. */
const SURE_ENOUGH = 0.5;

/** What a file is, by its content; the name (or path) is only a hint. Always answers. */
export function detect(bytes: Uint8Array, name: string): Detection {
  const sample = sampleOf(bytes, name);
  const [best] = FORMATS.map((format) => ({ format, score: format.detect(sample) })).sort((a, b) => b.score - a.score);
  if (best && best.score >= SURE_ENOUGH) return { kind: 'table', format: best.format };
  const recognised = RECOGNISED_KINDS.find(({ test }) => test(sample));
  if (recognised) return { kind: 'recognised', foreign: describe(recognised) };
  const foreign = FOREIGN_KINDS.find(({ test }) => test(sample));
  if (!foreign) throw new Error('The last foreign kind takes everything.');
  return { kind: 'foreign', foreign: describe(foreign) };
}

/** The format with this id. Throws RangeError when there is none that can be read. */
export function formatById(id: string): TableFormat {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new RangeError(`There is no format "${id}" (known: ${FORMATS.map((known) => known.id).join(', ')}).`);
  return format;
}

/** The format of a table. */
export function formatOf({ table }: TableDocument): TableFormat {
  return formatById(table.format satisfies FormatId);
}

function describe({ id, label, hint, text }: Foreign): Foreign {
  return { id, label, hint, text };
}
