/** What is measured, and against what. */
import { checkDocument } from '../src/core/check/index.js';
import { RunningCheck } from '../src/core/check/runningCheck.js';
import { convertDocument } from '../src/core/transfer/convert.js';
import { diffTables } from '../src/core/diff/diff.js';
import type { EditableFormat, TableDocument } from '../src/core/formats/format.js';
import { detect } from '../src/core/formats/index.js';
import { nvdla } from '../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../src/core/formats/tensorrt/tensorrt.js';
import { updated } from '../src/core/formats/update/updated.js';
import { applySplice, inverseSplice, type Splice } from '../src/core/bytes/splice.js';
import { histogram, rangesOf, summarize } from '../src/core/table/stats.js';
import { Random } from '../samples/generator/random.js';
import { cacheText, type Tensor } from '../samples/generator/tensor.js';
import { LONG_LINES } from '../test/core/support/longLines.js';
import { measure, type Measured, type Work } from './measure.js';

/** Reading, checking, editing, summing up, comparing and writing a cache. */
export function cacheMeasures(entries: number, times: number): Measured[] {
  const bytes = Buffer.from(cacheText('TRT-8601-EntropyCalibration2', tensors(entries)));
  const document = tensorrt.read(bytes);
  const splitLines: Work = {
    what: 'decode and split the lines',
    run: () =>
      bytes
        .toString('utf8')
        .split('\n')
        .map((line) => line.split(': ')),
  };
  const copy: Work = { what: 'copy the bytes', run: () => new Uint8Array(bytes) };
  const against = (baseline: Work, what: string, run: () => unknown): Measured =>
    measure({ what, run }, baseline, entries, times);
  return [
    against(splitLines, 'read a cache', () => tensorrt.read(bytes)),
    against(splitLines, 'check a cache', () => checkDocument(document)),
    against(splitLines, 'write a cache', () => tensorrt.write(document.table)),
    against(splitLines, 'summary and histogram', () => statistics(document)),
    against(splitLines, 'compare with itself', () => diffTables(document.table, document.table)),
    against(copy, 'make an edit in the middle', () => editMiddle(document)),
    against(copy, 'one edit, its findings and its undoing', editing(tensorrt, document)),
  ];
}

/** Work of an editor's host: the edit, the document after it, what is found in it, and the way back. */
function editing(format: EditableFormat, first: TableDocument): () => unknown {
  const running = new RunningCheck(first);
  const middle = first.table.names.length >> 1;
  const step = (splice: Splice): unknown => {
    const { document, change } = updated(running.document, splice);
    if (!change) throw new Error('The whole file was read again.');
    running.follow(document, change);
    return running.findings();
  };
  return () => {
    const splice = format.edit(running.document, { kind: 'insert', index: middle, name: 'a new entry', value: 0.25 });
    return splice && [step(splice), step(inverseSplice(splice))];
  };
}

/** Reading, editing and writing an NVDLA table. */
export function calibMeasures(entries: number, times: number): Measured[] {
  const source = tensorrt.read(Buffer.from(cacheText('TRT-8601-EntropyCalibration2', tensors(entries))));
  const { bytes } = convertDocument(source, nvdla, null);
  const document = nvdla.read(bytes);
  const text = Buffer.from(bytes).toString('utf8');
  const parse: Work = { what: 'JSON.parse', run: () => JSON.parse(text) as unknown };
  const against = (what: string, run: () => unknown): Measured => measure({ what, run }, parse, entries, times);
  return [
    against('read an NVDLA table', () => nvdla.read(bytes)),
    against('check an NVDLA table', () => checkDocument(document)),
    against('convert a cache to NVDLA', () => convertDocument(source, nvdla, null)),
    against('edit an NVDLA table', () => nvdla.edit(document, { kind: 'set', index: entries >> 1, value: 0.25 })),
    against('one edit, its findings and its undoing', editing(nvdla, document)),
  ];
}

/** Tensors with names as of a large network, the same in every run. */
export function tensors(entries: number): Tensor[] {
  const random = new Random(entries);
  return Array.from({ length: entries }, (_, i) => ({
    name: `/model.${i % 97}/cv${i}/conv/Conv_output_0`,
    scale: random.logNormal(0.05, 1),
  }));
}

function statistics({ table }: TableDocument): unknown {
  const ranges = rangesOf(table);
  return [summarize(ranges), histogram(ranges, 'log'), histogram(ranges, 'linear')];
}

function editMiddle(document: TableDocument): unknown {
  const splice = tensorrt.edit(document, { kind: 'set', index: document.table.names.length >> 1, value: 0.25 });
  return splice && applySplice(document.bytes, splice);
}

/** Detection of other people's long lines: every tab that is opened costs this once. */
export function longLineMeasures(times: number): Measured[] {
  return Object.entries(LONG_LINES).map(([kind, text]) => {
    const bytes = Buffer.from(text);
    const split: Work = { what: 'decode and split the words', run: () => bytes.toString('utf8').split(/[\s:]/) };
    return measure({ what: `detect 64 KiB of ${kind}`, run: () => detect(bytes, 'calib.json') }, split, 1, times);
  });
}
