import { bitsToFloat64 } from '../bytes/float64.js';
import { versionOfNumber } from './trtVersion.js';

/** Which age of header line 1 is. */
export type HeaderKind =
  /** `TRT-<n>-<algorithm>`. */
  | 'trt'
  /** Just `1`: TensorRT up to 5 (inferred). */
  | 'one'
  /** The legacy calibrator's: `0` and two float64 bit patterns, with or without spaces. */
  | 'legacy'
  /** Something else stands where the header belongs. */
  | 'unknown'
  /** The file, or its format, has no header line. */
  | 'none';

/** What line 1 of a TensorRT cache says; all null for formats without one. */
export interface TableHeader {
  readonly kind: HeaderKind;
  /** The line as it stands in the file, line end and byte order mark left out. */
  readonly raw: string | null;
  /** `8.6.1`, or null where the line does not tell. */
  readonly trtVersion: string | null;
  /** The calibrator in TensorRT's header spelling, or null where the line does not tell. */
  readonly algorithm: string | null;
  /** The two numbers of a legacy header, in file order. Which is the quantile and which the cutoff is inferred. */
  readonly legacyNumbers?: readonly [number, number];
}

/** The header of a table that has none. */
export const NO_HEADER: TableHeader = { kind: 'none', raw: null, trtVersion: null, algorithm: null };

/** The calibrators, in TensorRT's header spelling. */
export const ALGORITHMS = [
  'EntropyCalibration2',
  'MinMaxCalibration',
  'EntropyCalibration',
  'LegacyCalibration',
] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** TensorRT's API names (CalibrationAlgoType) of the same calibrators. */
const API_NAMES: ReadonlyMap<string, Algorithm> = new Map([
  ['entropy_calibration_2', 'EntropyCalibration2'],
  ['minmax_calibration', 'MinMaxCalibration'],
  ['entropy_calibration', 'EntropyCalibration'],
  ['legacy_calibration', 'LegacyCalibration'],
]);

const TRT_LINE = /^TRT-([^-]*)-(.*)$/;
const LEGACY_LINE = /^0 ?([0-9a-f]{16}) ?([0-9a-f]{16})\s*$/i;

/** Reads line 1 of a cache. Any text is accepted; what it can't mean is of kind `unknown`. */
export function parseHeader(raw: string): TableHeader {
  const unknown: TableHeader = { kind: 'unknown', raw, trtVersion: null, algorithm: null };
  const trt = TRT_LINE.exec(raw);
  if (trt)
    return { ...unknown, kind: 'trt', trtVersion: versionOfNumber(trt[1] ?? ''), algorithm: trt[2]?.trimEnd() || null };
  if (raw.trim() === '1') return { ...unknown, kind: 'one' };
  const legacy = LEGACY_LINE.exec(raw);
  if (!legacy) return unknown;
  const legacyNumbers = [bitsToFloat64(legacy[1] ?? ''), bitsToFloat64(legacy[2] ?? '')] as const;
  return { ...unknown, kind: 'legacy', algorithm: 'LegacyCalibration', legacyNumbers };
}

/** The calibrator meant by a header spelling or an API name, in any case; null when it is none. */
export function algorithmOf(text: string): Algorithm | null {
  const wanted = text.trim().toLowerCase();
  return ALGORITHMS.find((name) => name.toLowerCase() === wanted) ?? API_NAMES.get(wanted) ?? null;
}
