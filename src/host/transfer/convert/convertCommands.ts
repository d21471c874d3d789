import * as vscode from 'vscode';
import { askOne } from '../../ui/ask.js';
import { registerCommand } from '../../ui/commands.js';
import { safe, safeText, type SafeText } from '../../../core/render/safe.js';
import type { WritableFormat } from '../../../core/formats/format.js';
import { writableById, WRITABLE_FORMATS } from '../../../core/formats/index.js';
import { keyedBy } from '../../../core/formats/keyedBy.js';
import { readTable } from '../../editor/readTable.js';
import type { HostServices } from '../../ui/services.js';
import { activeFile } from '../../ui/activeFile.js';
import type { Shared } from '../transferShared.js';
import type { ConvertOptions } from './convertRequest.js';
import { convertTable, type Converted } from './convertTable.js';
import { pickTable } from '../../ui/pickTable.js';
import { t } from '../../../core/texts/translate.js';
import { word } from '../../../core/texts/words.js';

/** *Convert To…*, which asks for the format, and its two usual answers as commands of their own. */
export function registerConvertCommands(shared: Shared): vscode.Disposable {
  const { services } = shared;
  const register = (
    command: string,
    formatFor: (source: vscode.Uri) => Promise<WritableFormat | undefined>,
  ): vscode.Disposable =>
    registerCommand(
      services,
      command,
      async (uri?: vscode.Uri, argument?: unknown): Promise<Converted | undefined> => {
        const options = optionsOf(argument);
        const source = uri ?? activeFile() ?? (await pickTable(services, safe`Convert: choose a table`));
        const format =
          source && (options?.format === undefined ? await formatFor(source) : writableById(options.format));
        return format && convertTable({ source, format, ...shared }, options);
      },
      { isAnswered: (_, argument) => optionsOf(argument) !== undefined },
    );
  return vscode.Disposable.from(
    register('convert', (source) => chooseFormat(source, services)),
    register('convertToNvdla', async () => writableById('nvdla')),
    register('convertToTensorrt', async () => writableById('tensorrt')),
  );
}

/** Asks for a format other than the source's own; its own too where its names are none of its own kind. Throws Error with a sentence when the source is no table. */
async function chooseFormat(source: vscode.Uri, services: HostServices): Promise<WritableFormat | undefined> {
  const document = await readTable(source, services);
  const others = WRITABLE_FORMATS.filter((to) => to.id !== document.format.id || keyedBy(document) !== to.keyedBy);
  const items = others.map((format) => ({
    label: safeText(format.label),
    description: safe`.${format.extensions[0] ?? ''} · ${contentOf(format)}`,
    format,
  }));
  return (await askOne(items, { title: safe`Convert to…`, placeHolder: safe`Which format?` }))?.format;
}

function contentOf({ quantity, keyedBy }: WritableFormat): SafeText {
  if (quantity === null) return safe`a listing of names, scales and ranges`;
  return safe`${quantity === 'amax' ? t`ranges` : t`scales`} by ${word(keyedBy)}`;
}

/** The answers that a caller gives in place of a user. Menus pass other things here: selected files, an editor's place. */
function optionsOf(argument: unknown): (ConvertOptions & { readonly format?: string }) | undefined {
  const options = argument as ConvertOptions | undefined;
  return options?.target instanceof vscode.Uri ? options : undefined;
}
