import type { RuleId } from '../findings/catalogue.js';
import type { Finding, Severity } from '../findings/finding.js';

/** A rule's severity as a user wants it, or `off`. */
export type RuleSettings = Partial<Record<RuleId, Severity | 'off'>>;

/** Findings with the severities that a user wants, without those that are off, in the order of the file. */
export function applyRules(found: readonly Finding[], settings: RuleSettings): Finding[] {
  return found.flatMap((item) => applySetting(item, settings[item.rule])).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function applySetting(item: Finding, setting: Severity | 'off' | undefined): Finding[] {
  if (setting === 'off') return [];
  return setting === undefined ? [item] : [{ ...item, severity: setting }];
}
