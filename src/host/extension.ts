import type * as vscode from 'vscode';
import { Asleep } from './wake/asleep.js';

/**
 * Stays small: VS Code starts an extension that waits for JSON in every window, as it opens its own settings. What the extension does
 * is loaded when the first table, command or view asks for it.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const asleep = new Asleep(context, async () => (await import('./allFeatures.js')).activateFeatures(context));
  await asleep.watch();
}
