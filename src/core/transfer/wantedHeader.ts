/** The header line of a TensorRT cache that is to be written, from what somebody says of it. */
import { algorithmOf, type TableHeader } from '../table/header.js';
import { headerLine, numberOfVersion } from '../table/trtVersion.js';

/** What is wanted; what is left out is the source's. */
export interface WantedHeader {
  /** Such as 8.6.1. */
  readonly trtVersion?: string | undefined;
  /** In TensorRT's header spelling or its API's. */
  readonly algorithm?: string | undefined;
}

/** Why there is no such line: the source names no version, or what was said is no version, or no calibrator. */
export type HeaderProblem = 'no-version' | 'bad-version' | 'bad-algorithm';

const DEFAULT_ALGORITHM = 'EntropyCalibration2';

/** The source's own line unless something else is wanted; else one made of version and algorithm. */
export function wantedHeader(
  source: TableHeader,
  { trtVersion, algorithm }: WantedHeader,
): { readonly line: string } | { readonly problem: HeaderProblem } {
  const isOwn = trtVersion === undefined && algorithm === undefined;
  if (source.raw !== null && source.kind !== 'unknown' && isOwn) return { line: source.raw };
  const version = trtVersion ?? source.trtVersion;
  if (version === null) return { problem: 'no-version' };
  if (numberOfVersion(version) === null) return { problem: 'bad-version' };
  const wanted = algorithm === undefined ? undefined : algorithmOf(algorithm);
  if (wanted === null) return { problem: 'bad-algorithm' };
  return { line: headerLine(version, wanted ?? source.algorithm ?? DEFAULT_ALGORITHM) };
}
