import * as vscode from 'vscode';
import { TEXTS } from '../core/texts/translate.js';
import { loadBundle } from './platform/loadBundle.js';
import type { activateFeatures } from './allFeatures.js';
import { Asleep } from './wake/asleep.js';

/**
 * Stays small: VS Code starts an extension that waits for JSON in every window, as it opens its own settings. What the extension does
 * is loaded when the first table, command or view asks for it.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  // Before the rest is loaded: constants of its modules are texts, too.
  Object.assign(globalThis, { [TEXTS]: vscode.l10n.bundle });
  const asleep = new Asleep(context, async () => {
    const features = await loadBundle(context.extensionUri, 'allFeatures.js');
    return (features as { activateFeatures: typeof activateFeatures }).activateFeatures(context);
  });
  await asleep.watch();
}
