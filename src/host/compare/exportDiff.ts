import * as vscode from 'vscode';
import { STAY } from '../ui/ask.js';
import { diffTables, type Diff } from '../../core/diff/diff.js';
import { delimitedText } from '../../core/render/delimited.js';
import { diffGrid } from '../../core/diff/report/diffGrid.js';
import { diffJson } from '../../core/diff/report/diffJson.js';
import { diffMarkdown, type ReportSide } from '../../core/diff/report/diffReport.js';
import { jsonText } from '../../core/render/json.js';
import { GIT_SCHEME } from './git/gitUri.js';
import type { HostServices } from '../ui/services.js';
import { readSide, type Side } from './sides.js';

interface Format extends vscode.QuickPickItem {
  readonly extension: string;
  readonly write: (before: Side, after: Side, diff: Diff) => string;
}

/** The same texts as the command line's. */
const FORMATS: readonly Format[] = [
  {
    label: 'CSV',
    description: 'every entry of both tables',
    extension: 'csv',
    write: (_before, _after, diff) => delimitedText(diffGrid(diff), ','),
  },
  {
    label: 'Markdown',
    description: 'what changed, for a pull request',
    extension: 'md',
    write: (before, after, diff) => diffMarkdown(reportSide(before), reportSide(after), diff),
  },
  {
    label: 'JSON',
    description: 'every entry, as "calibration-tables diff --json" prints it',
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
  const format = await vscode.window.showQuickPick(FORMATS, {
    ...STAY,
    title: 'Export Comparison',
    placeHolder: 'As which kind of file?',
  });
  const target =
    format &&
    (await vscode.window.showSaveDialog({
      defaultUri: suggested(before, after, format),
      filters: { [format.label]: [format.extension] },
      title: 'Export Comparison',
    }));
  if (!target) return;
  const [oldSide, newSide] = await Promise.all([readSide(before, services), readSide(after, services)]);
  const diff = diffTables(oldSide.document.table, newSide.document.table, threshold);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(format.write(oldSide, newSide, diff)));
  vscode.window.setStatusBarMessage(`Exported the comparison to ${vscode.workspace.asRelativePath(target)}`, 5000);
}

/** Beside a file that is on disk: what git has is beside nothing. */
function suggested(before: vscode.Uri, after: vscode.Uri, { extension }: Format): vscode.Uri {
  const beside = after.scheme === GIT_SCHEME ? before : after;
  const stem = (uri: vscode.Uri): string => (uri.path.split('/').pop() ?? '').replace(/\.[^.]+$/, '');
  const name = stem(before) === stem(after) ? stem(after) : `${stem(before)}-${stem(after)}`;
  return vscode.Uri.joinPath(beside, '..', `${name}-diff.${extension}`);
}

function reportSide({ label, document }: Side): ReportSide {
  return { name: label, header: document.table.header };
}
