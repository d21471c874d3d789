/**
 * ONNX models with explicit quantization, read only: each QuantizeLinear on an activation is an entry. What makes
 * none (asymmetric, per channel, computed, weights) is kept, with the reason.
 */
import { floatToBits } from '../bytes/float32.js';
import { finding, type Finding } from '../findings/finding.js';
import { unquantizedLayers } from '../model/qdq/coverage.js';
import { entriesOf, type QdqEntries } from '../model/qdq/entries.js';
import { hasPairs, readPairs, type QdqReading } from '../model/qdq/pairs.js';
import { graphOf } from '../model/graph.js';
import { readModel } from '../model/model.js';
import { ModelError } from '../model/records.js';
import { NO_HEADER } from '../table/header.js';
import type { CalibrationTable } from '../table/table.js';
import type { KeptPart, Sample, TableDocument, TableFormat } from './format.js';
import { SpanBuilder } from './spanBuilder.js';
import { t } from '../texts/translate.js';

export const onnxQdq: TableFormat = {
  id: 'onnx-qdq',
  label: t`ONNX model with Q/DQ pairs`,
  extensions: ['onnx'],
  fileNames: { sure: [], possible: ['*.onnx'] },
  quantity: 'scale',
  storage: 'float32',
  keyedBy: 'tensor',
  onMissing: {
    one: t`the layers that read it run in the type of the model`,
    several: t`the layers that read them run in the type of the model`,
  },
  hasHeader: false,
  isText: false,
  oddNumbers: {
    zero: t`TensorRT wants every scale of a QuantizeLinear above zero.`,
    infinite: t`every value becomes 0.`,
    nan: t`no value can be quantized with it.`,
    negative: t`TensorRT wants every scale of a QuantizeLinear above zero.`,
  },
  detect,
  read,
};

/** Field 1 (the IR version) comes first in what any exporter writes; other orders are taken for files that are named so. */
function detect({ bytes, isText, fileName }: Sample): number {
  if (isText || (bytes[0] !== 8 && !fileName.endsWith('.onnx'))) return 0;
  try {
    return hasPairs(graphOf(readModel(bytes))) ? 1 : 0;
  } catch {
    return 0;
  }
}

function read(bytes: Uint8Array): TableDocument {
  try {
    return documentOf(bytes, readPairs(readModel(bytes)));
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return tableOf(bytes, { entries: [], dropped: [], conflicts: [] }, [finding('unreadable-line', sentence(error))]);
  }
}

function sentence({ message }: ModelError): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

function documentOf(bytes: Uint8Array, reading: QdqReading): TableDocument {
  const found = entriesOf(reading.activations);
  const findings = [
    ...found.conflicts.map(({ tensor, scales }) =>
      finding(
        'qdq-conflict',
        t`"${tensor}" is quantized with ${scales.length} different scales (${scales.join(', ')}): no entry is made of them.`,
      ),
    ),
    ...asymmetric(reading),
    ...otherNotes(found),
    ...unquantizedLayers(reading.graph).map(({ name, why }) => finding('no-pair-for-layer', `"${name}": ${why}.`)),
  ];
  return { ...tableOf(bytes, found, findings), kept: keptParts(reading, found) };
}

function tableOf(bytes: Uint8Array, { entries }: QdqEntries, findings: readonly Finding[]): TableDocument {
  const spans = new SpanBuilder();
  entries.forEach(() => spans.add({ start: 0, end: 0, nameStart: 0, nameEnd: 0, valueStart: 0, valueEnd: 0, line: 0 }));
  return { format: onnxQdq, bytes, findings, spans: spans.build(), table: qdqTable(entries) };
}

/** A table of entries that a Q/DQ model holds, or that are made of its own. */
export function qdqTable(entries: readonly { readonly name: string; readonly scale: number }[]): CalibrationTable {
  return {
    format: 'onnx-qdq',
    quantity: 'scale',
    header: NO_HEADER,
    names: entries.map(({ name }) => name),
    values: Float64Array.from(entries, ({ scale }) => scale),
    bits: Uint32Array.from(entries, ({ scale }) => floatToBits(scale)),
  };
}

function asymmetric({ activations }: QdqReading): Finding[] {
  return activations.flatMap(({ tensor, kind, why, scale }) =>
    kind === 'asymmetric'
      ? [
          finding(
            'qdq-asymmetric',
            t`"${tensor}" is ${why ?? ''}: a table holds symmetric scales only, so it has no entry (the symmetric scale that holds as much is ${scale}).`,
          ),
        ]
      : [],
  );
}

/** How entries are stored where that is not plain int8: once for all of them. */
function otherNotes({ entries }: QdqEntries): Finding[] {
  const notes = new Set(entries.flatMap(({ note }) => note ?? []));
  return [...notes].map((note) => {
    const count = entries.filter((entry) => entry.note === note).length;
    return finding('qdq-asymmetric', `${count} ${count === 1 ? t`tensor has` : t`tensors have`} ${note}.`);
  });
}

function keptParts({ weights }: QdqReading, { dropped, conflicts }: QdqEntries): KeptPart[] {
  const parts: KeptPart[] = [
    { title: t`Quantized weights`, items: weights.map(({ name, text }) => ({ name, text, line: 0 })) },
    { title: t`Pairs without an entry`, items: dropped.map(({ name, why }) => ({ name, text: why, line: 0 })) },
    {
      title: t`Tensors with several scales`,
      items: conflicts.map(({ tensor, scales }) => ({ name: tensor, text: scales.join(', '), line: 0 })),
    },
  ];
  return parts.filter(({ items }) => items.length > 0);
}
