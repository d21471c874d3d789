import * as vscode from 'vscode';
import type { HostServices } from './services.js';
import type { SafeText } from '../../core/render/safe.js';

/** A webview in a tab of its own, kept when it is hidden: what it shows took long, or was mended by hand. */
export function openPanel(viewType: string, title: SafeText): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, {
    enableFindWidget: false,
    retainContextWhenHidden: true,
  });
}

/** Gives a webview's tab our icon. */
export function setIcon(panel: vscode.WebviewPanel, { extensionUri }: Pick<HostServices, 'extensionUri'>): void {
  const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', `table-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
}

/** Names a webview's tab. */
export function setTitle(panel: vscode.WebviewPanel, title: SafeText): void {
  panel.title = title;
}

/** Shows two texts in VS Code's own diff editor. */
export async function openDiff(before: vscode.Uri, after: vscode.Uri, title: SafeText): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', before, after, title);
}
