import * as vscode from 'vscode';
import { registerCommand } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';
import { TABLE_EDITOR } from '../editor/viewTypes.js';

const TABLE = 'resnet34/resnet34-trt7203.cache';
const COMPARED = ['detector/detector-trt7203.cache', 'detector/detector-trt8601.cache'] as const;

/** *Open Sample Table* and *Open Sample Comparison*: copies that may be edited, where VS Code keeps files of extensions. */
export function registerSamples(services: HostServices, storage: vscode.Uri): vscode.Disposable {
  const copy = (name: string): Promise<vscode.Uri> => copied(name, services.extensionUri, storage);
  return vscode.Disposable.from(
    registerCommand(services, 'openSampleTable', async () => {
      await vscode.commands.executeCommand('vscode.openWith', await copy(TABLE), TABLE_EDITOR);
    }),
    registerCommand(services, 'openSampleComparison', async () => {
      const [before, after] = await Promise.all(COMPARED.map(copy));
      await vscode.commands.executeCommand('calibrationTables.compareWith', before, after);
    }),
  );
}

/** A fresh copy of a sample; one with unsaved edits stays as it is. */
async function copied(name: string, extension: vscode.Uri, storage: vscode.Uri): Promise<vscode.Uri> {
  const target = vscode.Uri.joinPath(storage, 'samples', name);
  if (isDirty(target)) return target;
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'samples', name));
  await vscode.workspace.fs.writeFile(target, bytes);
  return target;
}

function isDirty(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(
    ({ input, isDirty: dirty }) =>
      dirty && (input as { uri?: vscode.Uri } | undefined)?.uri?.toString() === uri.toString(),
  );
}
