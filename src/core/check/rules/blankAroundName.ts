import { entryRule, type Rule } from '../rule.js';
import { t } from '../../texts/translate.js';

/** Formats whose readers take every character up to the colon for the name. */
const UNTRIMMED: ReadonlySet<string> = new Set(['tensorrt', 'tensorrt-ranges']);

const eachEntry = entryRule('blank-around-name', ({ table }, index) => {
  const name = table.names[index] ?? '';
  const places = [...(/^[ \t]/.test(name) ? ['before'] : []), ...(/[ \t]$/.test(name) ? ['after'] : [])];
  if (places.length === 0) return null;
  return t`There is a blank ${places.join(t` and `)} the name "${name}", and TensorRT's readers do not trim: it becomes part of the name, and no tensor has it.`;
});

/** A blank at a line's start or before its colon. */
export const blankAroundName: Rule = (document) => (UNTRIMMED.has(document.table.format) ? eachEntry(document) : []);
