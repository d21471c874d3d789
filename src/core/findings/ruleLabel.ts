import type { RuleId } from './catalogue.js';
import { t } from '../texts/translate.js';
import { word } from '../texts/words.js';

/** A rule in as few words as a cell has room for: `zero scale`. */
export function ruleLabel(rule: RuleId): string {
  if (rule === 'non-finite-scale') return t`Inf or NaN`;
  return word(rule.replace(/^nvdla-/, '').replaceAll('-', ' '));
}
