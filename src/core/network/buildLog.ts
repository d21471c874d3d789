/**
 * TensorRT build logs (verbose ones tell most): which tensors got a range, and for which none was found.
 * A log is the builder's own word on which names it asked for.
 */

import { decodedText } from '../bytes/bytes.js';

export interface BuildLog {
  /** Ranges that the builder set: `Setting dynamic range for X to [low,high]`. */
  readonly ranges: readonly { readonly name: string; readonly low: number; readonly high: number }[];
  /** Tensors that it found no scale for. */
  readonly missing: readonly string[];
  /** True when the cache itself was refused. */
  readonly refused: boolean;
}

const RANGE = /Setting dynamic range for (.+) to \[\s*([^,\]]+),\s*([^\]]+)\]/;
const MISSING = [
  /Missing scale and zero-point for tensor (.+?), expect fall ?back/,
  /Could not find scales for tensor (.+?)\.?\s*$/,
  /tensor scales for (.+?) not found in cache/,
];
/** Colours that a terminal's log holds; one at the end of a line would become part of a name. */
const COLOURS = /\x1b\[[0-9;]*m/g;
const REFUSED = /Calibration table does not match calibrator algorithm type/;

/** The build log in a file's bytes, or null when they hold no line of one. */
export function buildLogIn(bytes: Uint8Array): BuildLog | null {
  const text = decodedText(bytes);
  return isBuildLog(text) ? readBuildLog(text) : null;
}

/** True when a text has any of the lines that {@link readBuildLog} knows. */
export function isBuildLog(text: string): boolean {
  return (
    RANGE.test(text) || REFUSED.test(text) || MISSING.some((pattern) => new RegExp(pattern.source, 'm').test(text))
  );
}

/** Reads a build log; lines about other things are passed over. Names are listed once. */
export function readBuildLog(text: string): BuildLog {
  const ranges = new Map<string, { name: string; low: number; high: number }>();
  const missing = new Set<string>();
  for (const line of text.replace(COLOURS, '').split(/\r?\n/)) {
    const [, name, low, high] = RANGE.exec(line) ?? [];
    if (name !== undefined) ranges.set(name, { name, low: Number(low), high: Number(high) });
    const lacking = MISSING.map((pattern) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
    if (lacking !== undefined) missing.add(lacking);
  }
  return { ranges: [...ranges.values()], missing: [...missing], refused: REFUSED.test(text) };
}
