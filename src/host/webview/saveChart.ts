import * as vscode from 'vscode';
import { utf8Bytes } from '../../core/bytes/bytes.js';
import { safe, safeText } from '../../core/render/safe.js';
import type { ChartFile } from '../../protocol/common.js';
import { askNewFile } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { tellInStatusBar } from '../ui/notify.js';
import { writeFile } from '../ui/writeFile.js';

/** Asks for a file, and writes a chart of a view into it; one beside what the view shows is suggested. */
export async function saveChart(shown: vscode.Uri | null, { extension, content }: ChartFile): Promise<void> {
  const stem = shown && baseName(shown).replace(/\.[^.]+$/, '');
  const target = await askNewFile({
    title: safe`Save Chart`,
    ...(shown && { defaultUri: vscode.Uri.joinPath(shown, '..', `${stem}-chart.${extension}`) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (!target) return;
  await writeFile(target, typeof content === 'string' ? utf8Bytes(content) : content);
  tellInStatusBar(safe`Saved ${safeText(vscode.workspace.asRelativePath(target))}`, 5000);
}
