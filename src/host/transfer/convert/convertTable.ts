import * as vscode from 'vscode';
import { baseName } from '../../ui/baseName.js';
import { safe } from '../../../core/render/safe.js';
import type { ConversionReport } from '../../../core/transfer/convert.js';
import type { TableDocument } from '../../../core/formats/format.js';
import { writableById } from '../../../core/formats/index.js';
import type { FromQdqOptions } from '../../../core/transfer/fromQdq.js';
import { withQdq } from '../../../core/transfer/withQdq.js';
import type { ReviewOrigin } from '../../../protocol/review.js';
import { emptinessOf } from '../../../core/formats/emptiness.js';
import { keyedBy } from '../../../core/formats/keyedBy.js';
import type { Plan } from '../../../core/transfer/plan.js';
import { readTable } from '../../editor/readTable.js';
import { converted, plannedBy, type TransferSource } from '../inBackground.js';
import { writeNewFile } from '../newFile.js';
import { reviewUntilWritten, type Reviewed, type ReviewJob } from '../review/reviewPanel.js';
import { labelOrigins } from '../labelOrigins.js';
import type { Shared } from '../transferShared.js';
import { reviewAgain, runTransfer, unseen, type Transfer } from '../transfer.js';
import { answersOf, askingUser, type ConvertAnswers } from './convertAnswers.js';
import type { ConvertOptions, ConvertRequest } from './convertRequest.js';
import { numbersOf, type Numbers, type NumbersAnswers } from './convertNumbers.js';
import { outcome } from './convertText.js';
import { withSlowProgress } from '../../ui/progress.js';
import { t } from '../../../core/texts/translate.js';

/** A table to convert, and the network to name its entries by; null where names stay. */
interface Asked extends Numbers {
  readonly network: vscode.Uri | null;
}

/** A conversion before it is written; without a plan names are carried over. */
interface Planned extends Asked {
  readonly plan: Plan | null;
}

export interface Converted {
  readonly target: vscode.Uri;
  readonly report: ConversionReport;
}

/**
 * Converts a file from the first question to the last message; with options nothing is asked and nothing shown.
 * Undefined: the user cancelled. Throws Error with a sentence for the user.
 */
export function convertTable(
  request: ConvertRequest,
  options: ConvertOptions | undefined,
): Promise<Converted | undefined> {
  return runTransfer(
    options ? unseen(conversion(request, answersOf(options))) : conversion(request, askingUser(request)),
  );
}

/** The review of a conversion as it is made again after a restart. */
export async function convertReviewAgain({ source, names, answers }: ReviewOrigin, shared: Shared): Promise<ReviewJob> {
  const format = writableById(answers['format'] ?? '');
  const request: ConvertRequest = { source: vscode.Uri.parse(source), format, ...shared };
  const network = vscode.Uri.parse(names);
  const again: NumbersAnswers = {
    asStored: async () => answers['numbers'] === 'stored',
    qdq: async () => JSON.parse(answers['qdq'] ?? '{}') as FromQdqOptions,
  };
  const numbers = await numbersOf(request.source, await readSource(request), request.services, again);
  if (!numbers) throw new Error(t`There is nothing to review any more.`);
  const transfer = conversion(request, askingUser(request));
  return reviewAgain(transfer, { ...numbers, network }, (planned) => reviewed(planned, request));
}

function conversion(request: ConvertRequest, answers: ConvertAnswers): Transfer<Asked, Planned, Converted> {
  const { source, format, services, reports } = request;
  return {
    ask: async () => {
      const table = await withSlowProgress(safe`Reading ${baseName(source)}`, (token) => readSource(request, token));
      const numbers = table && (await numbersOf(source, table, services, answers));
      if (numbers) refuseEmpty(source, numbers);
      const network = numbers && (await answers.network(numbers.document));
      return numbers && network !== undefined ? { ...numbers, network } : undefined;
    },
    plan: async (asked) => {
      const { network } = asked;
      if (!network) return { ...asked, plan: null };
      const plan = await withSlowProgress(safe`Naming by ${baseName(network)}`, (token) =>
        plannedBy(network, sourceOf(source, asked), format, services, token),
      );
      return plan && { ...asked, plan: answers.check(plan) };
    },
    review: (planned, approve) => {
      const shown = reviewed(planned, request);
      return shown ? reviewUntilWritten(shown, services, (plan) => approve({ ...planned, plan })) : approve(planned);
    },
    write: (approved) => write(approved, request, answers),
    tell: ({ target, report }) => reports.tell(outcome({ source, target, format, report }), { written: target }),
  };
}

/** What there is to review; null where names stay. */
function reviewed(
  { plan, document, replaced, network, qdq }: Planned,
  { source, format }: ConvertRequest,
): Reviewed | null {
  if (!plan || !network) return null;
  const texts = {
    title: safe`Convert to ${format.label}`,
    sourceFile: baseName(source),
    namesFile: baseName(network),
    action: t`Write ${format.label}…`,
  };
  const origin: ReviewOrigin = {
    transfer: 'convert',
    source: source.toString(),
    names: network.toString(),
    answers: {
      format: format.id,
      numbers: replaced.length > 0 ? 'replaced' : 'stored',
      ...(qdq && { qdq: JSON.stringify(qdq.options) }),
    },
  };
  return { plan, document, texts, origin };
}

/** Asks what is still to be asked, converts and writes. */
async function write(
  planned: Planned,
  { source, format, services, labels }: ConvertRequest,
  answers: ConvertAnswers,
): Promise<Converted | undefined> {
  const { document, plan, replaced, qdq } = planned;
  const header = await answers.header(document.table.header);
  if (header === undefined) return undefined;
  const conversion = await withSlowProgress(safe`Converting ${baseName(source)}`, async (token) => {
    const { bytes, report } = await converted(sourceOf(source, planned), plan ?? format, header, services, token);
    const told = qdq ? withQdq(report, qdq.read) : report;
    return { bytes, report: replaced.length > 0 ? { ...told, replaced } : told };
  });
  const target = conversion && (await answers.target(conversion.report, plan !== null));
  if (!conversion || !target) return undefined;
  const sourceIs = t`the file that is being converted`;
  const { mayOverwrite } = answers;
  await writeNewFile({ source, sourceIs, target, mayOverwrite }, conversion.bytes);
  labelOrigins(labels, target, plan, document);
  const plain = qdq?.read.plain ?? null;
  const plainTarget = plain && (await answers.plainTarget());
  if (plain && plainTarget) await writeNewFile({ source, sourceIs, target: plainTarget, mayOverwrite }, plain);
  return { target, report: conversion.report };
}

/** What is transferred: with numbers from elsewhere it is no longer what the file says. */
function sourceOf(uri: vscode.Uri, { document, replaced, qdq }: Asked): TransferSource {
  return { uri, document, isAsRead: replaced.length === 0 && qdq === null };
}

/** A Q/DQ model may have entries under some options, and none under others. */
function refuseEmpty(source: vscode.Uri, { document }: Numbers): void {
  const empty = emptinessOf(document);
  if (empty !== null) throw new Error(t`"${baseName(source)}": ${empty} There is nothing to convert.`);
}

async function readSource(
  { source, format: target, services }: ConvertRequest,
  token?: vscode.CancellationToken,
): Promise<TableDocument> {
  const document = await readTable(source, services, token);
  const { format } = document;
  if (format.id === target.id && keyedBy(document) === target.keyedBy)
    throw new Error(t`"${baseName(source)}" is already a ${format.label}.`);
  return document;
}
