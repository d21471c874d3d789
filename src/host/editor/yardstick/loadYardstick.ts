import * as vscode from 'vscode';
import { utf8Text } from '../../../core/bytes/bytes.js';
import { coverage, logCoverage } from '../../../core/check/coverage.js';
import { isBuildLog, readBuildLog } from '../../../core/network/buildLog.js';
import { readNetwork } from '../../../core/network/index.js';
import { baseName } from '../../ui/baseName.js';
import type { Yardstick } from '../document.js';

/** Reads a network or a TensorRT build log as what a table can be checked against. Throws NetworkError. */
export async function loadYardstick(uri: vscode.Uri): Promise<Yardstick> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const label = baseName(uri);
  const text = /\.(log|txt)$/i.test(label) ? utf8Text(bytes) : '';
  if (isBuildLog(text)) {
    const log = readBuildLog(text);
    return { label, check: (document) => logCoverage(document, log) };
  }
  const network = readNetwork(bytes, label);
  return { label, network, check: (document) => coverage(document, network) };
}
