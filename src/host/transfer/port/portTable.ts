import * as vscode from 'vscode';
import { baseName } from '../../ui/baseName.js';
import type { ConversionReport } from '../../../core/transfer/convert.js';
import type { TableDocument } from '../../../core/formats/format.js';
import type { Alignment } from '../../../core/diff/align/align.js';
import type { Plan } from '../../../core/transfer/plan.js';
import { insistedOn } from '../../../core/transfer/strangers.js';
import { readTable } from '../../editor/readTable.js';
import type { ReviewOrigin } from '../../../protocol/review.js';
import { safe } from '../../../core/render/safe.js';
import { withSlowProgress } from '../../ui/progress.js';
import { converted } from '../inBackground.js';
import { writeNewFile } from '../newFile.js';
import { reviewUntilWritten, type Reviewed, type ReviewJob } from '../review/reviewPanel.js';
import { reviewAgain, runTransfer, unseen, type Transfer } from '../transfer.js';
import type { Shared } from '../transferShared.js';
import { labelOrigins } from '../labelOrigins.js';
import { answersOf, askingUser, type PortAnswers, type PortOptions } from './portAnswers.js';
import { headerWarnings, portTitle } from './portHeader.js';
import { planWith, type NamesFile } from './portNames.js';
import { portMarks } from './portMarks.js';
import { outcome } from './portText.js';
import { t } from '../../../core/texts/translate.js';

/** What to port, and what a port works with. */
export interface PortRequest extends Shared {
  readonly source: vscode.Uri;
}

/** An old table, and the file of its new names. */
interface Asked {
  readonly document: TableDocument;
  readonly names: NamesFile;
}

/** A port before it is written. */
interface Planned extends Asked {
  readonly header: string;
  readonly plan: Plan;
}

export interface Ported {
  readonly target: vscode.Uri;
  readonly report: ConversionReport;
}

/**
 * Ports a table from the first question to the last message; with options nothing is asked and nothing shown.
 * Undefined: the user cancelled. Throws Error with a sentence for the user.
 */
export function portTable(request: PortRequest, options: PortOptions | undefined): Promise<Ported | undefined> {
  const { services, source, networks } = request;
  const answers = options ? answersOf(options) : askingUser(services, source, networks);
  const transfer = port(request, answers);
  return runTransfer(options ? unseen(transfer) : transfer);
}

/** The review of a port as it is made again after a restart. */
export async function portReviewAgain({ source, names, answers }: ReviewOrigin, shared: Shared): Promise<ReviewJob> {
  const request = { source: vscode.Uri.parse(source), ...shared };
  const file: NamesFile = { uri: vscode.Uri.parse(names), kind: answers['kind'] === 'network' ? 'network' : 'table' };
  const document = await readTable(request.source, shared.services);
  const answered = {
    ...askingUser(shared.services, request.source, shared.networks),
    header: async (): Promise<string> => answers['header'] ?? '',
    agree: async (alignment: Alignment): Promise<Alignment> => insistedOn(alignment),
  };
  return reviewAgain(port(request, answered), { document, names: file }, (planned) => reviewed(planned, request));
}

function port(request: PortRequest, answers: PortAnswers): Transfer<Asked, Planned, Ported> {
  const { source, services, reports } = request;
  return {
    ask: async () => {
      const document = await withSlowProgress(safe`Reading ${baseName(source)}`, (token) =>
        readTable(source, services, token),
      );
      const names = document && (await answers.names());
      return names && { document, names };
    },
    plan: async ({ document, names }) => {
      const byNames = await planWith(names, { uri: source, document, isAsRead: true }, services, answers.agree);
      const header = byNames && (await answers.header(document.table.header, byNames.header, names));
      return byNames && header !== undefined ? { document, names, header, plan: byNames.plan } : undefined;
    },
    review: (planned, approve) =>
      reviewUntilWritten(reviewed(planned, request), services, (plan) => approve({ ...planned, plan })),
    write: (approved) => write(approved, request, answers),
    tell: ({ target, report }) => reports.tell(outcome(target, report), { written: target, pair: [source, target] }),
  };
}

function reviewed({ document, names, header, plan }: Planned, { source }: PortRequest): Reviewed {
  const warnings = [...plan.warnings, ...headerWarnings(document.table.header, header, plan)];
  const texts = {
    title: portTitle(header),
    sourceFile: baseName(source),
    namesFile: baseName(names.uri),
    action: t`Write TensorRT Cache…`,
  };
  const origin: ReviewOrigin = {
    transfer: 'port',
    source: source.toString(),
    names: names.uri.toString(),
    answers: { kind: names.kind, header },
  };
  return { plan: { ...plan, warnings }, document, texts, origin };
}

async function write(
  { document, names, header, plan }: Planned,
  { source, services, labels }: PortRequest,
  answers: PortAnswers,
): Promise<Ported | undefined> {
  const target = await answers.target(header, names);
  if (!target) return undefined;
  const conversion = await withSlowProgress(safe`Writing ${baseName(target)}`, (token) =>
    converted({ uri: source, document, isAsRead: true }, plan, header, services, token),
  );
  if (!conversion) return undefined;
  const { bytes, report } = conversion;
  if (report.entriesOut === 0)
    throw new Error(t`No entry of "${baseName(source)}" goes with a new name: there is nothing to write.`);
  const sourceIs = t`the table with the old scales`;
  await writeNewFile({ source, sourceIs, target, mayOverwrite: answers.mayOverwrite }, bytes);
  labelOrigins(labels, target, plan, document);
  const given = plan.rows.names.filter((_, row) => plan.rows.sourceOf(row) !== null);
  return { target, report: await portMarks(source, target, report, given) };
}
