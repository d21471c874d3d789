import * as vscode from 'vscode';
import { registerCommand } from '../../ui/commands.js';
import type { OpenFiles } from '../../editor/openFiles.js';
import type { HostServices } from '../../ui/services.js';
import type { TransferReport, TransferReports } from '../transferReports.js';
import { answersOf, askingUser } from './mergeAnswers.js';
import type { Take } from './mergeChoice.js';
import { takeValues, takeValuesUnseen } from './takeValues.js';

/** *Take Values From…*: another table's values for chosen tensors, as one undoable edit of the open document. */
export function registerMergeCommand(
  services: HostServices,
  openFiles: OpenFiles,
  reports: TransferReports,
): vscode.Disposable {
  const request = { services, openFiles, reports };
  return registerCommand(
    services,
    'takeValues',
    (uri?: vscode.Uri, from?: unknown, take?: unknown): Promise<TransferReport | undefined> => {
      const other = from instanceof vscode.Uri ? from : undefined;
      return uri && other && isTake(take)
        ? takeValuesUnseen(request, answersOf(uri, other, take))
        : takeValues(request, askingUser(services, uri, other));
    },
    { isAnswered: (uri, from, take) => uri !== undefined && from instanceof vscode.Uri && isTake(take) },
  );
}

function isTake(value: unknown): value is Take {
  const { changed, added } = (value ?? {}) as Partial<Take>;
  return typeof changed === 'boolean' && typeof added === 'boolean';
}
