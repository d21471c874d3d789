import { execFileSync } from 'node:child_process';
import type { Locator } from 'playwright-core';
import type { Settings } from '../../support/settings.js';
import type { Workbench } from '../../support/workbench/workbench.js';

/** Settings with which VS Code finds the repository of a test. */
export const gitSettings: Settings = {
  'git.enabled': true,
  'git.autoRepositoryDetection': true,
  'git.openRepositoryInParentFolders': 'always',
  'git.autofetch': false,
};

/** Runs git in a folder, as somebody. */
export function git(folder: string, ...args: string[]): void {
  const somebody = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...somebody, ...args], { cwd: folder, stdio: 'pipe' });
}

/** Commits all that a folder holds. */
export function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', message);
}

/** Shows the source control view of a repository that was made after VS Code had started. */
export async function showSourceControl(vscode: Workbench): Promise<void> {
  await vscode.runCommand('Git: Open Repository');
  await vscode.quickInput.cancel().catch(() => undefined);
  await vscode.reload();
  await vscode.press('Control+Shift+G', 'g');
}

/** A changed file in the source control view. */
export function changedFile(vscode: Workbench, name: string): Locator {
  return vscode.page.locator('.scm-view .monaco-list-row .resource').filter({ hasText: name });
}
