import * as vscode from 'vscode';
import type { WritableFormat } from '../../core/formats/format.js';
import { writableById, WRITABLE_FORMATS } from '../../core/formats/index.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import type { HostServices } from '../services.js';
import { ConvertReports } from './convertReports.js';
import { convertTable, type Converted, type ConvertOptions } from './convertTable.js';

/** *Convert To…*, which asks for the format, and its two usual answers as commands of their own. */
export function registerConvertCommands(services: HostServices, networks: NetworkChoices): vscode.Disposable {
  const reports = new ConvertReports();
  const register = (command: string, chooseFormat: () => Promise<WritableFormat | undefined>): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (uri?: vscode.Uri, argument?: unknown): Promise<Converted | undefined> => {
      const options = optionsOf(argument);
      try {
        const format = options?.format === undefined ? await chooseFormat() : writableById(options.format);
        return format && (await convertTable({ uri, format, options, services, networks, reports }));
      } catch (error) {
        if (options) throw error;
        services.log.error(error instanceof Error ? error : String(error));
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    });
  return vscode.Disposable.from(
    reports,
    register('calibrationTables.convert', chooseFormat),
    register('calibrationTables.convertToNvdla', async () => writableById('nvdla')),
    register('calibrationTables.convertToTensorrt', async () => writableById('tensorrt')),
  );
}

async function chooseFormat(): Promise<WritableFormat | undefined> {
  const items = WRITABLE_FORMATS.map((format) => ({ label: format.label, description: format.extensions.map((extension) => `.${extension}`).join(' '), format }));
  return (await vscode.window.showQuickPick(items, { title: 'Convert to…', placeHolder: 'Which format?' }))?.format;
}

/** The answers that a caller gives in place of a user. Menus pass other things here: selected files, an editor's place. */
function optionsOf(argument: unknown): (ConvertOptions & { readonly format?: string }) | undefined {
  const options = argument as ConvertOptions | undefined;
  return options?.target instanceof vscode.Uri ? options : undefined;
}
