import { counted } from '../../../core/render/counts.js';
import { FLOAT_LAYERS } from '../../../core/transfer/qdqReport.js';
import type { QdqMessage } from '../../../protocol/qdqReview.js';
import { baseName } from '../../ui/baseName.js';
import type { QdqPlanned } from './qdqJobs.js';
import { originOf } from './qdqOrigin.js';
import { t } from '../../../core/texts/translate.js';

/** A plan as the review draws it. */
export function qdqMessage({ planned, ...asked }: QdqPlanned): QdqMessage {
  const { rows, report } = planned;
  const { placement, perTensorWeights, exclude } = asked.options;
  return {
    type: 'qdq',
    tableFile: baseName(asked.table),
    modelFile: baseName(asked.model),
    placement,
    perTensorWeights,
    entries: report.entriesIn,
    placed: report.entriesOut,
    weights: report.weights.length,
    kinds: rows.map(({ kind }) => kind),
    layers: rows.map(({ layer }) => layer),
    ops: rows.map(({ op }) => op),
    tensors: rows.map(({ tensor }) => tensor),
    scales: Float64Array.from(rows, ({ scale }) => scale),
    whys: rows.map(({ why }) => why),
    excluded: exclude,
    warnings: warningsOf(planned),
    kept: { origin: originOf(asked), byHand: [] },
  };
}

function warningsOf({ report, unknownExcluded }: QdqPlanned['planned']): string[] {
  const { opset, renamed, unplaced, dropped } = report;
  const absent = unplaced.length + dropped.length;
  return [
    ...unknownExcluded.map((name) => t`The model has no node or tensor "${name}" to leave in float.`),
    ...(renamed.length === 0
      ? []
      : [t`${counted(renamed.length, t`entry`, t`entries`)} of layers went to the tensors that these layers write.`]),
    ...(opset.from === opset.to
      ? []
      : [
          t`The model is raised from opset ${opset.from} to ${opset.to}, as Q/DQ pairs need it: ${counted(opset.rewritten.length, t`node is`, t`nodes are`)} written in another way, with the same meaning.`,
        ]),
    ...(absent === 0
      ? []
      : [
          t`${counted(absent, t`entry is`, t`entries are`)} not in the new model, nor are version and algorithm: keep the table.`,
        ]),
    FLOAT_LAYERS,
  ];
}
