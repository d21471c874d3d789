import type { RuleId } from './catalogue.js';

/** A rule in as few words as a cell has room for: `zero scale`. */
export function ruleLabel(rule: RuleId): string {
  if (rule === 'non-finite-scale') return 'Inf or NaN';
  return rule.replace(/^nvdla-/, '').replaceAll('-', ' ');
}
