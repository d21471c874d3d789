import * as vscode from 'vscode';
import type { OwnText } from '../../core/texts/translate.js';
import type { SafeLines, SafeText } from '../../core/render/safe.js';

export type Gravity = 'info' | 'warning' | 'error';

/** Shows a notification and answers the button that was pressed; undefined when it was closed. */
export function notify(
  gravity: Gravity,
  message: SafeText,
  ...buttons: readonly OwnText[]
): Thenable<string | undefined> {
  return shower(gravity)(message, {}, ...buttons);
}

/** What a dialog says and offers. */
export interface Question {
  readonly message: SafeText;
  readonly detail?: SafeLines;
  /** Written by us, never read from a file. */
  readonly buttons: readonly OwnText[];
}

/** Asks in a dialog that has to be answered; undefined: cancelled. */
export function askInDialog(gravity: Gravity, { message, detail, buttons }: Question): Thenable<string | undefined> {
  return shower(gravity)(message, { modal: true, ...(detail && { detail }) }, ...buttons);
}

/** A word in the status bar, for a few seconds. */
export function tellInStatusBar(message: SafeText, milliseconds: number): void {
  vscode.window.setStatusBarMessage(message, milliseconds);
}

function shower(
  gravity: Gravity,
): (message: string, options: vscode.MessageOptions, ...buttons: string[]) => Thenable<string | undefined> {
  const { showInformationMessage: info, showWarningMessage: warning, showErrorMessage: error } = vscode.window;
  return { info, warning, error }[gravity];
}
