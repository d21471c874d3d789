/** Everything that is noteworthy about a document, as one list. */
import type { TableDocument } from '../formats/format.js';
import type { RuleId } from '../findings/catalogue.js';
import type { Finding, Severity } from '../findings/finding.js';
import type { Rule } from './rule.js';
import { byteSwapped } from './rules/byteSwapped.js';
import { denormalScale } from './rules/denormalScale.js';
import { duplicateName } from './rules/duplicateName.js';
import { negativeScale } from './rules/negativeScale.js';
import { nonFiniteScale } from './rules/nonFiniteScale.js';
import { blankAroundName } from './rules/blankAroundName.js';
import { implausibleScale } from './rules/implausibleScale.js';
import { neverCalibrated } from './rules/neverCalibrated.js';
import { noEntries } from './rules/noEntries.js';
import { otherSignedness } from './rules/otherSignedness.js';
import { tensorKeyed } from './rules/tensorKeyed.js';
import { zeroScale } from './rules/zeroScale.js';

export { RULE_IDS, RULES, type RuleId } from '../findings/catalogue.js';
export type { Finding, Severity } from '../findings/finding.js';

const TABLE_RULES: readonly Rule[] = [
  noEntries,
  neverCalibrated,
  tensorKeyed,
  byteSwapped,
  duplicateName,
  blankAroundName,
  zeroScale,
  nonFiniteScale,
  negativeScale,
  denormalScale,
  implausibleScale,
  otherSignedness,
];

/** A rule's severity as a user wants it, or `off`. */
export type RuleSettings = Partial<Record<RuleId, Severity | 'off'>>;

/** What reading noticed and what the rules find, in the order of the file; findings about the file come first. */
export function checkDocument(document: TableDocument, settings: RuleSettings = {}): Finding[] {
  const found = TABLE_RULES.flatMap((rule) => rule(document));
  return applyRules([...document.findings, ...withoutTold(found, document.findings)], settings);
}

/** Where reading has said why an entry has no number, no rule says so again. */
function withoutTold(found: readonly Finding[], told: readonly Finding[]): readonly Finding[] {
  const indices = new Set(told.flatMap(({ index, severity }) => (severity === 'error' ? (index ?? []) : [])));
  return found.filter(({ rule, index }) => rule !== 'non-finite-scale' || index === null || !indices.has(index));
}

/** Findings with the severities that a user wants, without those that are off, in the order of the file. */
export function applyRules(found: readonly Finding[], settings: RuleSettings): Finding[] {
  return found.flatMap((item) => applySetting(item, settings[item.rule])).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function applySetting(item: Finding, setting: Severity | 'off' | undefined): Finding[] {
  if (setting === 'off') return [];
  return setting === undefined ? [item] : [{ ...item, severity: setting }];
}
