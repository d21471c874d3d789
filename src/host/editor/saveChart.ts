import * as vscode from 'vscode';
import { utf8Bytes } from '../../core/bytes/bytes.js';
import { safe, safeText } from '../../core/render/safe.js';
import type { ChartFile } from '../../protocol/table.js';
import { askNewFile } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { tellInStatusBar } from '../ui/notify.js';
import { writeFile } from '../ui/writeFile.js';

/** Asks for a file, and writes a chart of a table into it. */
export async function saveChart(table: vscode.Uri, { extension, content }: ChartFile): Promise<void> {
  const name = `${baseName(table).replace(/\.[^.]+$/, '')}-ranges.${extension}`;
  const target = await askNewFile({
    title: safe`Save Chart`,
    defaultUri: vscode.Uri.joinPath(table, '..', name),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (!target) return;
  await writeFile(target, typeof content === 'string' ? utf8Bytes(content) : content);
  tellInStatusBar(safe`Saved ${safeText(vscode.workspace.asRelativePath(target))}`, 5000);
}
