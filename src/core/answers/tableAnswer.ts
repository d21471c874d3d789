import { bitsToHex } from '../bytes/float32.js';
import { checkDocument } from '../check/index.js';
import type { TableDocument } from '../formats/format.js';
import type { Histogram } from '../activations/histogram.js';
import { layerTypeOf } from '../table/entryNames.js';
import { rangesOf, summarize } from '../table/stats.js';
import { entryAt, entryEnds, type CalibrationTable } from '../table/table.js';
import type { EntryAnswer, TableAnswer } from './shapes.js';

/** All that a table says, as plain data. */
export function tableAnswer(document: TableDocument): TableAnswer {
  const { table } = document;
  const histograms = document.format.histograms?.(document) ?? [];
  const { raw, trtVersion, algorithm, kind, legacyNumbers } = table.header;
  return {
    format: document.format.id,
    header: { raw, trtVersion, algorithm, kind, legacyNumbers },
    quantity: table.quantity,
    summary: summarize(rangesOf(table)),
    entries: table.names.map((_, index) => ({ ...entryAnswer(table, index), ...histogramOf(histograms[index]) })),
    findings: checkDocument(document),
  };
}

function entryAnswer(table: CalibrationTable, at: number): EntryAnswer {
  const { index, name, value, scale, dynamicRange, bits } = entryAt(table, at);
  const layerType = layerTypeOf(name);
  const ends = entryEnds(table, at);
  const entry = { index, name, layerType, value, scale, dynamicRange, bits: bitsToHex(bits) };
  return ends === null ? entry : { ...entry, min: ends[0], max: ends[1] };
}

function histogramOf(histogram: Histogram | null | undefined): Pick<EntryAnswer, 'histogram'> {
  return histogram ? { histogram: { counts: [...histogram.counts], edges: [...histogram.edges] } } : {};
}
