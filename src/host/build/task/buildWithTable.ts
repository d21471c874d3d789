import * as vscode from 'vscode';
import { readYardstick } from '../../../core/check/yardstick.js';
import { safe, safeText } from '../../../core/render/safe.js';
import type { OpenFiles } from '../../editor/openFiles.js';
import { readTable } from '../../editor/readTable.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import { pickNetwork } from '../../network/pickNetwork.js';
import { CAN_RUN } from '../../platform/runProcess.js';
import type { ProcessEnd } from '../../platform/runningProcess.js';
import { askFile } from '../../ui/ask.js';
import { activeFile } from '../../ui/activeFile.js';
import { baseName } from '../../ui/baseName.js';
import { askInDialog, notify } from '../../ui/notify.js';
import { pickTable } from '../../ui/pickTable.js';
import type { HostServices } from '../../ui/services.js';
import { isBuild } from '../buildFiles.js';
import { tracesOf, type BuildFiles } from './buildFolder.js';
import { openSetting, type Builder } from './buildSettings.js';
import { runBuild } from './buildTask.js';
import { stoppedText } from './stoppedText.js';
import { t } from '../../../core/texts/translate.js';

/** What *Build with This Table…* works with. */
export interface BuildServices {
  readonly services: HostServices;
  readonly openFiles: OpenFiles;
  readonly networks: NetworkChoices;
  /** Opens what the build did. */
  readonly show: (source: vscode.Uri, table: vscode.Uri) => void;
}

/**
 * Builds an engine with a table, keeps the traces beside it and shows what the build did. Throws Error with a sentence.
 * @param network asked for when it is not given
 */
export async function buildWithTable(
  given: vscode.Uri | undefined,
  network: vscode.Uri | undefined,
  shared: BuildServices,
): Promise<void> {
  if (!CAN_RUN) throw new Error(t`A build runs a program: that takes VS Code on a machine, not in a browser.`);
  if (!vscode.workspace.isTrusted)
    throw new Error(t`A build runs a program, and this workspace is not trusted: trust it first.`);
  const table = given ?? activeFile() ?? (await pickTable(shared.services, safe`Build: choose a table`));
  if (!table) return;
  if (table.scheme !== 'file')
    throw new Error(t`"${baseName(table)}" is not on a disk that a program can read: save it to one first.`);
  const builder = await builderFor(table, shared.services);
  const files = (await isSaved(table)) ? await filesFor(table, network, builder, shared) : undefined;
  if (!files) return;
  for (const trace of [files.log, files.layers]) await refuseForeign(trace, shared);
  const end = await runBuild(files, builder);
  if (!end) return;
  if (end.problem !== null) await tellUnstarted(builder, end.problem);
  else await tell(files, builder, end, shared);
}

/** TensorRT takes its own cache, NVDLA's compiler its JSON. */
async function builderFor(table: vscode.Uri, services: HostServices): Promise<Builder> {
  const { format } = await readTable(table, services);
  if (format.id === 'tensorrt') return 'trtexec';
  if (format.id === 'nvdla') return 'nvdla_compiler';
  throw new Error(
    t`"${baseName(table)}" is a ${format.label}: trtexec takes a TensorRT cache, nvdla_compiler an NVDLA table. Convert it first.`,
  );
}

/** The build reads the file as it is saved. */
async function isSaved(table: vscode.Uri): Promise<boolean> {
  const isDirty = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input, isDirty: dirty }) =>
        dirty && (input as { uri?: vscode.Uri } | undefined)?.uri?.toString() === table.toString(),
    );
  if (!isDirty) return true;
  const save = t`Save and Build`;
  const message = safe`"${baseName(table)}" has changes that are not saved; the build reads the file.`;
  if ((await askInDialog('warning', { message, buttons: [save] })) !== save) return false;
  return (await vscode.workspace.save(table)) !== undefined;
}

async function filesFor(
  table: vscode.Uri,
  network: vscode.Uri | undefined,
  builder: Builder,
  { networks }: BuildServices,
): Promise<BuildFiles | undefined> {
  const title = safe`Build with "${baseName(table)}": the network`;
  const model = network ?? (await pickNetwork(table, networks, title, { onlyOnnx: builder === 'trtexec' }));
  if (!model) return undefined;
  if (builder === 'trtexec') return { table, model, weights: null, ...tracesOf(table) };
  const weights = await weightsOf(model);
  return weights && { table, model, weights, ...tracesOf(table) };
}

/** The weights of a Caffe network: beside it under its name, or asked for. */
async function weightsOf(network: vscode.Uri): Promise<vscode.Uri | undefined> {
  const beside = network.with({ path: network.path.replace(/\.prototxt$/i, '.caffemodel') });
  const isThere = await vscode.workspace.fs.stat(beside).then(
    () => true,
    () => false,
  );
  return isThere ? beside : askFile(safe`The weights of "${baseName(network)}"`, { [t`Weights`]: ['caffemodel'] });
}

/** Traces of an earlier build give way to new ones; anything else of their name does not. */
async function refuseForeign(trace: vscode.Uri, { services, openFiles }: BuildServices): Promise<void> {
  const size = await vscode.workspace.fs.stat(trace).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 0 && !(await isBuild(trace, services, openFiles)))
    throw new Error(t`"${baseName(trace)}" is there already and no build left it: move it away first.`);
}

async function tellUnstarted(builder: Builder, problem: string): Promise<void> {
  const setting = t`Open Setting`;
  const message = safe`${builder} could not be run: ${problem}. Name the program, or a command that reaches one (a container, a script for a board), in the settings.`;
  if ((await notify('error', message, setting)) === setting) await openSetting(builder);
}

async function tell(
  files: BuildFiles,
  builder: Builder,
  { code }: ProcessEnd,
  { services, openFiles, show }: BuildServices,
): Promise<void> {
  if (builder === 'nvdla_compiler') return tellNvdla(files, code, services);
  if (await isBuild(files.log, services, openFiles)) show(files.log, files.table);
  const message =
    code === 0
      ? safe`The build is done; its log is "${baseName(files.log)}".`
      : safe`The build ended with exit code ${String(code)}; its log is "${baseName(files.log)}".`;
  const hasLayers = await isBuild(files.layers, services, openFiles).catch(() => false);
  const [openLog, showLayers] = [t`Open Log`, t`Show Layers`];
  const answer = await notify(code === 0 ? 'info' : 'error', message, openLog, ...(hasLayers ? [showLayers] : []));
  if (answer === openLog) await vscode.commands.executeCommand('calibrationTables.openAsText', files.log);
  if (answer === showLayers) show(files.layers, files.table);
}

/** nvdla_compiler aborts without a reason: the check of table and network has it. */
async function tellNvdla(files: BuildFiles, code: number | null, services: HostServices): Promise<void> {
  const done = safe`nvdla_compiler is done; its log is "${baseName(files.log)}".`;
  const [openLog, check] = [t`Open Log`, t`Check Against Network`];
  const message = code === 0 ? done : safeText(await whyStopped(files, code, services));
  const answer = await notify(code === 0 ? 'info' : 'error', message, openLog, check);
  if (answer === openLog) await vscode.commands.executeCommand('calibrationTables.openAsText', files.log);
  if (answer === check)
    await vscode.commands.executeCommand('calibrationTables.checkAgainstNetwork', files.table, files.model);
}

async function whyStopped({ table, model }: BuildFiles, code: number | null, services: HostServices): Promise<string> {
  const document = await readTable(table, services);
  const bytes = await vscode.workspace.fs.readFile(model);
  const { missing } = readYardstick(bytes, baseName(model)).check(document);
  return stoppedText(table.path, missing, code);
}
