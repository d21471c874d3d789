import type * as vscode from 'vscode';
import { assistantTools } from './assistants/tools.js';
import { registerTransfers } from './transfer/register.js';
import { registerAlwaysOpen } from './editor/alwaysOpen.js';
import { registerFindInTables } from './editor/findInTables.js';
import { registerFindTensor } from './editor/findTensor.js';
import { registerOpenCommands } from './editor/openWith.js';
import { registerBuild } from './build/register.js';
import { registerModel } from './model/register.js';
import { RunChoices } from './model/runChoices.js';
import { RunStore } from './model/runStore.js';
import { registerMarks } from './marks/register.js';
import { registerExports } from './export/register.js';
import { registerDiff } from './compare/register.js';
import { EarlierSaves } from './editor/bytes/earlierSaves.js';
import { registerRestoreSave } from './editor/bytes/restoreSave.js';
import { registerTableEditors } from './editor/register.js';
import { ChosenFiles } from './ui/chosenFiles.js';
import { registerValuesCommand } from './editor/values/showValuesFrom.js';
import { OpenFiles } from './editor/openFiles.js';
import { registerCopyAs } from './language/copyAs.js';
import { registerDecodeHex } from './language/decodeHexCommand.js';
import { registerLanguage } from './language/registerLanguage.js';
import { NetworkChoices } from './network/networkChoices.js';
import { registerNetworkCommands } from './editor/yardstick/networkCommands.js';
import { Background } from './work/background.js';
import { ModelRuns } from './work/modelRuns.js';
import { TextFiles } from './editor/text/textFiles.js';
import { Layouts } from './ui/layouts.js';
import { ActiveViews } from './ui/activeViews.js';
import { registerChartCommands } from './webview/chartCommands.js';
import { registerGridCommands } from './webview/gridCommands.js';
import { commandLine, offerInTerminal } from './platform/terminalCommand.js';
import { TableStatus } from './editor/tableStatus.js';
import { registerCheckTasks } from './terminal/checkTasks.js';
import { Log } from './ui/log.js';
import { RecentTables } from './ui/recentTables.js';
import type { HostServices } from './ui/services.js';
import { trackMilestones } from './welcome/milestones.js';
import { registerSamples } from './welcome/samples.js';
import type { Awake } from './wake/asleep.js';

/** All that the extension does once it is needed; every part registers itself and ends with the context. */
export function activateFeatures(context: vscode.ExtensionContext): Awake {
  const log = new Log();
  const background = new Background(context.extensionUri, log);
  const openFiles = new OpenFiles();
  const recentTables = new RecentTables(context.workspaceState);
  const services: HostServices = {
    extensionUri: context.extensionUri,
    log,
    background,
    modelRuns: new ModelRuns(context.extensionUri),
    recentTables,
    valueSources: new ChosenFiles(context.workspaceState, 'values'),
    views: new ActiveViews(),
    layouts: new Layouts(context.globalState),
    openBytes: (uri) => openFiles.fileOf(uri)?.bytes ?? undefined,
  };
  const texts = new TextFiles(services, openFiles);
  const choices = new RunChoices(context.workspaceState);
  const runs = new RunStore(context.storageUri ?? context.globalStorageUri);
  const networks = new NetworkChoices(context.workspaceState);
  const saves = new EarlierSaves(context.globalStorageUri);
  context.subscriptions.push(
    log,
    background,
    openFiles.onDidOpen(({ uri }) => void recentTables.add(uri)),
    texts,
    registerTableEditors(services, openFiles, texts, networks, saves),
    registerRestoreSave(services, openFiles, saves),
    registerLanguage(openFiles, texts),
    registerOpenCommands(services, openFiles),
    registerFindTensor(services, openFiles, texts),
    registerFindInTables(services, openFiles),
    registerAlwaysOpen(services),
    registerGridCommands(services),
    registerChartCommands(services),
    registerNetworkCommands(services, openFiles, networks),
    registerValuesCommand(services, openFiles),
    registerTransfers(services, openFiles, networks),
    registerDiff(services, openFiles, texts),
    registerBuild(services, openFiles, networks),
    registerModel({
      ...{ services, openFiles, networks },
      choices,
      runs,
    }),
    registerExports(services, { choices, runs }),
    new TableStatus(openFiles),
    registerCopyAs(services, openFiles),
    registerDecodeHex(services),
    registerCheckTasks(commandLine(context)),
    registerMarks(services, openFiles, networks),
    registerSamples(services, context.globalStorageUri),
    trackMilestones(openFiles),
  );
  offerInTerminal(context).catch((error: unknown) => log.error('The command line is not on the PATH.', error));
  return { tools: assistantTools(services) };
}
