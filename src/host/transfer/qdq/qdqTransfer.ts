import * as vscode from 'vscode';
import { safe } from '../../../core/render/safe.js';
import type { KeptReview } from '../../../protocol/review.js';
import { pickNetwork } from '../../network/pickNetwork.js';
import { askNewFile } from '../../ui/ask.js';
import { baseName } from '../../ui/baseName.js';
import { pickTable } from '../../ui/pickTable.js';
import { writeNewFile } from '../newFile.js';
import { runTransfer, unseen, type Transfer } from '../transfer.js';
import { planQdqOf, writeQdqOf, type QdqPlanned } from './qdqJobs.js';
import { askedOf } from './qdqOrigin.js';
import { QdqPanel, reviewQdq } from './qdqPanel.js';
import { USUAL_OPTIONS, type QdqAsked, type QdqOptions, type QdqServices, type QdqWritten } from './qdqRequest.js';
import { absentBeside, outcome } from './qdqText.js';
import { t } from '../../../core/texts/translate.js';

type QdqTransfer = Transfer<QdqAsked, QdqPlanned, QdqWritten>;

/**
 * Writes a table's scales into an ONNX model, from the first question to the last message; with options nothing is asked and
 * nothing shown. Undefined: the user cancelled. Throws Error with a sentence for the user.
 * @param file a table, or the model (named `.onnx`); what is missing is asked for
 */
export function writeIntoModel(
  file: vscode.Uri | undefined,
  shared: QdqServices,
  options: QdqOptions | undefined,
): Promise<QdqWritten | undefined> {
  if (!options) return runTransfer(transferOf(() => askFiles(file, shared), shared));
  const { target, model, overwrite = false, ...rest } = options;
  const asked = file && { table: file, model, options: { ...USUAL_OPTIONS, ...rest } };
  const to = async (): Promise<vscode.Uri> => target;
  return runTransfer(unseen(transferOf(async () => asked, shared, { target: to, mayOverwrite: overwrite })));
}

/** Opens a review again, after a restart. */
export function reopenQdqReview(panel: vscode.WebviewPanel, kept: KeptReview, shared: QdqServices): void {
  const transfer = transferOf(async () => undefined, shared);
  new QdqPanel(panel, shared.services, askedOf(kept.origin), async (planned) => {
    const done = await transfer.write(planned);
    if (done) void transfer.tell(done);
    return done !== undefined;
  });
}

function transferOf(
  ask: QdqTransfer['ask'],
  { services, reports }: QdqServices,
  { target, mayOverwrite } = { target: askTarget, mayOverwrite: true },
): QdqTransfer {
  return {
    ask,
    plan: (asked) => planQdqOf(asked, services),
    review: (planned, approve) => reviewQdq(planned, services, approve),
    write: async (planned) => {
      const to = await target(planned.model);
      const written = to && (await writeQdqOf(planned, services));
      if (!to || !written) return undefined;
      const sourceIs = t`the model that the pairs go into`;
      await writeNewFile({ source: planned.model, sourceIs, target: to, mayOverwrite }, written.pieces);
      return { target: to, report: written.report, absent: await absentBeside(to, written.external) };
    },
    tell: (done) => reports.tell(outcome(done), { written: done.target }),
  };
}

/** A model is known by its name. */
async function askFiles(
  file: vscode.Uri | undefined,
  { networks, services }: QdqServices,
): Promise<QdqAsked | undefined> {
  const title = safe`Write into an ONNX model`;
  const given = file && /\.onnx$/i.test(file.path) ? file : undefined;
  const table =
    (given ? undefined : file) ?? (await pickTable(services, safe`${title}: the table`, ...(given ? [given] : [])));
  const model = table && (given ?? (await pickNetwork(table, networks, safe`${title}: the model`, { onlyOnnx: true })));
  return table && model ? { table, model, options: USUAL_OPTIONS } : undefined;
}

/** Beside the model, where the files with its weights are, too. */
function askTarget(model: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const name = `${baseName(model).replace(/\.onnx$/i, '')}-qdq.onnx`;
  return askNewFile({
    title: safe`Write the Q/DQ model`,
    saveLabel: t`Write`,
    defaultUri: vscode.Uri.joinPath(model, '..', name),
    filters: { [t`ONNX models`]: ['onnx'], [t`All Files`]: ['*'] },
  });
}
