/**
 * TensorRT's verbose build logs with lines of scales, read only: what the build took for each tensor, in six digits. A lost
 * cache can be made of them. Other logs are no tables: `check --network` and `build` read those.
 */
import { byteText, decodedText, utf16Order } from '../bytes/bytes.js';
import { LogReader } from '../build/log/logReader.js';
import { SCALE } from '../build/log/patterns.js';
import type { Build } from '../build/build.js';
import { NO_HEADER, parseHeader, type TableHeader } from '../table/header.js';
import { headerLine, numberOfVersion } from '../table/trtVersion.js';
import type { Reading, Sample, TableFormat } from './format.js';
import { linesOf } from './lines/lines.js';
import { TENSORRT_ODD_NUMBERS } from './oddNumbers.js';
import { LEAVES_INT8 } from './onMissing.js';
import { SpanBuilder } from './spanBuilder.js';
import { t } from '../texts/translate.js';

export const trtLog: TableFormat = {
  id: 'trt-log',
  label: t`TensorRT build log`,
  extensions: ['log'],
  fileNames: { sure: [], possible: [] },
  quantity: 'scale',
  storage: 'decimal',
  keyedBy: 'tensor',
  carriedNote: t`The scales are as the log prints them, in six digits: each is up to 5e-6 of itself away from the one that the build used.`,
  onMissing: LEAVES_INT8,
  hasHeader: true,
  isText: true,
  oddNumbers: TENSORRT_ODD_NUMBERS,
  detect,
  read: (bytes) => ({ format: trtLog, ...read(bytes) }),
};

/** What a line of a scale says before the tensor's name; it may stand far behind the head of a long log. */
const WORDS = 'scale and zero-point Quantization(scale: {';

function detect({ bytes, head, isText }: Sample): number {
  const isWide = utf16Order(bytes) !== null;
  if (!isText && !isWide) return 0;
  // In a log, a line in the first 64 KiB is TensorRT's.
  if (!isWide && !/TRT|TensorRT|VERBOSE|zero-point/.test(head)) return 0;
  const text = isWide ? decodedText(bytes) : byteText(bytes);
  return text.includes(WORDS) && read(bytes).table.names.length > 0 ? 1 : 0;
}

function read(bytes: Uint8Array): Reading {
  const log = new LogReader();
  const lines = new Map<string, Line>();
  const isWide = utf16Order(bytes) !== null;
  const text = decodedText(bytes);
  const raw = isWide ? text : byteText(bytes);
  let number = 0;
  for (const { start, end, number: line } of linesOf(raw)) {
    const content = raw === text ? text.slice(start, end) : decodedText(bytes.subarray(start, end));
    log.line(content);
    const name = content.includes(WORDS) ? SCALE.exec(content)?.[1] : undefined;
    // The last line of a tensor counts, and the first tells the order.
    if (name !== undefined) lines.set(name, { start, end, line, order: lines.get(name)?.order ?? number++ });
  }
  return tableOf(bytes, log.end(), lines, isWide);
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Counts the tensors in the log's order. */
  readonly order: number;
}

function tableOf(bytes: Uint8Array, build: Build | null, lines: ReadonlyMap<string, Line>, isWide: boolean): Reading {
  const order = (name: string): number => lines.get(name)?.order ?? Infinity;
  const scaled = (build?.tensors ?? [])
    .flatMap(({ name, scale }) => (scale === null ? [] : [{ name, scale }]))
    .sort((a, b) => order(a.name) - order(b.name));
  const spans = new SpanBuilder();
  for (const { name } of scaled) {
    const { start, end, line } = lines.get(name) ?? { start: 0, end: 0, line: 0 };
    // Places are in bytes; in UTF-16 only the line is told.
    const [from, to] = isWide ? [0, 0] : [start, end];
    spans.add({ start: from, end: to, nameStart: from, nameEnd: from, valueStart: to, valueEnd: to, line });
  }
  return {
    bytes,
    findings: [],
    spans: spans.build(),
    table: {
      format: 'trt-log',
      quantity: 'scale',
      digits: 6,
      header: headerOf(build),
      names: scaled.map(({ name }) => name),
      values: Float64Array.from(scaled, ({ scale }) => scale),
    },
  };
}

/** The header of the cache that the log's version and algorithm make. */
function headerOf(build: Build | null): TableHeader {
  const { trtVersion, algorithm } = build ?? {};
  if (!trtVersion || !algorithm || numberOfVersion(trtVersion) === null) return NO_HEADER;
  return parseHeader(headerLine(trtVersion, algorithm));
}
