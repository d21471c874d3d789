/** A table's scales written into an ONNX model as Q/DQ pairs, and read of one. All throw Error for what is no table, ModelError for what is no model. */
import { readNetwork } from '../../core/naming/networkKinds.js';
import { externalFiles } from '../../core/model/tensorData.js';
import type { Pieces } from '../../core/model/pieces.js';
import { readFromQdq, type FromQdq, type FromQdqOptions } from '../../core/transfer/fromQdq.js';
import { qdqReport, type QdqReport } from '../../core/transfer/qdqReport.js';
import { qdqRows, type QdqRow } from '../../core/transfer/qdqRows.js';
import { tensorTable } from '../../core/transfer/tensorTable.js';
import { planQdq, writeQdq, type QdqPlan, type ToQdqOptions } from '../../core/transfer/toQdq.js';
import type { Aid } from '../aid.js';
import { packDocument, type PackedDocument } from '../packedDocument.js';
import { tableOf, type Source } from './source.js';

export interface QdqOrder {
  readonly source: Source;
  readonly model: Pick<Source, 'bytes' | 'label'>;
  readonly options: ToQdqOptions;
}

/** A plan to look at. */
export interface PlannedQdq {
  readonly rows: readonly QdqRow[];
  readonly report: QdqReport;
  /** Names to exclude that the model does not have. */
  readonly unknownExcluded: readonly string[];
}

/** The new model. */
export interface WrittenQdq {
  /** What most of the pieces are parts of: handed over, it is copied nowhere. */
  readonly basis: Uint8Array;
  readonly pieces: Pieces;
  readonly report: QdqReport;
  /** Files beside the model that it reads its weights from. */
  readonly external: readonly string[];
}

export async function planQdqJob(order: QdqOrder, aid: Aid): Promise<PlannedQdq> {
  const { plan, report } = await planned(order, aid);
  return { rows: qdqRows(plan), report, unknownExcluded: plan.unknownExcluded };
}

export async function writeQdqJob(order: QdqOrder, aid: Aid): Promise<WrittenQdq> {
  const { plan, report } = await planned(order, aid);
  return { basis: plan.model.bytes, pieces: writeQdq(plan), report, external: externalFiles(plan.model) };
}

/** A Q/DQ model to be read as a table. */
export interface ReadQdqOrder {
  readonly source: Source;
  readonly options: FromQdqOptions;
}

/** That table, and what became of the pairs. */
export interface ReadQdq extends Omit<FromQdq, 'document'> {
  readonly document: PackedDocument;
  /** The model; the pieces of the plain one are parts of it. */
  readonly basis: Uint8Array;
}

export async function readQdqJob({ source, options }: ReadQdqOrder, { external }: Aid): Promise<ReadQdq> {
  const { document, ...rest } = await readFromQdq(tableOf(source), options, external);
  return { ...rest, document: packDocument(document), basis: source.bytes };
}

async function planned(
  { source, model, options }: QdqOrder,
  aid: Aid,
): Promise<{ readonly plan: QdqPlan; readonly report: QdqReport }> {
  const { table, renamed } = await tensorTable(tableOf(source), () => readNetwork(model.bytes, model.label));
  const plan = await planQdq(table, model.bytes, options, aid);
  return { plan, report: qdqReport(table, plan, renamed) };
}
