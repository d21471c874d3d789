import * as vscode from 'vscode';
import type { ConversionReport } from '../../../core/transfer/convert.js';
import { activeFile } from '../../ui/activeFile.js';
import { pickTable } from '../../ui/pickTable.js';
import { safe } from '../../../core/render/safe.js';
import { registerCommand } from '../../ui/commands.js';
import type { Shared } from '../transferShared.js';
import type { PortOptions } from './portAnswers.js';
import { portTable } from './portTable.js';

/** *Port to Another Version…*: old scales under new names and a new header, reviewed before they are written. */
export function registerPortCommand(shared: Shared): vscode.Disposable {
  const { services } = shared;
  return registerCommand(
    services,
    'port',
    async (uri?: vscode.Uri, argument?: unknown): Promise<ConversionReport | undefined> => {
      const options = uri && optionsOf(argument);
      const source = uri ?? activeFile() ?? (await pickTable(services, safe`Port: choose the table with the scales`));
      return source && (await portTable({ source, ...shared }, options))?.report;
    },
    { isAnswered: (uri, argument) => uri !== undefined && optionsOf(argument) !== undefined },
  );
}

/** Menus pass other things as a second argument: selected files, an editor's place. */
function optionsOf(argument: unknown): PortOptions | undefined {
  const options = argument as PortOptions | undefined;
  return options?.target instanceof vscode.Uri ? options : undefined;
}
