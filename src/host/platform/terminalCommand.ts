import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import * as vscode from 'vscode';
import { t } from '../../core/texts/translate.js';

/** How a terminal or a task runs the command line: by the program that runs the extension, as Node. */
export function commandLine({ extensionUri }: vscode.ExtensionContext): CommandLine {
  return {
    program: process.execPath,
    script: vscode.Uri.joinPath(extensionUri, 'dist', 'terminal.js').fsPath,
    env: ENV,
  };
}

export interface CommandLine {
  readonly program: string;
  readonly script: string;
  readonly env: Record<string, string>;
}

/** The program is VS Code itself on a desktop; without this it would open a window. */
const ENV = { ELECTRON_RUN_AS_NODE: '1' };

/**
 * Puts `calibration-tables` on the PATH of VS Code's terminals, also of those of the next start: a small script in the extension's own
 * storage. Throws what the file system throws.
 */
export async function offerInTerminal(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.globalStorageUri, 'bin').fsPath;
  await mkdir(folder, { recursive: true });
  const { program, script } = commandLine(context);
  const isWindows = process.platform === 'win32';
  await (isWindows
    ? written(join(folder, 'calibration-tables.cmd'), forWindows(program, script))
    : written(join(folder, 'calibration-tables'), forShell(program, script)));
  const { environmentVariableCollection: variables } = context;
  // eslint-disable-next-line no-restricted-syntax -- A text of ours alone.
  variables.description = t`Adds the command line \`calibration-tables\`.`;
  if (variables.get('PATH')?.value !== folder + delimiter) variables.prepend('PATH', folder + delimiter);
}

/** Written when it is another: a terminal may be reading it. */
async function written(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === text) return;
  await writeFile(path, text);
  await chmod(path, 0o755);
}

function forShell(program: string, script: string): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  return `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec ${quoted(program)} ${quoted(script)} "$@"\n`;
}

function forWindows(program: string, script: string): string {
  const quoted = (text: string): string => `"${text.replaceAll('%', '%%')}"`;
  return `@echo off\r\nsetlocal\r\nset ELECTRON_RUN_AS_NODE=1\r\n${quoted(program)} ${quoted(script)} %*\r\n`;
}
