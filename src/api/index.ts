/**
 * Calibration tables for programs: `import { readTable, diffTables, convert } from 'calibration-tables'`. What is answered is plain
 * data in the shapes of the command line's JSON; it may be copied, sent and stored, and handed back as it comes.
 */
import { conversionAnswer } from '../core/answers/conversionAnswer.js';
import { diffAnswer } from '../core/answers/diffAnswer.js';
import type { DiffAnswer, TableAnswer } from '../core/answers/shapes.js';
import { tableAnswer } from '../core/answers/tableAnswer.js';
import { tableOfAnswer } from '../core/answers/tableOfAnswer.js';
import { diffTables as diff } from '../core/diff/diff.js';
import { detect } from '../core/formats/index.js';
import { conversion } from './conversion.js';
import { documentOf, remember } from './documents.js';
import type { Converted, ConvertOptions, DiffOptions } from './options.js';

export type * from '../core/answers/shapes.js';
export type * from './options.js';

/**
 * Reads a table of any format, by its content.
 * @param bytes the whole file
 * @param name its name or path, a hint where content leaves a doubt
 * @throws Error with a sentence when this is no table
 */
export function readTable(bytes: Uint8Array, name = ''): TableAnswer {
  const found = detect(bytes, name);
  if (found.kind !== 'table')
    throw new Error(`This is no calibration table but ${found.foreign.label}. ${found.foreign.hint}`);
  const document = found.format.read(bytes);
  return remember(tableAnswer(document), document);
}

/** Compares two tables: which tensor is which, which scales changed, and by how much. */
export function diffTables(old: TableAnswer, next: TableAnswer, options: DiffOptions = {}): DiffAnswer {
  const [oldName, newName] = options.names ?? ['', ''];
  return diffAnswer(oldName, newName, diff(tableOfAnswer(old), tableOfAnswer(next), options.threshold));
}

/**
 * Writes a table in another format.
 * @param to the id of the format, such as `nvdla`
 * @throws Error with a sentence when it can't be: no such format, no version for a header, entries that the network needs are missing
 */
export function convert(table: TableAnswer, to: string, options: ConvertOptions = {}): Converted {
  const { bytes, report } = conversion(documentOf(table), to, options);
  return { bytes, report: conversionAnswer(report) };
}
