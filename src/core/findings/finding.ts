import type { Basis } from '../table/statement.js';
import { RULES, type RuleId } from './catalogue.js';

export type Severity = 'error' | 'warning' | 'info';

/** The one model of "something is noteworthy here" that grid, hovers, problems and command line all show. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** Name of the entry it is about, or null when it is about the file. */
  readonly entry: string | null;
  /** Index of that entry (from 0), or null. */
  readonly index: number | null;
  /** Line in the file (from 1), or null where the format has no lines. */
  readonly line: number | null;
  readonly basis: Basis;
}

/** Where a finding stands. */
export interface Place {
  readonly entry?: string;
  readonly index?: number;
  readonly line?: number | undefined;
}

/** A finding of a rule, with the rule's severity and basis unless `severity` says otherwise. Line 0 is that of a file without lines. */
export function finding(rule: RuleId, message: string, place: Place = {}, severity?: Severity): Finding {
  const { severity: usual, basis } = RULES[rule];
  const { entry = null, index = null, line = null } = place;
  return { rule, severity: severity ?? usual, message, entry, index, line: line === 0 ? null : line, basis };
}
