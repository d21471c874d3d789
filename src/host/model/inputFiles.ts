import * as vscode from 'vscode';
import { inputsInFolder, MOST_INPUT_BYTES, type InputFile } from '../../core/tensors/inputFile.js';
import { TensorError } from '../../core/tensors/tensor.js';
import type { InputSource } from '../../engine/order.js';
import { baseName } from '../ui/baseName.js';
import type { InputsAsked } from './runAsked.js';
import { t } from '../../core/texts/translate.js';

/** The files that inputs stand for: of a folder those in it. Throws Error with a sentence where there are none. */
export async function inputUris(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  return (await Promise.all(uris.map(filesAt))).flat();
}

async function filesAt(uri: vscode.Uri): Promise<vscode.Uri[]> {
  const { type } = await statOf(uri);
  if ((type & vscode.FileType.Directory) === 0) return [uri];
  const entries = await vscode.workspace.fs.readDirectory(uri);
  try {
    const { sets, files } = inputsInFolder(entries.map(([name]) => name));
    const at = (name: string): vscode.Uri => vscode.Uri.joinPath(uri, name);
    return [...(await inputUris(sets.map(at))), ...files.map(at)];
  } catch (error) {
    throw error instanceof TensorError ? new Error(`"${baseName(uri)}": ${error.message}`, { cause: error }) : error;
  }
}

/** Reads inputs for a run. Throws Error with a sentence where one can't be read, or they are too many. */
export async function readInputs(inputs: InputsAsked): Promise<InputSource> {
  if ('noise' in inputs) return { random: inputs.noise };
  const files: InputFile[] = [];
  let size = 0;
  for (const uri of await inputUris(inputs.uris.map((text) => vscode.Uri.parse(text)))) {
    size += (await statOf(uri)).size;
    if (size > MOST_INPUT_BYTES)
      throw new Error(t`With "${baseName(uri)}" the inputs have more than 2 GB: choose fewer.`);
    files.push({
      path: vscode.workspace.asRelativePath(uri).replaceAll('\\', '/'),
      bytes: await vscode.workspace.fs.readFile(uri),
    });
  }
  return { files, line: inputs.line };
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch (error) {
    throw new Error(t`"${baseName(uri)}" can't be read: is it still there?`, { cause: error });
  }
}
