import * as vscode from 'vscode';
import { yardstickOf, type Yardstick } from '../../../core/check/yardstick.js';
import { baseName } from '../../ui/baseName.js';
import type { HostServices } from '../../ui/services.js';
import { isLarge } from '../../work/large.js';

/** Reads what a table can be checked against. Throws NetworkError (of a large file an Error with its message), or what the file system throws. */
export async function loadYardstick(
  uri: vscode.Uri,
  { background }: Pick<HostServices, 'background'>,
): Promise<Yardstick> {
  const file = { bytes: await vscode.workspace.fs.readFile(uri), label: baseName(uri) };
  return yardstickOf(await background.run('measure', file, { isSmall: !isLarge(file.bytes) }));
}
