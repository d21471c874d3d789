import { emptinessOf } from '../core/formats/emptiness.js';
import { writableById } from '../core/formats/index.js';
import type { TableDocument, WritableFormat } from '../core/formats/format.js';
import { readNetwork } from '../core/naming/networkKinds.js';
import { ALGORITHMS, type TableHeader } from '../core/table/header.js';
import { convertDocument, writePlan, type Conversion } from '../core/transfer/convert.js';
import { missingRows, planWithNetwork } from '../core/transfer/plan.js';
import { wantedHeader, type HeaderProblem } from '../core/transfer/wantedHeader.js';
import type { ConvertOptions } from './options.js';

const HEADER_PROBLEMS: Readonly<Record<HeaderProblem, string>> = {
  'no-version': 'A trtVersion is needed (such as "8.6.1"): the source names no TensorRT version.',
  'bad-version': 'The trtVersion is no TensorRT version; write it like "8.6.1" or "10.1.0".',
  'bad-algorithm': `The algorithm is none of ${ALGORITHMS.join(', ')}.`,
};

/** Converts a file. Throws Error with a sentence when it can't be. */
export function conversion(source: TableDocument, to: string, options: ConvertOptions): Conversion {
  const target = writableById(to);
  const empty = emptinessOf(source);
  if (empty !== null) throw new Error(`${empty} There is nothing to convert.`);
  const header = target.hasHeader ? headerFor(source.table.header, options) : null;
  return options.network === undefined
    ? convertDocument(source, target, header)
    : byNetwork(source, target, header, { ...options, network: options.network });
}

function byNetwork(
  source: TableDocument,
  target: WritableFormat,
  header: string | null,
  { network: { bytes, name }, allowMissing }: ConvertOptions & Required<Pick<ConvertOptions, 'network'>>,
): Conversion {
  const plan = planWithNetwork(source, target, readNetwork(bytes, name));
  const missing = missingRows(plan);
  if (plan.needsEveryRow && missing.length > 0 && !allowMissing)
    throw new Error(
      `The network needs entries that the table lacks, and the reader of the new file stops at the first of them: ${missing.join(', ')}. Add them, or allowMissing.`,
    );
  return writePlan(source, plan, header);
}

function headerFor(source: TableHeader, wanted: ConvertOptions): string {
  const header = wantedHeader(source, wanted);
  if ('problem' in header) throw new Error(HEADER_PROBLEMS[header.problem]);
  return header.line;
}
