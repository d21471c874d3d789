import { applyRules, checkDocument, type Finding, type RuleSettings } from '../../core/check/index.js';
import type { Coverage } from '../../core/check/coverage.js';
import type { TableDocument } from '../../core/formats/format.js';
import { ruleSettings } from '../ui/settings.js';
import type { TableFile } from './document.js';

interface Known {
  readonly document: TableDocument;
  readonly coverage: Coverage | null;
  readonly settings: RuleSettings;
  readonly findings: readonly Finding[];
}

/** The latest answer for each file: every view of it and the Problems panel ask for the same list. */
const known = new WeakMap<TableFile, Known>();

/** What is noteworthy about a file as it stands, with the severities that its user wants. */
export function findingsOf(file: TableFile): readonly Finding[] {
  if (file.content.kind !== 'table') return [];
  const {
    content: { document, checked },
    coverage,
  } = file;
  const settings = ruleSettings(file.uri);
  const latest = known.get(file);
  if (
    latest?.document === document &&
    latest.coverage === coverage &&
    JSON.stringify(latest.settings) === JSON.stringify(settings)
  )
    return latest.findings;
  const findings = applyRules([...(coverage?.findings ?? []), ...(checked ?? checkDocument(document))], settings);
  known.set(file, { document, coverage, settings, findings });
  return findings;
}
