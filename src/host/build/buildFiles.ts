/** Which file is a build's, and which table goes with it. */
import * as vscode from 'vscode';
import { BUILD_NAMES } from '../../core/build/fileNames.js';
import { safe, safeText, withIcon } from '../../core/render/safe.js';
import type { Packed } from '../../protocol/packedNames.js';
import type { BuildMessage } from '../../protocol/build.js';
import { currentBytes } from '../editor/readTable.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { askFile, type Choice } from '../ui/ask.js';
import { askWhileSearching } from '../ui/askWhileSearching.js';
import { baseName } from '../ui/baseName.js';
import { findByName } from '../ui/findByName.js';
import { partlySearched } from '../ui/partlySearched.js';
import type { HostServices } from '../ui/services.js';
import { isLarge } from '../work/large.js';
import { t } from '../../core/texts/translate.js';

const MOST_FILES = 100;

/** Reads what a build did, also against another one; null where the source is no build's. Throws Error for a table or another build that is none. */
export async function readBuild(
  source: vscode.Uri,
  table: vscode.Uri | null,
  services: HostServices,
  other: vscode.Uri | null = null,
  token?: vscode.CancellationToken,
): Promise<Packed<BuildMessage> | null> {
  const [from, ofTable, against] = await Promise.all([
    fileOf(source, services),
    table && fileOf(table, services),
    other && fileOf(other, services),
  ]);
  const isSmall = ![from, ofTable, against].some((file) => file && isLarge(file.bytes));
  return services.background.run('build', { source: from, table: ofTable, against }, { token, isSmall });
}

/** Whether a file tells of a build: a table in our editor does not, unless it was read of a log. */
export async function isBuild(uri: vscode.Uri, services: HostServices, openFiles: OpenFiles): Promise<boolean> {
  const content = openFiles.fileOf(uri)?.content;
  if (content?.kind === 'table') return content.document.format.id === 'trt-log';
  return (await readBuild(uri, null, services)) !== null;
}

/** The table that a build says it read, where it lies beside the source; null where there is none. */
export async function tableBeside(source: vscode.Uri, cachePath: string | null): Promise<vscode.Uri | null> {
  const name = cachePath?.split(/[/\\]/).at(-1);
  if (!name) return null;
  const uri = vscode.Uri.joinPath(source, '..', name);
  return vscode.workspace.fs.stat(uri).then(
    () => uri,
    () => null,
  );
}

interface Item extends Choice {
  readonly uri?: vscode.Uri;
}

/** Lets the user choose what a build left: files of the workspace with usual names, or any other. Undefined: cancelled. */
export async function pickBuild(near: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const title = safe`What the build did: choose its log, or the engine inspector's JSON`;
  const browse: Item = { label: withIcon('folder-opened', safe`Browse…`), alwaysShow: true };
  const folder = near && vscode.Uri.joinPath(near, '..').toString();
  const isFar = (uri: vscode.Uri): number => (vscode.Uri.joinPath(uri, '..').toString() === folder ? 0 : 1);
  const all = findByName(BUILD_NAMES, MOST_FILES).then(({ files, isWhole }): Item[] => [
    ...[...files].sort((a, b) => isFar(a) - isFar(b) || a.path.localeCompare(b.path)).map(itemOf),
    ...partlySearched(isWhole),
    browse,
  ]);
  const chosen = await askWhileSearching([browse], all, {
    title,
    placeHolder: safe`What trtexec --verbose printed, or the file of --exportLayerInfo`,
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  const filters = { [t`Logs and JSON`]: ['log', 'txt', 'json'], [t`All files`]: ['*'] };
  return chosen.uri ?? askFile(title, filters);
}

function itemOf(uri: vscode.Uri): Item {
  const description = safeText(vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..')));
  return { label: safeText(baseName(uri)), description, uri };
}

async function fileOf(
  uri: vscode.Uri,
  services: HostServices,
): Promise<{
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly label: string;
  readonly uri: string;
}> {
  return { bytes: await currentBytes(uri, services), path: uri.path, label: baseName(uri), uri: uri.toString() };
}
