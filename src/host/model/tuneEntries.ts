/** Ranges of some tensors chosen by what they do to the outputs, as one undoable edit of the open table. */
import * as vscode from 'vscode';
import type { Edit } from '../../core/formats/format.js';
import { counted } from '../../core/render/counts.js';
import { safe } from '../../core/render/safe.js';
import { calibrationLines } from '../../core/run/report/calibrationReport.js';
import { storedFromRange } from '../../core/table/quantization.js';
import { openTable } from '../editor/openTable.js';
import { baseName } from '../ui/baseName.js';
import type { ModelServices } from './modelServices.js';
import { tensorsOf } from './rankTables.js';
import type { RunAsked } from './runAsked.js';
import { runCalibration } from './runCalibration.js';
import { t } from '../../core/texts/translate.js';

/** Tunes tensors of a table that a run has measured. Throws Error with a sentence. @param names as the model calls them */
export async function tuneEntries(
  asked: RunAsked,
  names: readonly string[],
  { services, openFiles, reports }: ModelServices,
): Promise<void> {
  const [uri, model] = [vscode.Uri.parse(asked.table), vscode.Uri.parse(asked.model)];
  const { table, entryNames } = await tensorsOf(uri, model, services);
  const answer = await runCalibration(
    { model, inputs: asked.inputs, method: 'tune', from: table, only: new Set(names) },
    services,
  );
  if (!answer) return;
  const { tune } = answer;
  const changed = tune?.isTaken ? tune.changed : [];
  const to = new Map(changed.map((change) => [entryNames.get(change.name) ?? change.name, change.to]));
  const file = await openTable(uri, openFiles);
  if (file?.content.kind !== 'table') return;
  const { format, table: shown } = file.content.document;
  const edits = shown.names.flatMap((name, index): Edit[] => {
    const range = to.get(name);
    return range === undefined ? [] : [{ kind: 'set', index, value: storedFromRange(range, shown.quantity) }];
  });
  if (edits.length > 0 && !format.edit)
    throw new Error(t`"${baseName(uri)}" can't be edited here: it is ${format.label}.`);
  const problem = edits.length === 0 ? null : await file.applyAll(edits, t`Tune`);
  if (problem !== null) throw new Error(problem);
  await reports.tell(
    {
      severity: 'info',
      message:
        edits.length === 0
          ? safe`No better range was found for ${counted(names.length, t`tensor`, t`tensors`)}: nothing is changed.`
          : safe`Tuned ${counted(edits.length, t`range`, t`ranges`)} of "${baseName(uri)}": not saved yet, and one step to undo.`,
      details: calibrationLines(answer, 'tune').join('\n'),
    },
    {},
  );
}
