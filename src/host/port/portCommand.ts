import * as vscode from 'vscode';
import { writePlan } from '../../core/convert.js';
import { writableById } from '../../core/formats/index.js';
import { numberOfVersion, reuseBetween } from '../../core/trtVersion.js';
import { parseHeader, type TableHeader } from '../../core/header.js';
import type { Plan } from '../../core/plan.js';
import { planFromNetwork, planFromTable } from '../../core/port.js';
import type { TableDocument } from '../../core/formats/format.js';
import { activeFile } from '../commands/activeFile.js';
import { askNewHeader } from '../commands/convertHeader.js';
import { askTarget, checkTarget } from '../commands/convertTarget.js';
import { fileName } from '../commands/convertText.js';
import { pickTable } from '../commands/pickTable.js';
import { told } from '../commands/told.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import { pickNetwork } from '../network/pickNetwork.js';
import { loadNetwork } from '../network/yardsticks.js';
import { replaceFile } from '../platform/replaceFile.js';
import { readTable } from '../readTable.js';
import { reviewPlan } from '../review/reviewPanel.js';
import type { HostServices } from '../services.js';

interface NamesItem extends vscode.QuickPickItem { readonly from: 'table' | 'network' }

/** Where the new names come from: a file, and what it makes of the old table. */
interface Names { readonly file: vscode.Uri; readonly plan: Plan }

/** *Port to Another Version…*: old scales under new names and a new header, reviewed before they are written. */
export function registerPortCommand(services: HostServices, networks: NetworkChoices): vscode.Disposable {
  return vscode.commands.registerCommand('calibrationTables.port', (uri?: vscode.Uri) => told(async () => {
    const source = uri ?? activeFile() ?? (await pickTable('Port: choose the table with the scales'));
    if (!source) return;
    const { document } = await readTable(source, services);
    const names = await askNames(source, document, services, networks);
    const plan = names && (await review(source, document, names, services));
    const header = plan && (await askNewHeader('Port to Another Version'));
    if (!plan || header === undefined || !(await confirmVersion(document.table.header, header))) return;
    await write(source, document, plan, header);
  }));
}

async function askNames(source: vscode.Uri, document: TableDocument, services: HostServices, networks: NetworkChoices): Promise<Names | undefined> {
  const items: NamesItem[] = [
    { label: '$(table) A table of the new version', detail: 'One that the new TensorRT wrote, such as a quick calibration with few images', from: 'table' },
    { label: '$(type-hierarchy) The network', detail: "The names that TensorRT's parser gives the tensors of a .prototxt or .onnx", from: 'network' },
  ];
  const title = 'Port to Another Version';
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: 'Where do the new names come from?' });
  const target = writableById('tensorrt');
  if (chosen?.from === 'table') {
    const file = await pickTable(`${title}: the table with the new names`, source);
    return file && { file, plan: planFromTable(document, (await readTable(file, services)).document.table, target) };
  }
  const file = chosen && (await pickNetwork(source, networks, `${title}: the network`));
  return file ? { file, plan: planFromNetwork(document, await loadNetwork(file), target) } : undefined;
}

function review(source: vscode.Uri, document: TableDocument, { file, plan }: Names, services: HostServices): Promise<Plan | undefined> {
  return reviewPlan(plan, document, { title: 'Port to Another Version', sourceFile: fileName(source), namesFile: fileName(file), action: 'Write TensorRT Cache…' }, services);
}

/** Says what is known of using these scales under the new version. */
async function confirmVersion(before: TableHeader, header: string): Promise<boolean> {
  const { reuse, statements } = reuseBetween(before, parseHeader(header));
  if (reuse === 'same' || before.trtVersion === null || numberOfVersion(before.trtVersion) === null) return true;
  const proceed = 'Choose File…';
  const detail = statements.map(({ text, basis }) => `• ${text} (${basis})`).join('\n');
  return (await vscode.window.showInformationMessage(`Use scales of TensorRT ${before.trtVersion} under "${header}"?`, { modal: true, detail }, proceed)) === proceed;
}

async function write(source: vscode.Uri, document: TableDocument, plan: Plan, header: string): Promise<void> {
  const target = await askTarget(source, plan.target);
  if (!target) return;
  await checkTarget(source, target, true);
  const { bytes, report } = writePlan(document, plan, header);
  await replaceFile(target, bytes);
  const open = 'Open';
  const left = report.missing.length > 0 ? ` ${report.missing.length} tensors were left out.` : '';
  const answer = await vscode.window.showInformationMessage(`Wrote ${report.entriesOut} entries to "${fileName(target)}", ${report.renamed.length} under new names.${left}`, open);
  if (answer === open) await vscode.commands.executeCommand('vscode.open', target);
}
