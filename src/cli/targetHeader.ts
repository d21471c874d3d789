/** The header line of a TensorRT cache that is to be written. */
import { ALGORITHMS, parseHeader, type TableHeader } from '../core/table/header.js';
import { algorithmStatement, reuseBetween } from '../core/table/reuse.js';
import { wantedHeader } from '../core/transfer/wantedHeader.js';
import { Failure } from './failure.js';

export interface HeaderOptions {
  readonly trtVersion?: string;
  readonly algorithm?: string;
}

/** The source's own line unless the user wants another; else one made of version and algorithm. Throws {@link Failure}. */
export function targetHeader(source: TableHeader, wanted: HeaderOptions): string {
  const header = wantedHeader(source, wanted);
  if ('line' in header) return header.line;
  switch (header.problem) {
    case 'no-version':
      throw new Failure('--trt-version is needed (such as 8.6.1): the source names no TensorRT version.');
    case 'bad-version':
      throw new Failure(
        `--trt-version ${wanted.trtVersion}: this is no TensorRT version; write it like 8.6.1 or 10.1.0.`,
      );
    case 'bad-algorithm':
      throw new Failure(`--algorithm ${wanted.algorithm}: known are ${ALGORITHMS.join(', ')}.`);
  }
}

/** What is known about using the scales under a header of another version than their own. */
export function headerNotes(source: TableHeader, header: string | null): string[] {
  if (header === null || header === source.raw) return [];
  const target = parseHeader(header);
  const from = source.trtVersion === null ? target : source;
  const algorithm = algorithmStatement(source, target);
  return [
    ...(algorithm === null ? [] : [algorithm]),
    ...reuseBetween(from, target).statements.map(({ text, basis }) => `${text} (${basis})`),
  ];
}
