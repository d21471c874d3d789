import type * as vscode from 'vscode';
import { registerConvertCommands } from './transfer/convert/convertCommands.js';
import { registerHeaderCommand } from './transfer/header/changeHeader.js';
import { registerOpenCommands } from './editor/openWith.js';
import { registerDiff } from './compare/register.js';
import { registerTableEditor } from './editor/register.js';
import { OpenFiles } from './editor/openFiles.js';
import { registerLanguage } from './language/registerLanguage.js';
import { NetworkChoices } from './network/networkChoices.js';
import { registerNetworkCommands } from './editor/yardstick/networkCommands.js';
import { registerMergeCommand } from './transfer/merge/mergeCommand.js';
import { registerPortCommand } from './transfer/port/portCommand.js';
import { Log } from './ui/log.js';
import type { HostServices } from './ui/services.js';

/** Composes the extension; every part registers itself and ends with the context. */
export function activate(context: vscode.ExtensionContext): void {
  const log = new Log();
  const openFiles = new OpenFiles();
  const services: HostServices = {
    extensionUri: context.extensionUri,
    log,
    openBytes: (uri) => openFiles.fileOf(uri)?.bytes ?? undefined,
  };
  const networks = new NetworkChoices(context.workspaceState);
  context.subscriptions.push(
    log,
    registerTableEditor(services, openFiles, networks),
    registerLanguage(services),
    registerOpenCommands(services, openFiles),
    registerConvertCommands(services, networks),
    registerNetworkCommands(services, openFiles, networks),
    registerHeaderCommand(services, openFiles),
    registerPortCommand(services, networks),
    registerMergeCommand(services, openFiles),
    registerDiff(services, openFiles),
  );
}
