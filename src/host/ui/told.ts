import * as vscode from 'vscode';

/** Runs a command; what goes wrong is told to the user. */
export async function told(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
