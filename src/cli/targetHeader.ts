/** The header line of a TensorRT cache that is to be written. */
import { algorithmOf, ALGORITHMS, parseHeader, type TableHeader } from '../core/table/header.js';
import { headerLine, numberOfVersion } from '../core/table/trtVersion.js';
import { algorithmStatement, reuseBetween } from '../core/table/reuse.js';
import { Failure } from './failure.js';

export interface HeaderOptions {
  readonly trtVersion?: string;
  readonly algorithm?: string;
}

const DEFAULT_ALGORITHM = 'EntropyCalibration2';

/** The source's own line unless the user wants another; else one made of version and algorithm. Throws {@link Failure}. */
export function targetHeader(source: TableHeader, { trtVersion, algorithm }: HeaderOptions): string {
  if (source.raw !== null && source.kind !== 'unknown' && trtVersion === undefined && algorithm === undefined)
    return source.raw;
  const version = trtVersion ?? source.trtVersion;
  if (version === null)
    throw new Failure('--trt-version is needed (such as 8.6.1): the source names no TensorRT version.');
  if (numberOfVersion(version) === null)
    throw new Failure(`--trt-version ${version}: this is no TensorRT version; write it like 8.6.1 or 10.1.0.`);
  return headerLine(version, wantedAlgorithm(algorithm) ?? source.algorithm ?? DEFAULT_ALGORITHM);
}

function wantedAlgorithm(text: string | undefined): string | null {
  if (text === undefined) return null;
  const algorithm = algorithmOf(text);
  if (algorithm === null) throw new Failure(`--algorithm ${text}: known are ${ALGORITHMS.join(', ')}.`);
  return algorithm;
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
