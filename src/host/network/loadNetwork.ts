import * as vscode from 'vscode';
import { readNetwork } from '../../core/naming/networkKinds.js';
import type { Network } from '../../core/network/network.js';
import { baseName } from '../ui/baseName.js';

/** Reads a network file. Throws NetworkError, or what the file system throws. */
export async function loadNetwork(uri: vscode.Uri): Promise<Network> {
  return readNetwork(await vscode.workspace.fs.readFile(uri), baseName(uri));
}
