import * as vscode from 'vscode';
import { baseName } from '../../ui/baseName.js';
import type { TableDocument, TableFormat } from '../../../core/formats/format.js';
import { DIFFERENT_NETWORKS } from '../../../core/transfer/sureness.js';
import { activeFile } from '../../ui/activeFile.js';
import { pickTable } from '../../ui/pickTable.js';
import { withSlowProgress } from '../../ui/progress.js';
import { safe, safeText } from '../../../core/render/safe.js';
import { registerCommand } from '../../ui/commands.js';
import { askInDialog, notify } from '../../ui/notify.js';
import type { TableFile } from '../../editor/document.js';
import type { OpenFiles } from '../../editor/openFiles.js';
import { openTable } from '../../editor/openTable.js';
import { readTable } from '../../editor/readTable.js';
import type { HostServices } from '../../ui/services.js';
import { askChoice, wholeChoice, type Choice, type Take } from './mergeChoice.js';
import { editsOf, offerOf, type Offer } from './mergeOffer.js';
import { MergeReports } from './mergeReports.js';
import { takenText, type TakenText } from './mergeText.js';

/** A table in our editor, as it was when the question was asked. */
interface Target {
  readonly uri: vscode.Uri;
  readonly file: TableFile;
  readonly document: TableDocument;
  readonly revision: number;
}

/** *Take Values From…*: another table's values for chosen tensors, as one undoable edit of the open document. */
export function registerMergeCommand(services: HostServices, openFiles: OpenFiles): vscode.Disposable {
  const reports = new MergeReports();
  return vscode.Disposable.from(
    reports,
    registerCommand(
      services,
      'takeValues',
      (uri?: vscode.Uri, from?: unknown, take?: unknown): Promise<TakenText | undefined | void> =>
        uri && from instanceof vscode.Uri && isTake(take)
          ? takeAnswered(uri, from, take, services, openFiles)
          : takeAsking(uri, from, services, openFiles, reports),
      { isAnswered: (uri, from, take) => uri !== undefined && from instanceof vscode.Uri && isTake(take) },
    ),
  );
}

async function takeAsking(
  uri: vscode.Uri | undefined,
  from: unknown,
  services: HostServices,
  openFiles: OpenFiles,
  reports: MergeReports,
): Promise<void> {
  const target = await targetOf(
    uri ?? activeFile() ?? (await pickTable(safe`Take values: choose the table to change`)),
    openFiles,
  );
  const other =
    target &&
    (from instanceof vscode.Uri
      ? from
      : await pickTable(safe`Take values into "${baseName(target.uri)}" from…`, target.uri));
  const offer =
    other && (await withSlowProgress(safe`Comparing with ${baseName(other)}`, () => offerFor(target, other, services)));
  const choice = offer && (await choose(offer, target.uri, other));
  if (choice) void reports.tell(take(target, other, offer, choice), [target.uri, other]);
}

async function takeAnswered(
  uri: vscode.Uri,
  from: vscode.Uri,
  what: Take,
  services: HostServices,
  openFiles: OpenFiles,
): Promise<TakenText | undefined> {
  const target = await targetOf(uri, openFiles);
  if (!target) return undefined;
  const offer = await offerFor(target, from, services);
  return take(target, from, offer, wholeChoice(offer, what));
}

/** The table to change, opened when it is not; undefined when the user cancelled, or the file turned out to be something else. */
async function targetOf(uri: vscode.Uri | undefined, openFiles: OpenFiles): Promise<Target | undefined> {
  const file = uri && (await openTable(uri, openFiles));
  if (!uri || file?.content.kind !== 'table') return undefined;
  const { document, format } = file.content;
  if (!isEditable(format))
    throw new Error(
      `Values can't be put into "${baseName(uri)}": files of its kind (${format.label}) can't be edited here. Convert it to another kind first.`,
    );
  return { uri, file, document, revision: file.revision };
}

function isEditable(format: TableFormat): boolean {
  return format.edit !== undefined;
}

async function offerFor({ document }: Target, other: vscode.Uri, services: HostServices): Promise<Offer> {
  return offerOf(document, (await readTable(other, services)).document.table);
}

/** Asks what to take; where nothing can be taken, says why. */
async function choose(offer: Offer, into: vscode.Uri, from: vscode.Uri): Promise<Choice | undefined> {
  const { changed, added } = offer;
  if (changed.values.length + added.values.length > 0) {
    if (!offer.related && !(await confirmStrangers(into, from))) return undefined;
    return askChoice(offer, safe`Take values from ${baseName(from)}`);
  }
  const refused = [...changed.refused, ...added.refused];
  if (refused.length > 0) return { values: new Set(), refused };
  void notify('info', safe`There is nothing to take: "${baseName(from)}" has the same scales.`);
  return undefined;
}

async function confirmStrangers(into: vscode.Uri, from: vscode.Uri): Promise<boolean> {
  const [proceed, compare] = ['Choose Values…', 'Compare'] as const;
  const detail = safeText(`${DIFFERENT_NETWORKS} Values of another network's tensors are of no use.`);
  const answer = await askInDialog('warning', {
    message: safe`Take values of "${baseName(from)}" into "${baseName(into)}"?`,
    detail,
    buttons: [proceed, compare],
  });
  if (answer === compare) await vscode.commands.executeCommand('calibrationTables.compareWith', into, from);
  return answer === proceed;
}

/** Makes the edit. Throws Error when it can't be made; then nothing is changed. */
function take({ uri, file, revision }: Target, from: vscode.Uri, offer: Offer, { values, refused }: Choice): TakenText {
  const problem = file.applyAll(editsOf(offer, values), 'Take Values', revision);
  if (problem !== null) throw new Error(problem);
  return takenText({ into: baseName(uri), from: baseName(from), values: [...values], refused });
}

function isTake(value: unknown): value is Take {
  const { changed, added } = (value ?? {}) as Partial<Take>;
  return typeof changed === 'boolean' && typeof added === 'boolean';
}
