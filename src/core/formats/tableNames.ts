/** Which names tables have, over all formats, and which documents are worth a look at their content. */
import { parseHeader } from '../table/header.js';
import { fits } from './fileNames.js';
import { FORMATS } from './index.js';
import { NVDLA_START } from './nvdla/fileNames.js';

/** Names that are hardly ever anybody else's. */
export const SURE_NAMES: readonly string[] = unique(FORMATS.flatMap(({ fileNames }) => fileNames.sure));
/** Names that are often somebody else's. */
export const POSSIBLE_NAMES: readonly string[] = unique(FORMATS.flatMap(({ fileNames }) => fileNames.possible));
export const TABLE_NAMES: readonly string[] = [...SURE_NAMES, ...POSSIBLE_NAMES];

/** Whether detection is worth its time: the name is one that tables have, or the first characters are those of one. `start` is the text's beginning, a few hundred characters. */
export function mayBeTable(fileName: string, start: string): boolean {
  return fits(fileName, TABLE_NAMES) || NVDLA_START.test(start) || RANGES_START.test(start) || startsWithLines(start);
}

/** ONNX Runtime's JSON: a pair of numbers under a name, or the classes that it names. */
const RANGES_START = /^\s*\{\s*"[^"]{0,500}"\s*:\s*(?:\[\s*-?\d|"TensorsData")/;
/** What stands after an entry's colon: hexadecimal digits or a number. */
const VALUE = /^\s*[-+.\da-f]+\s*$/i;

/** A header, or an entry on one of the first two lines: a cache's first line may be a mere `1`. */
function startsWithLines(start: string): boolean {
  const lines = start.trimStart().split(/\r?\n/, 2);
  return (
    ['trt', 'legacy'].includes(parseHeader(lines[0] ?? '').kind) ||
    lines.some((line) => line.includes(':') && VALUE.test(line.slice(line.lastIndexOf(':') + 1)))
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
