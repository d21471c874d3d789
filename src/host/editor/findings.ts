import { applyRules, type Finding, type RuleSettings } from '../../core/check/index.js';
import { RunningCheck } from '../../core/check/runningCheck.js';
import { understatedRanges } from '../../core/check/understated.js';
import { limitFindings } from '../../core/check/limits.js';
import type { Coverage } from '../../core/check/coverage.js';
import type { TableDocument } from '../../core/formats/format.js';
import { inTurns } from '../work/inSlices.js';
import { limitSettings, ruleSettings } from '../ui/settings.js';
import type { TableFile } from './tableFile.js';

interface Known {
  readonly document: TableDocument;
  readonly coverage: Coverage | null;
  readonly sibling: TableDocument | null;
  readonly settings: { readonly rules: RuleSettings; readonly limits: ReturnType<typeof limitSettings> };
  readonly findings: readonly Finding[];
}

/** The latest answer for each file: every view of it and the Problems panel ask for the same list. */
const known = new WeakMap<TableFile, Known>();
const checks = new WeakMap<TableFile, RunningCheck>();
const preparedFor = new WeakMap<TableFile, TableDocument>();
/** Fewer entries are looked at in a moment. */
const MANY = 20_000;

/** What is noteworthy about a file as it stands, with the severities that its user wants. */
export function findingsOf(file: TableFile): readonly Finding[] {
  if (file.content.kind !== 'table') return [];
  const {
    content: { document, checked },
    coverage,
    sibling,
  } = file;
  const settings = { rules: ruleSettings(file.uri), limits: limitSettings(file.uri) };
  const latest = known.get(file);
  if (
    latest?.document === document &&
    latest.coverage === coverage &&
    latest.sibling === sibling &&
    JSON.stringify(latest.settings) === JSON.stringify(settings)
  )
    return latest.findings;
  const beside = sibling ? understatedRanges(document, sibling) : [];
  if (checked) void prepare(file, document);
  const found = checked ?? checkedAlong(file, document);
  const findings = applyRules(
    [...(coverage?.findings ?? []), ...beside, ...limitFindings(document, settings.limits), ...found],
    settings.rules,
  );
  known.set(file, { document, coverage, sibling, settings, findings });
  return findings;
}

/** Makes ready for the first edit of a large table: to look at a million entries at once would hold up the host. */
async function prepare(file: TableFile, document: TableDocument): Promise<void> {
  if (!document.format.edit || document.table.names.length < MANY || preparedFor.get(file) === document) return;
  preparedFor.set(file, document);
  // An edit that comes sooner does not wait, and needs a check of its own.
  const isWanted = (): boolean => file.content.kind === 'table' && file.content.document === document;
  const check = await inTurns(RunningCheck.inParts(document), isWanted);
  if (check) checks.set(file, check);
}

/** The findings of the table by itself. Where an edit led to it from the document that was checked last, only that edit is looked at. */
function checkedAlong(file: TableFile, document: TableDocument): readonly Finding[] {
  const { latest } = file;
  const check = checks.get(file);
  if (check?.document === document) return check.findings();
  if (check && latest?.before === check.document) {
    check.follow(document, latest.change);
    return check.findings();
  }
  const fresh = new RunningCheck(document);
  checks.set(file, fresh);
  return fresh.findings();
}
