/**
 * How long the core takes for big tables, beside the least that any program must do with the same file,
 * measured in the same run: `npx tsx bench/run.ts`. Prints a table; nothing is asserted.
 */
import { textTable } from '../src/core/render/text.js';
import { columns, ratioRow, type Measured } from './measure.js';
import { cacheMeasures, calibMeasures, longLineMeasures } from './measures.js';

const rows: Measured[] = [
  ...cacheMeasures(100_000, 7),
  ...calibMeasures(100_000, 5),
  ...cacheMeasures(1_000_000, 3),
  ...longLineMeasures(15),
];
console.log(textTable({ columns, rows: rows.map(ratioRow) }));
