import * as vscode from 'vscode';
import { safe, type SafeText } from '../../core/render/safe.js';
import { askNewFile, askOne, type Choice } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { writeFile } from '../ui/writeFile.js';
import { tellInStatusBar } from '../ui/notify.js';
import { onDisk } from '../git/gitUri.js';
import type { HostServices } from '../ui/services.js';
import { withSlowProgress } from '../ui/progress.js';
import { isMuchToCompare } from '../work/large.js';
import type { ExportOrder } from '../../worker/jobs/compareJobs.js';
import type { BasePart } from './basePart.js';
import { readPair } from './sides.js';

interface Format extends Choice {
  readonly description: SafeText;
  readonly extension: ExportOrder['as'];
}

const TITLE = safe`Export Comparison`;

const FORMATS: readonly Format[] = [
  { label: safe`CSV`, description: safe`every entry of both tables`, extension: 'csv' },
  { label: safe`Markdown`, description: safe`what changed, for a pull request`, extension: 'md' },
  {
    label: safe`JSON`,
    description: safe`every entry, as "calibration-tables diff --json" prints it`,
    extension: 'json',
  },
  {
    label: safe`Model Explorer`,
    description: safe`which node is which, for its two panes (Sync navigation, Upload mapping)`,
    extension: 'mapping.json',
  },
];

/** Asks for a format and a file, and writes the comparison of two files as they are now; only a CSV has room for their base. */
export async function exportDiff(
  [before, after]: readonly [vscode.Uri, vscode.Uri],
  how: Pick<ExportOrder, 'threshold' | 'byHand'>,
  base: BasePart,
  services: HostServices,
): Promise<void> {
  const format = await askOne(base.uri ? FORMATS.map(withoutBase) : FORMATS, {
    title: TITLE,
    placeHolder: safe`As which kind of file?`,
  });
  const target =
    format &&
    (await askNewFile({
      defaultUri: suggested(before, after, format),
      filters: { [format.label]: [format.extension.split('.').at(-1) ?? ''] },
      title: TITLE,
    }));
  if (!target) return;
  const pair = await readPair(before, after, services);
  const isSmall = !isMuchToCompare(...pair);
  const order: ExportOrder = { pair, ...how, base: await base.read(services), as: format.extension };
  const bytes = await withSlowProgress(TITLE, (token) =>
    services.background.run('exportDiff', order, { token, isSmall }),
  );
  if (!bytes) return;
  await writeFile(target, bytes);
  tellInStatusBar(safe`Exported the comparison to ${vscode.workspace.asRelativePath(target)}`, 5000);
}

/** What a format leaves out of a comparison with a base is said where it is chosen. */
function withoutBase(format: Format): Format {
  if (format.extension === 'csv') return { ...format, description: safe`every entry of both tables, and the base` };
  return { ...format, description: safe`${format.description}; without the base` };
}

/** Beside a file that is on disk: what git has is beside nothing. */
function suggested(before: vscode.Uri, after: vscode.Uri, { extension }: Format): vscode.Uri {
  const beside = onDisk([before, after]);
  const stem = (uri: vscode.Uri): string => baseName(uri).replace(/\.[^.]+$/, '');
  const name = stem(before) === stem(after) ? stem(after) : `${stem(before)}-${stem(after)}`;
  return vscode.Uri.joinPath(beside, '..', `${name}-diff.${extension}`);
}
