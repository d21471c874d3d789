/** The steps of a transfer that take long, in a worker where the table is large. */
import * as vscode from 'vscode';
import { alignTables, type Alignment } from '../../core/diff/align/align.js';
import type { TableDocument, WritableFormat } from '../../core/formats/format.js';
import type { CalibrationTable } from '../../core/table/table.js';
import { convertDocument, writePlan, type Conversion } from '../../core/transfer/convert.js';
import { planWithNetwork, type Plan } from '../../core/transfer/plan.js';
import { packMessage } from '../../protocol/packedNames.js';
import type { Source } from '../../worker/jobs/source.js';
import { unpackAlignment } from '../../worker/packedAlignment.js';
import { packPlan, unpackPlan } from '../../worker/packedPlan.js';
import { baseName } from '../ui/baseName.js';
import type { HostServices } from '../ui/services.js';
import { isLarge, isMuchToAlign } from '../work/large.js';

/** A table that is to be transferred, as it was read. */
export interface TransferSource {
  readonly uri: vscode.Uri;
  readonly document: TableDocument;
  /** False where it has other numbers than its file: a worker, which reads that again, would not have them. */
  readonly isAsRead: boolean;
}

/** Which entry of one table is which of another. Throws CancellationError. */
export async function aligned(
  own: CalibrationTable,
  other: CalibrationTable,
  { background }: HostServices,
  token: vscode.CancellationToken,
): Promise<Alignment> {
  if (!isMuchToAlign(own, other)) return alignTables(own, other);
  return unpackAlignment(await background.run('alignTables', [packMessage(own), packMessage(other)], { token }));
}

/** The plan with the names that a network's file makes the target's reader ask for. Throws NetworkError, or Error with its message, and CancellationError. */
export async function plannedBy(
  network: vscode.Uri,
  source: TransferSource,
  target: WritableFormat,
  { background }: HostServices,
  token: vscode.CancellationToken,
): Promise<Plan> {
  const file = { bytes: await vscode.workspace.fs.readFile(network), label: baseName(network) };
  if (!isWorkersTask(source)) {
    const read = await background.run('network', file, { token, isSmall: !isLarge(file.bytes) });
    return planWithNetwork(source.document, target, read);
  }
  const order = { source: sourceOf(source), format: target.id, network: file };
  return unpackPlan(await background.run('plan', order, { token }));
}

/** The new file: by a plan, or, to a format, with the names as they are. Throws RangeError when it needs a header and none is given, and CancellationError. */
export async function converted(
  source: TransferSource,
  to: Plan | WritableFormat,
  header: string | null,
  { background }: HostServices,
  token: vscode.CancellationToken,
): Promise<Conversion> {
  const { document } = source;
  const isPlan = 'rows' in to;
  if (!isWorkersTask(source)) return isPlan ? writePlan(document, to, header) : convertDocument(document, to, header);
  const order = { source: sourceOf(source), to: isPlan ? packPlan(to) : to.id, header };
  return background.run('convert', order, { token });
}

function isWorkersTask({ document, isAsRead }: TransferSource): boolean {
  return isAsRead && isLarge(document.bytes);
}

function sourceOf({ uri, document }: TransferSource): Source {
  return { bytes: document.bytes, path: uri.path, label: vscode.workspace.asRelativePath(uri) };
}
