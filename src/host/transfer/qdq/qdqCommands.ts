import * as vscode from 'vscode';
import { activeFile } from '../../ui/activeFile.js';
import { askFile } from '../../ui/ask.js';
import { registerCommand } from '../../ui/commands.js';
import { safe } from '../../../core/render/safe.js';
import type { QdqOptions, QdqServices } from './qdqRequest.js';
import { writeIntoModel } from './qdqTransfer.js';
import { t } from '../../../core/texts/translate.js';

/** *Write Into ONNX Model (Q/DQ)…* and *Read Scales of Q/DQ Model…*. */
export function registerQdqCommands(shared: QdqServices): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(
      shared.services,
      'writeIntoModel',
      (uri?: vscode.Uri, argument?: unknown) => writeIntoModel(uri ?? activeFile(), shared, optionsOf(argument)),
      { isAnswered: (_, argument) => optionsOf(argument) !== undefined },
    ),
    registerCommand(shared.services, 'readModelScales', async (uri?: vscode.Uri) => {
      const model = uri ?? activeModel() ?? (await askModel());
      if (model) await vscode.commands.executeCommand('calibrationTables.convert', model);
    }),
  );
}

function activeModel(): vscode.Uri | undefined {
  const file = activeFile();
  return file && /\.onnx$/i.test(file.path) ? file : undefined;
}

function askModel(): Promise<vscode.Uri | undefined> {
  return askFile(safe`Read scales: choose the Q/DQ model`, { [t`ONNX models`]: ['onnx'] });
}

/** The answers that a caller gives in place of a user. Menus pass other things here. */
function optionsOf(argument: unknown): QdqOptions | undefined {
  const options = argument as QdqOptions | undefined;
  return options?.target instanceof vscode.Uri && options.model instanceof vscode.Uri ? options : undefined;
}
