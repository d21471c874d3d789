import * as vscode from 'vscode';
import { baseName } from '../../ui/baseName.js';
import { writePlan, type ConversionReport } from '../../../core/transfer/convert.js';
import type { TableDocument } from '../../../core/formats/format.js';
import type { Plan } from '../../../core/transfer/plan.js';
import { activeFile } from '../../ui/activeFile.js';
import { checkTarget } from '../convert/convertTarget.js';
import { pickTable } from '../../ui/pickTable.js';
import { withSlowProgress } from '../../ui/progress.js';
import { safe } from '../../../core/render/safe.js';
import { registerCommand } from '../../ui/commands.js';
import { notify } from '../../ui/notify.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import { writeFile } from '../../ui/writeFile.js';
import { readTable } from '../../editor/readTable.js';
import type { ReviewOrigin } from '../../../protocol/review.js';
import { reviewUntilWritten, type Reviewed, type ReviewJob } from '../review/reviewPanel.js';
import type { HostServices } from '../../ui/services.js';
import { counted, grouped } from '../../../core/render/counts.js';
import { askPortHeader, headerWarnings, portTitle } from './portHeader.js';
import { askNames, planWith, type NamesFile, type Ported } from './portNames.js';
import { askPortTarget } from './portTarget.js';

/** Answers given beforehand: with these nothing is asked and nothing shown. */
export interface PortOptions {
  readonly target: vscode.Uri;
  /** The whole header line. */
  readonly header: string;
  readonly names: NamesFile;
  /** Without this an existing target is an error. */
  readonly overwrite?: boolean;
}

/** An old table on its way to a new version. */
interface Port {
  readonly source: vscode.Uri;
  readonly document: TableDocument;
  readonly header: string;
}

/** *Port to Another Version…*: old scales under new names and a new header, reviewed before they are written. */
export function registerPortCommand(services: HostServices, networks: NetworkChoices): vscode.Disposable {
  return registerCommand(
    services,
    'port',
    (uri?: vscode.Uri, argument?: unknown): Promise<ConversionReport | void> => {
      const options = optionsOf(argument);
      return uri && options ? portAnswered(uri, options, services) : portAsking(uri, services, networks);
    },
    { isAnswered: (uri, argument) => uri !== undefined && optionsOf(argument) !== undefined },
  );
}

async function portAsking(
  uri: vscode.Uri | undefined,
  services: HostServices,
  networks: NetworkChoices,
): Promise<void> {
  const source = uri ?? activeFile() ?? (await pickTable(safe`Port: choose the table with the scales`));
  if (!source) return;
  const { document } = await readTable(source, services);
  const names = await askNames(source, networks);
  if (!names) return;
  const ported = await withSlowProgress(safe`Comparing with ${baseName(names.uri)}`, () =>
    planWith(names, document, services),
  );
  const header = ported && (await askPortHeader(document.table.header, ported.header, baseName(names.uri)));
  if (!ported || header === undefined) return;
  const port = { source, document, header };
  await reviewUntilWritten(reviewed(port, names, ported), services, (approved) => writeAsking(port, approved));
}

/** The review of a port as it is made again after a restart. */
export async function portReviewAgain(
  { source, names, answers }: ReviewOrigin,
  services: HostServices,
): Promise<ReviewJob> {
  const uri = vscode.Uri.parse(source);
  const file: NamesFile = { uri: vscode.Uri.parse(names), kind: answers['kind'] === 'network' ? 'network' : 'table' };
  const { document } = await readTable(uri, services);
  const port = { source: uri, document, header: answers['header'] ?? '' };
  return {
    reviewed: reviewed(port, file, await planWith(file, document, services)),
    write: (approved) => writeAsking(port, approved),
  };
}

function reviewed({ source, document, header }: Port, names: NamesFile, { plan }: Ported): Reviewed {
  const warnings = [...plan.warnings, ...headerWarnings(document.table.header, header, plan)];
  const texts = {
    title: portTitle(header),
    sourceFile: baseName(source),
    namesFile: baseName(names.uri),
    action: 'Write TensorRT Cache…',
  };
  const origin: ReviewOrigin = {
    transfer: 'port',
    source: source.toString(),
    names: names.uri.toString(),
    answers: { kind: names.kind, header },
  };
  return { plan: { ...plan, warnings }, document, texts, origin };
}

/** Asks for a file and writes it; false when the user cancels. Throws Error when it can't be written. */
async function writeAsking(port: Port, plan: Plan): Promise<boolean> {
  const target = await askPortTarget(port.source, port.header);
  if (!target) return false;
  void tell(port.source, target, await write(port, plan, target, true));
  return true;
}

async function write(
  { source, document, header }: Port,
  plan: Plan,
  target: vscode.Uri,
  mayOverwrite: boolean,
): Promise<ConversionReport> {
  if (target.toString() === source.toString())
    throw new Error(`"${baseName(target)}" is the table with the old scales: choose another name.`);
  await checkTarget(source, target, mayOverwrite);
  const { bytes, report } = writePlan(document, plan, header);
  if (report.entriesOut === 0)
    throw new Error(`No entry of "${baseName(source)}" goes with a new name: there is nothing to write.`);
  await writeFile(target, bytes);
  return report;
}

async function tell(
  source: vscode.Uri,
  target: vscode.Uri,
  { entriesOut, renamed, missing }: ConversionReport,
): Promise<void> {
  const [open, compare] = ['Open', 'Compare'] as const;
  const under = renamed.length > 0 ? `, ${grouped(renamed.length)} under new names` : '';
  const left = missing.length > 0 ? ` ${counted(missing.length, 'tensor was', 'tensors were')} left out.` : '';
  const answer = await notify(
    missing.length > 0 ? 'warning' : 'info',
    safe`Wrote ${counted(entriesOut, 'entry', 'entries')} to "${baseName(target)}"${under}.${left}`,
    open,
    compare,
  );
  if (answer === open) await vscode.commands.executeCommand('calibrationTables.openAsTable', target);
  if (answer === compare) await vscode.commands.executeCommand('calibrationTables.compareWith', source, target);
}

async function portAnswered(
  source: vscode.Uri,
  { target, header, names, overwrite = false }: PortOptions,
  services: HostServices,
): Promise<ConversionReport> {
  const { document } = await readTable(source, services);
  const { plan } = await planWith(names, document, services);
  return write({ source, document, header }, plan, target, overwrite);
}

/** Menus pass other things as a second argument: selected files, an editor's place. */
function optionsOf(argument: unknown): PortOptions | undefined {
  const options = argument as PortOptions | undefined;
  return options?.target instanceof vscode.Uri ? options : undefined;
}
