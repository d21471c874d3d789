import { endColumns } from '../formats/endColumns.js';
import { formatById } from '../formats/index.js';
import type { TableDocument } from '../formats/format.js';
import type { CalibrationTable } from '../table/table.js';
import type { TableAnswer } from './shapes.js';

/** A table from plain data, which may have been JSON in between: there a number that JSON can't hold is a string. */
export function tableOfAnswer({ format, header, quantity, entries }: TableAnswer): CalibrationTable {
  const { id, storage } = formatById(format);
  const { legacyNumbers, ...line } = header;
  const bits = Uint32Array.from(entries, (entry) => Number.parseInt(entry.bits, 16));
  return {
    format: id,
    header: legacyNumbers ? { ...line, legacyNumbers } : line,
    quantity,
    names: entries.map(({ name }) => name),
    values: Float64Array.from(entries, ({ value }) => Number(value)),
    ...(storage === 'float32' ? { bits } : {}),
    ...endColumns(entries.map(({ min, max }) => (min === undefined || max === undefined ? undefined : [min, max]))),
  };
}

/** The same as a file of its format. Throws Error for a format that is only read. */
export function documentOfAnswer(answer: TableAnswer): TableDocument {
  const format = formatById(answer.format);
  if (!format.write)
    throw new Error(`A ${format.label} is only read: hand over the table itself that was read, not a copy of it.`);
  const { raw } = answer.header;
  return format.read(format.write(tableOfAnswer(answer), raw === null ? {} : { header: raw }));
}
