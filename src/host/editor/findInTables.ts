/** *Find Tensor in All Tables…*: which tables of a folder, or of the workspace, have an entry of a name. */
import * as vscode from 'vscode';
import { TABLE_NAMES } from '../../core/formats/tableNames.js';
import { counted } from '../../core/render/counts.js';
import { safe, safeText } from '../../core/render/safe.js';
import { rangesOf } from '../../core/table/stats.js';
import { askLine, askOne, type Choice } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { registerCommand } from '../ui/commands.js';
import { findByName } from '../ui/findByName.js';
import { withSlowProgress } from '../ui/progress.js';
import type { HostServices } from '../ui/services.js';
import type { OpenFiles } from './openFiles.js';
import { openTable } from './openTable.js';
import { readTable } from './readTable.js';
import { t } from '../../core/texts/translate.js';

const TITLE = safe`Find Tensor in All Tables`;
/** More files are not read for one question. */
const MOST_FILES = 500;
/** More hits are no answer. */
const MOST_HITS = 2000;

interface Hit extends Choice {
  readonly uri: vscode.Uri;
  readonly name: string;
}

/** Of a folder that is clicked in the explorer, or else of the workspace. */
export function registerFindInTables(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  return registerCommand(services, 'findInTables', async (folder?: unknown) => {
    const part = await askLine({
      title: TITLE,
      prompt: safe`A part of the tensor's name`,
      problem: (text) => (text.trim() === '' ? t`Type a part of the name.` : null),
    });
    if (part === undefined) return;
    const found = await search(part.trim(), folder instanceof vscode.Uri ? folder : null, services);
    if (!found) return;
    const { hits, isWhole } = found;
    const partly = isWhole ? '' : t`; not all folders were looked at`;
    if (hits.length === 0) throw new Error(t`No table has an entry with "${part.trim()}" in its name${partly}.`);
    const placeHolder = safe`${counted(hits.length, t`entry`, t`entries`)}: go to one${partly}`;
    const chosen = await askOne(hits.slice(0, MOST_HITS), { title: TITLE, placeHolder, matchOnDescription: true });
    if (chosen) await show(chosen, openFiles);
  });
}

/** Undefined: cancelled. A file that is no table is passed over: its name alone has brought it here. */
async function search(
  part: string,
  folder: vscode.Uri | null,
  services: HostServices,
): Promise<{ readonly hits: readonly Hit[]; readonly isWhole: boolean } | undefined> {
  const { files, isWhole } = await findByName(TABLE_NAMES, MOST_FILES, folder ?? undefined);
  return withSlowProgress(safe`Looking for "${part}"`, async (token, onShare) => {
    const hits: Hit[] = [];
    for (const [i, uri] of files.entries()) {
      if (token.isCancellationRequested) break;
      onShare(i / files.length);
      const document = await readTable(uri, services, token).catch(() => null);
      if (!document) continue;
      const ranges = rangesOf(document.table);
      document.table.names.forEach((name, entry) => {
        if (name.toLowerCase().includes(part.toLowerCase())) hits.push(hitOf(uri, name, ranges[entry] ?? NaN));
      });
    }
    return { hits, isWhole };
  });
}

function hitOf(uri: vscode.Uri, name: string, range: number): Hit {
  const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..'));
  return {
    label: safeText(name),
    description: safe`±${Number(range.toPrecision(4))} · ${baseName(uri)} · ${folder}`,
    uri,
    name,
  };
}

async function show({ uri, name }: Hit, openFiles: OpenFiles): Promise<void> {
  const file = await openTable(uri, openFiles);
  if (file?.content.kind !== 'table') return;
  const [view] = openFiles.viewsOf(file);
  view?.reveal(file.content.document.table.names.indexOf(name));
}
