/** Findings as lines for a terminal. */
import { findingLine as lineOf } from '../core/answers/findingText.js';
import type { Finding } from '../core/check/index.js';
import { shownName } from './input.js';

export { countsText, plural } from '../core/answers/findingText.js';

export function findingLine(file: string, finding: Finding): string {
  return lineOf(shownName(file), finding);
}
