import * as vscode from 'vscode';
import { counted, grouped } from '../../../core/render/counts.js';
import { safe, safeText } from '../../../core/render/safe.js';
import { activeFile } from '../../ui/activeFile.js';
import { baseName } from '../../ui/baseName.js';
import { registerCommand } from '../../ui/commands.js';
import { tellInStatusBar } from '../../ui/notify.js';
import { pickTable } from '../../ui/pickTable.js';
import type { HostServices } from '../../ui/services.js';
import type { OpenFiles } from '../openFiles.js';
import { openTable } from '../openTable.js';
import { borrowValues } from './borrowValues.js';
import { t } from '../../../core/texts/translate.js';

/** *Show Values From…*: a table borrows another file's histograms. The second argument is that file, for callers that know it. */
export function registerValuesCommand(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  return registerCommand(services, 'showValuesFrom', (uri?: vscode.Uri, given?: unknown) =>
    showValuesFrom(services, openFiles, uri, given instanceof vscode.Uri ? given : undefined),
  );
}

async function showValuesFrom(
  services: HostServices,
  openFiles: OpenFiles,
  uri: vscode.Uri | undefined,
  given: vscode.Uri | undefined,
): Promise<void> {
  const table = uri ?? activeFile() ?? (await pickTable(services, safe`Show values: choose a table`));
  if (!table) return;
  const title = safe`Show what the values of "${baseName(table)}" look like: choose onnxruntime's calibration.json`;
  const source = given ?? (await pickTable(services, title, table));
  const file = source && (await openTable(table, openFiles));
  if (!source || file?.content.kind !== 'table') return;
  const shared = await borrowValues(file, source, services);
  await services.valueSources.remember(table, source);
  const { names } = file.content.document.table;
  tellInStatusBar(
    safe`Values of ${grouped(shared)} of ${counted(names.length, t`entry`, t`entries`)}, from ${safeText(baseName(source))}`,
    8000,
  );
}
