import * as vscode from 'vscode';
import { baseName } from '../../ui/baseName.js';
import { counted } from '../../../core/render/counts.js';
import { writeFile } from '../../ui/writeFile.js';
import { safe } from '../../../core/render/safe.js';
import { convertDocument, writePlan, type Conversion, type ConversionReport } from '../../../core/transfer/convert.js';
import type { TableDocument, WritableFormat } from '../../../core/formats/format.js';
import { formatOf, writableById } from '../../../core/formats/index.js';
import type { ReviewOrigin } from '../../../protocol/review.js';
import { keyedBy } from '../../../core/formats/keyedBy.js';
import { missingRows, planWithNetwork, type Plan } from '../../../core/transfer/plan.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import { pickNetwork } from '../../network/pickNetwork.js';
import { loadNetwork } from '../../network/loadNetwork.js';
import { readTable } from '../../editor/readTable.js';
import { reviewUntilWritten, type Reviewed, type ReviewJob } from '../review/reviewPanel.js';
import type { HostServices } from '../../ui/services.js';
import { askHeader } from './convertHeader.js';
import type { ConvertReports } from './convertReports.js';
import { askTarget, checkTarget } from './convertTarget.js';
import { confirmation, outcome } from './convertText.js';
import { askInDialog } from '../../ui/notify.js';
import { withSlowProgress, withWord } from '../../ui/progress.js';

/** Answers given beforehand: with these nothing is asked and nothing shown. */
export interface ConvertOptions {
  readonly target: vscode.Uri;
  /** Without this an existing target is an error. */
  readonly overwrite?: boolean;
  /** The whole header line, for a target that has one. */
  readonly header?: string;
  /** The network to take names from; without it names are carried over. */
  readonly network?: vscode.Uri;
  /** Write although the network needs entries that the table lacks. */
  readonly allowMissing?: boolean;
}

export interface ConvertRequest {
  readonly source: vscode.Uri;
  readonly format: WritableFormat;
  readonly options: ConvertOptions | undefined;
  readonly services: HostServices;
  readonly networks: NetworkChoices;
  readonly reports: ConvertReports;
}

export interface Converted {
  readonly target: vscode.Uri;
  readonly report: ConversionReport;
}

/** Converts a file from the first question to the last message. Undefined: the user cancelled. Throws Error with a sentence for the user. */
export async function convertTable(request: ConvertRequest): Promise<Converted | undefined> {
  const { source, format, options, services } = request;
  const document = await withSlowProgress(safe`Reading ${baseName(source)}`, () =>
    readSource(source, format, services),
  );
  const network = document && (await networkFor(source, document, request));
  if (!document || network === undefined) return undefined;
  if (network === null) return finish(document, null, request);
  const plan = planWithNetwork(document, format, await loadNetwork(network));
  return options ? finish(document, complete(plan, options), request) : review(plan, document, network, request);
}

/** Finishes what the user approves; where that is given up, the review goes on. */
async function review(
  plan: Plan,
  document: TableDocument,
  network: vscode.Uri,
  request: ConvertRequest,
): Promise<Converted | undefined> {
  let converted: Converted | undefined;
  await reviewUntilWritten(reviewed(plan, document, network, request), request.services, async (approved) => {
    converted = await finish(document, approved, request);
    return converted !== undefined;
  });
  return converted;
}

/** The review of a conversion as it is made again after a restart. */
export async function convertReviewAgain(
  { source, names, answers }: ReviewOrigin,
  shared: Pick<ConvertRequest, 'services' | 'networks' | 'reports'>,
): Promise<ReviewJob> {
  const format = writableById(answers['format'] ?? '');
  const request: ConvertRequest = { source: vscode.Uri.parse(source), format, options: undefined, ...shared };
  const network = vscode.Uri.parse(names);
  const document = await readSource(request.source, format, shared.services);
  const plan = planWithNetwork(document, format, await loadNetwork(network));
  return {
    reviewed: reviewed(plan, document, network, request),
    write: async (approved) => (await finish(document, approved, request)) !== undefined,
  };
}

function reviewed(
  plan: Plan,
  document: TableDocument,
  network: vscode.Uri,
  { source, format }: ConvertRequest,
): Reviewed {
  const texts = {
    title: safe`Convert to ${format.label}`,
    sourceFile: baseName(source),
    namesFile: baseName(network),
    action: `Write ${format.label}…`,
  };
  const origin: ReviewOrigin = {
    transfer: 'convert',
    source: source.toString(),
    names: network.toString(),
    answers: { format: format.id },
  };
  return { plan, document, texts, origin };
}

/**
 * Asks what is still to be asked, converts and writes.
 * @param plan the names that were approved; null where names stay
 */
async function finish(
  document: TableDocument,
  plan: Plan | null,
  { source, format, options, reports }: ConvertRequest,
): Promise<Converted | undefined> {
  const header = options ? (options.header ?? null) : await askHeader(document.table.header, format);
  if (header === undefined) return undefined;
  const convert = async (): Promise<Conversion> =>
    plan ? writePlan(document, plan, header) : convertDocument(document, format, header);
  const conversion = await withSlowProgress(safe`Converting ${baseName(source)}`, convert);
  const target =
    conversion && (options ? options.target : await confirmAndAsk(source, format, conversion, plan !== null));
  if (!conversion || !target) return undefined;
  await checkTarget(source, target, options?.overwrite ?? options === undefined);
  await withWord(safe`Writing ${baseName(target)}`, () => writeFile(target, conversion.bytes));
  const { report } = conversion;
  if (!options) void reports.tell(outcome({ source, target, format, report }));
  return { target, report };
}

async function readSource(uri: vscode.Uri, target: WritableFormat, services: HostServices): Promise<TableDocument> {
  const { format, document } = await readTable(uri, services);
  if (format.id === target.id && keyedBy(document.table, format) === target.keyedBy)
    throw new Error(`"${baseName(uri)}" is already a ${format.label}.`);
  if (document.table.names.length === 0) throw new Error(`"${baseName(uri)}" has no entries to convert.`);
  return document;
}

/** The network to name by; null where names stay, undefined when the user cancelled. */
async function networkFor(
  source: vscode.Uri,
  document: TableDocument,
  { format, options, networks }: ConvertRequest,
): Promise<vscode.Uri | null | undefined> {
  if (options) return options.network ?? null;
  if (keyedBy(document.table, formatOf(document)) === format.keyedBy || format.quantity === null) return null;
  return pickNetwork(
    source,
    networks,
    safe`Convert to ${format.label}: choose the network`,
    safe`Without a network: carry the names over`,
  );
}

/** Refuses a plan that the target's reader would stop at. */
function complete(plan: Plan, { allowMissing = false }: ConvertOptions): Plan {
  const missing = missingRows(plan);
  if (plan.needsEveryRow && missing.length > 0 && !allowMissing) {
    throw new Error(
      `${counted(missing.length, 'entry that the network needs has', 'entries that the network needs have')} no scale: ${missing.join(', ')}.`,
    );
  }
  return plan;
}

/** One question with all that the new file will lack, then its name; a reviewed plan needs no further question. */
async function confirmAndAsk(
  source: vscode.Uri,
  format: WritableFormat,
  { report }: Conversion,
  reviewed: boolean,
): Promise<vscode.Uri | undefined> {
  if (reviewed) return askTarget(source, format);
  const { message, detail } = confirmation(source, format, report);
  const proceed = 'Choose File…';
  const answer = await askInDialog('info', { message, detail, buttons: [proceed] });
  return answer === proceed ? askTarget(source, format) : undefined;
}
