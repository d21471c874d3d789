import * as vscode from 'vscode';
import { writableById } from '../../core/formats/index.js';
import type { HostServices } from '../services.js';
import { ConvertReports } from './convertReports.js';
import { convertTable, type Converted, type ConvertOptions } from './convertTable.js';

/** *Convert to NVDLA JSON…* and *Convert to TensorRT Cache…*. */
export function registerConvertCommands(services: HostServices): vscode.Disposable {
  const reports = new ConvertReports();
  const register = (command: string, formatId: string): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (uri?: vscode.Uri, argument?: unknown): Promise<Converted | undefined> => {
      const options = optionsOf(argument);
      try {
        return await convertTable({ uri, format: writableById(formatId), options, services, reports });
      } catch (error) {
        if (options) throw error;
        services.log.error(error instanceof Error ? error : String(error));
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    });
  return vscode.Disposable.from(reports, register('calibrationTables.convertToNvdla', 'nvdla'), register('calibrationTables.convertToTensorrt', 'tensorrt'));
}

/** The answers that a caller gives in place of a user. Menus pass other things here: selected files, an editor's place. */
function optionsOf(argument: unknown): ConvertOptions | undefined {
  const options = argument as ConvertOptions | undefined;
  return options?.target instanceof vscode.Uri ? options : undefined;
}
