/** TensorRT versions: the number in a header line and the version it stands for. */
import { t } from '../texts/translate.js';

/** Major versions from this one on use five or six digits: major * 10000 + minor * 100 + patch. */
const FIRST_WIDE_MAJOR = 10;

/** `8.6.1` for `8601`, `10.14.1` for `101401`; null for what is no header number of either scheme. */
export function versionOfNumber(text: string): string | null {
  if (!/^\d{4,6}$/.test(text)) return null;
  const n = Number(text);
  const unit = n >= FIRST_WIDE_MAJOR * 10000 ? 10000 : 1000;
  if (unit === 1000 && n >= 10000) return null;
  return [Math.floor(n / unit), Math.floor((n % unit) / 100), n % 100].join('.');
}

/** The header number of `8.6.1` (8601) or `10.14.1` (101401); null when the text is no such version. */
export function numberOfVersion(version: string): number | null {
  const match = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?$/.exec(version.trim());
  if (!match) return null;
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (major < 1 || (major < FIRST_WIDE_MAJOR && minor > 9)) return null;
  return major * (major >= FIRST_WIDE_MAJOR ? 10000 : 1000) + minor * 100 + patch;
}

/** A header line for a version and an algorithm: `TRT-8601-EntropyCalibration2`. Throws RangeError for no version. */
export function headerLine(version: string, algorithm: string): string {
  const n = numberOfVersion(version);
  if (n === null) throw new RangeError(t`"${version}" is no TensorRT version (write it like 8.6.1).`);
  return `TRT-${n}-${algorithm}`;
}
