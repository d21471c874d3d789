/** Where a build works: on the files themselves, or on copies of them in a folder of its own. */
import * as vscode from 'vscode';
import { STAGED, type BuildPlaces } from '../../../core/build/buildCommand.js';

/** What is built, and where its traces go. */
export interface BuildFiles {
  readonly table: vscode.Uri;
  readonly model: vscode.Uri;
  readonly weights: vscode.Uri | null;
  readonly log: vscode.Uri;
  readonly layers: vscode.Uri;
}

/** The traces of a build stand beside its table and are called by it. */
export function tracesOf(table: vscode.Uri): Pick<BuildFiles, 'log' | 'layers'> {
  const stem =
    table.path
      .split('/')
      .pop()
      ?.replace(/\.[^.]+$/, '') || 'table';
  const beside = (ending: string): vscode.Uri => vscode.Uri.joinPath(table, '..', `${stem}${ending}`);
  return { log: beside('.build.log'), layers: beside('.layers.json') };
}

/** What stands for the placeholders. With a folder, models and tables of any name are found there under names of ours. */
export function placesOf(files: BuildFiles, folder: string): BuildPlaces {
  return {
    table: files.table.fsPath,
    model: files.model.fsPath,
    weights: files.weights?.fsPath ?? '',
    layers: files.layers.fsPath,
    folder,
  };
}

/** Puts copies of table and model into the folder. */
export async function stage({ table, model }: BuildFiles, folder: string): Promise<void> {
  const into = vscode.Uri.file(folder);
  const copy = (from: vscode.Uri, name: string): Thenable<void> =>
    vscode.workspace.fs.copy(from, vscode.Uri.joinPath(into, name), { overwrite: true });
  await Promise.all([copy(table, STAGED.table), copy(model, STAGED.model)]);
}

/** Takes the layers from the folder, where the command left them there. */
export async function collect({ layers }: BuildFiles, folder: string): Promise<void> {
  const left = vscode.Uri.joinPath(vscode.Uri.file(folder), STAGED.layers);
  await Promise.resolve(vscode.workspace.fs.copy(left, layers, { overwrite: true })).catch(() => undefined);
}
