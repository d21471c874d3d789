/** Findings as a SARIF 2.1.0 log, which code hosts show beside the lines of a change. */
import { RULE_IDS, RULES } from '../findings/catalogue.js';
import type { Finding, Severity } from '../findings/finding.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF's words for our severities. */
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** What was found in one file. */
export interface CheckedFile {
  /** A URI, relative to where the check ran or absolute. */
  readonly uri: string;
  readonly findings: readonly Finding[];
}

/**
 * The log of one run over some files.
 * @param version this tool's own version
 */
export function sarifLog(files: readonly CheckedFile[], version: string): object {
  const driver = { name: 'calibration-tables', version, rules: RULE_IDS.map(ruleDescriptor) };
  const results = files.flatMap(({ uri, findings }) => findings.map((item) => resultOf(item, uri)));
  return { $schema: SCHEMA, version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] };
}

function ruleDescriptor(id: (typeof RULE_IDS)[number]): object {
  const { title, severity, basis } = RULES[id];
  return {
    id,
    shortDescription: { text: title },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { basis },
  };
}

function resultOf({ rule, severity, message, entry, index, line, basis }: Finding, uri: string): object {
  const region = line === null ? {} : { region: { startLine: line } };
  const logical = entry === null ? {} : { logicalLocations: [{ name: entry, kind: 'member' }] };
  return {
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, ...region }, ...logical }],
    properties: { basis, ...(index === null ? {} : { index }) },
  };
}
