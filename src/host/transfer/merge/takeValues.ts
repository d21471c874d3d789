import type * as vscode from 'vscode';
import { baseName } from '../../ui/baseName.js';
import type { TableDocument } from '../../../core/formats/format.js';
import type { Alignment } from '../../../core/diff/align/align.js';
import type { TableFile } from '../../editor/tableFile.js';
import type { OpenFiles } from '../../editor/openFiles.js';
import { openTable } from '../../editor/openTable.js';
import type { HostServices } from '../../ui/services.js';
import { alignedWith } from '../strangers.js';
import { runTransfer, unseen, type Transfer } from '../transfer.js';
import type { TransferReport, TransferReports } from '../transferReports.js';
import type { MergeAnswers } from './mergeAnswers.js';
import type { Choice } from './mergeChoice.js';
import { editsOf, offerOf, type Offer } from './mergeOffer.js';
import { takenText } from './mergeText.js';
import { t } from '../../../core/texts/translate.js';

/** What a merge works with. */
export interface MergeServices {
  readonly services: HostServices;
  readonly openFiles: OpenFiles;
  readonly reports: TransferReports;
}

/** A table in our editor, as it was when the question was asked. */
interface Target {
  readonly uri: vscode.Uri;
  readonly file: TableFile;
  readonly document: TableDocument;
  readonly revision: number;
}

/** The table to change, and the one with the values. */
interface Asked {
  readonly target: Target;
  readonly from: vscode.Uri;
}

/** What is to be taken. */
interface Planned extends Asked {
  readonly offer: Offer;
  readonly choice: Choice;
}

interface Taken extends Asked {
  readonly report: TransferReport;
}

/** Takes values, from the first question to the last message. Undefined: the user cancelled. Throws Error with a sentence for the user. */
export async function takeValues(shared: MergeServices, answers: MergeAnswers): Promise<TransferReport | undefined> {
  return (await runTransfer(merge(shared, answers)))?.report;
}

/** The same for a caller that gave all answers: nothing is asked and nothing shown but the table. */
export async function takeValuesUnseen(
  shared: MergeServices,
  answers: MergeAnswers,
): Promise<TransferReport | undefined> {
  return (await runTransfer(unseen(merge(shared, answers))))?.report;
}

function merge(
  { services, openFiles, reports }: MergeServices,
  answers: MergeAnswers,
): Transfer<Asked, Planned, Taken> {
  return {
    ask: async () => {
      const target = await targetOf(await answers.into(), openFiles);
      const from = target && (await answers.from(target.uri));
      return from && { target, from };
    },
    plan: async ({ target, from }) => {
      const { document, uri } = target;
      const agree = (found: Alignment): Promise<Alignment | undefined> => answers.agree(found, uri, from);
      const other = await alignedWith(from, document.table, services, agree);
      const offer = other && offerOf(document, other.document.table, other.alignment);
      const choice = offer && (await answers.choice(offer, from));
      return choice && { target, from, offer, choice };
    },
    // The table itself shows what was taken, and one undo gives it back.
    review: (planned, approve) => approve(planned),
    write: (planned) => take(planned),
    tell: ({ target, from, report }) => reports.tell(report, { pair: [target.uri, from], isShown: true }),
  };
}

/** The table to change, opened when it is not; undefined when the user cancelled, or the file turned out to be something else. */
async function targetOf(uri: vscode.Uri | undefined, openFiles: OpenFiles): Promise<Target | undefined> {
  const file = uri && (await openTable(uri, openFiles));
  if (!uri || file?.content.kind !== 'table') return undefined;
  const { document } = file.content;
  const { format } = document;
  if (!format.edit)
    throw new Error(
      t`Values can't be put into "${baseName(uri)}": files of its kind (${format.label}) can't be edited here. Convert it to another kind first.`,
    );
  return { uri, file, document, revision: file.revision };
}

/** Makes the edit. Throws Error when it can't be made; then nothing is changed. */
async function take({ target, from, offer, choice: { values, refused } }: Planned): Promise<Taken> {
  const { uri, file, revision } = target;
  const problem = await file.applyAll(editsOf(offer, values), t`Take Values`, revision);
  if (problem !== null) throw new Error(problem);
  const report = takenText({
    into: baseName(uri),
    from: baseName(from),
    values: [...values],
    refused,
    warnings: offer.warnings,
  });
  return { target, from, report };
}
