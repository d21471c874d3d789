/** Everything that is noteworthy about a document, as one list. */
import type { TableDocument } from '../formats/format.js';
import type { Finding } from '../findings/finding.js';
import { RunningCheck } from './runningCheck.js';
import type { RuleSettings } from './ruleSettings.js';

export { RULE_IDS, RULES, type RuleId } from '../findings/catalogue.js';
export type { Finding, Severity } from '../findings/finding.js';
export { applyRules, type RuleSettings } from './ruleSettings.js';

/** What reading noticed and what the rules find, in the order of the file; findings about the file come first. */
export function checkDocument(document: TableDocument, settings: RuleSettings = {}): Finding[] {
  return new RunningCheck(document).findings(settings);
}
