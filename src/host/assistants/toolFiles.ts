import * as vscode from 'vscode';
import { yardstickOf, type Yardstick } from '../../core/check/yardstick.js';
import type { ToolFiles } from '../../core/answers/tool.js';
import { readTable } from '../editor/readTable.js';
import type { HostServices } from '../ui/services.js';
import { isLarge } from '../work/large.js';
import { t } from '../../core/texts/translate.js';

/** The file that an assistant means: a URI, an absolute path, or a path in the workspace. */
export function fileAt(path: string): vscode.Uri {
  if (/^[a-z][\w+.-]+:\//i.test(path)) return vscode.Uri.parse(path, true);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return vscode.Uri.file(path);
  if (/^([a-z]:)?[\\/]/i.test(path)) return folder.uri.with({ path: vscode.Uri.file(path).path });
  return vscode.Uri.joinPath(folder.uri, path.replaceAll('\\', '/'));
}

/** Files as the user sees them now, unsaved edits included. */
export function toolFiles(services: HostServices, token: vscode.CancellationToken): ToolFiles {
  const yardstick = (path: string): Promise<Yardstick> => measure(path, services);
  return {
    table: (path) => readTable(fileAt(path), services, token),
    yardstick,
    network: async (path) => (await yardstick(path)).network ?? unreadable(path),
  };
}

async function measure(path: string, { background }: HostServices): Promise<Yardstick> {
  const uri = fileAt(path);
  const file = { bytes: await vscode.workspace.fs.readFile(uri), label: uri.path };
  // Of a large file the worker's error has the words alone: whatever it is, it may hold pieces of the file.
  const measured = await background
    .run('measure', file, { isSmall: !isLarge(file.bytes) })
    .catch(() => unreadable(path));
  return yardstickOf(measured);
}

function unreadable(path: string): never {
  throw new Error(t`"${path}" holds no network and no build log that can be read.`);
}
