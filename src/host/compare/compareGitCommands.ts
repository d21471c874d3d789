import * as vscode from 'vscode';
import { STAY } from '../ui/ask.js';
import type { DiffPanels } from './diffPanels.js';
import type { GitCommit } from './git/gitApi.js';
import { shortHash } from './git/gitUri.js';
import { commitsOf, inCommit, inHead } from './git/gitVersions.js';
import { activeFile } from '../ui/activeFile.js';
import { pickTable } from '../ui/pickTable.js';
import { told } from '../ui/told.js';

interface CommitItem extends vscode.QuickPickItem {
  readonly hash: string;
}

/** *Compare Table with HEAD* and *… with Commit…*: the version that git has is the old one. */
export function registerCompareGitCommands(panels: DiffPanels): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('calibrationTables.compareWithHead', (target: unknown) =>
      told(async () => {
        const file = await fileOf(target);
        if (file) panels.show(await inHead(file), file);
      }),
    ),
    vscode.commands.registerCommand('calibrationTables.compareWithCommit', (target: unknown) =>
      told(async () => {
        const file = await fileOf(target);
        const hash = file && (await pickCommit(file));
        if (file && hash) panels.show(await inCommit(file, hash), file);
      }),
    ),
  );
}

/** The file of a menu (the source control view hands over a resource, others a URI), the active one, or a chosen one. */
async function fileOf(target: unknown): Promise<vscode.Uri | undefined> {
  const { resourceUri } = (target ?? {}) as { resourceUri?: unknown };
  const file = [resourceUri, target].find((candidate) => candidate instanceof vscode.Uri) as vscode.Uri | undefined;
  return file ?? activeFile() ?? (await pickTable('Compare with an earlier version: choose the table'));
}

async function pickCommit(file: vscode.Uri): Promise<string | undefined> {
  const items = commitsOf(file).then((commits) => commits.map(itemOf));
  const title = `Compare "${vscode.workspace.asRelativePath(file)}" with a commit`;
  return (
    await vscode.window.showQuickPick<CommitItem>(items, {
      ...STAY,
      title,
      placeHolder: 'Commits that changed the file',
      matchOnDescription: true,
      matchOnDetail: true,
    })
  )?.hash;
}

function itemOf({ hash, message, authorName, authorDate }: GitCommit): CommitItem {
  const [subject = ''] = message.split('\n');
  return {
    label: subject,
    description: shortHash(hash),
    detail: [authorName, authorDate?.toLocaleString()].filter(Boolean).join(', '),
    hash,
  };
}
