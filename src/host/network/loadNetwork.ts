import * as vscode from 'vscode';
import { readNetwork, type Network } from '../../core/network/index.js';
import { baseName } from '../ui/baseName.js';

/** Reads a network file. Throws NetworkError, or what the file system throws. */
export async function loadNetwork(uri: vscode.Uri): Promise<Network> {
  return readNetwork(await vscode.workspace.fs.readFile(uri), baseName(uri));
}
