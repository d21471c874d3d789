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
  if (fits(fileName, TABLE_NAMES)) return true;
  const [line = ''] = start.trimStart().split(/\r?\n/, 1);
  return ['trt', 'legacy'].includes(parseHeader(line).kind) || NVDLA_START.test(start);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
