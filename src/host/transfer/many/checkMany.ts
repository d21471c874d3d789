import type * as vscode from 'vscode';
import { applyRules, checkDocument } from '../../../core/check/index.js';
import { countsText, findingLine, plural } from '../../../core/answers/findingText.js';
import { readTable } from '../../editor/readTable.js';
import { ruleSettings } from '../../ui/settings.js';
import type { TransferReport } from '../transferReports.js';
import type { Shared } from '../transferShared.js';
import { forMany, nameOf, summaryOf } from './manyReport.js';
import { t } from '../../../core/texts/translate.js';

/** Checks tables by their own rules, as `calibration-tables check` does. */
export async function checkMany(files: readonly vscode.Uri[], { services }: Shared): Promise<TransferReport> {
  const outcomes = await forMany(t`Checking`, files, async (file, token) => {
    const document = await readTable(file, services, token);
    const findings = applyRules(checkDocument(document), ruleSettings(file));
    const lines = findings.map((finding) => findingLine(nameOf(file), finding));
    const counts = `${nameOf(file)}: ${countsText(findings)} (${plural(document.table.names.length, 'entry')})`;
    const isFound = findings.some(({ severity }) => severity !== 'info');
    return { kind: isFound ? 'found' : 'done', text: [...lines, counts].join('\n') };
  });
  return summaryOf(t`Checked`, outcomes);
}
