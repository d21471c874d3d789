import * as vscode from 'vscode';
import { safe } from '../../core/render/safe.js';
import { askNewFile, askOne, type Choice } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { writeFile } from '../ui/writeFile.js';
import { tellInStatusBar } from '../ui/notify.js';
import { diffTables, type Diff } from '../../core/diff/diff.js';
import { delimitedText } from '../../core/render/delimited.js';
import { diffGrid } from '../../core/diff/report/diffGrid.js';
import { diffJson } from '../../core/diff/report/diffJson.js';
import { diffMarkdown, type ReportSide } from '../../core/diff/report/diffReport.js';
import { jsonText } from '../../core/render/json.js';
import { GIT_SCHEME } from './git/gitUri.js';
import type { HostServices } from '../ui/services.js';
import { readSide, type Side } from './sides.js';

interface Format extends Choice {
  readonly extension: string;
  readonly write: (before: Side, after: Side, diff: Diff) => string;
}

const TITLE = safe`Export Comparison`;

/** The same texts as the command line's. */
const FORMATS: readonly Format[] = [
  {
    label: safe`CSV`,
    description: safe`every entry of both tables`,
    extension: 'csv',
    write: (_before, _after, diff) => delimitedText(diffGrid(diff), ','),
  },
  {
    label: safe`Markdown`,
    description: safe`what changed, for a pull request`,
    extension: 'md',
    write: (before, after, diff) => diffMarkdown(reportSide(before), reportSide(after), diff),
  },
  {
    label: safe`JSON`,
    description: safe`every entry, as "calibration-tables diff --json" prints it`,
    extension: 'json',
    write: (before, after, diff) => [...jsonText(diffJson(before.label, after.label, diff))].join(''),
  },
];

/** Asks for a format and a file, and writes the comparison of two files as they are now. */
export async function exportDiff(
  before: vscode.Uri,
  after: vscode.Uri,
  threshold: number,
  services: HostServices,
): Promise<void> {
  const format = await askOne(FORMATS, { title: TITLE, placeHolder: safe`As which kind of file?` });
  const target =
    format &&
    (await askNewFile({
      defaultUri: suggested(before, after, format),
      filters: { [format.label]: [format.extension] },
      title: TITLE,
    }));
  if (!target) return;
  const [oldSide, newSide] = await Promise.all([readSide(before, services), readSide(after, services)]);
  const diff = diffTables(oldSide.document.table, newSide.document.table, threshold);
  await writeFile(target, new TextEncoder().encode(format.write(oldSide, newSide, diff)));
  tellInStatusBar(safe`Exported the comparison to ${vscode.workspace.asRelativePath(target)}`, 5000);
}

/** Beside a file that is on disk: what git has is beside nothing. */
function suggested(before: vscode.Uri, after: vscode.Uri, { extension }: Format): vscode.Uri {
  const beside = after.scheme === GIT_SCHEME ? before : after;
  const stem = (uri: vscode.Uri): string => baseName(uri).replace(/\.[^.]+$/, '');
  const name = stem(before) === stem(after) ? stem(after) : `${stem(before)}-${stem(after)}`;
  return vscode.Uri.joinPath(beside, '..', `${name}-diff.${extension}`);
}

function reportSide({ label, document }: Side): ReportSide {
  return { name: label, header: document.table.header };
}
