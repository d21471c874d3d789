/** What is wrong with one entry of an NVDLA table, seen from its fields. */
import { finding, type Finding } from '../../findings/finding.js';
import { dynamicRange } from '../../table/quantization.js';
import { t } from '../../texts/translate.js';

/** min and max further than this from ∓127 * scale (relatively) were meant to say something else. */
const RANGE_TOLERANCE = 1e-3;

/** The value of a member of an entry, and where it stands. */
export interface Field {
  value: unknown;
  start: number;
  end: number;
}

/** Where an entry's findings belong. */
interface Place {
  readonly entry: string;
  readonly index: number;
  readonly line: number;
}

/**
 * What nvdla_compiler makes of an entry's fields, where that is not what they say.
 * @param text the file's, which the fields' offsets are of
 */
export function entryFindings(fields: Map<string, Field>, place: Place, text: string): Finding[] {
  const findings = wordFindings(fields, place, text);
  findings.push(...(fields.has('scale') ? scaleFindings(fields, place) : noScaleFindings(fields, place)));
  const offset = fields.get('offset')?.value;
  if (offset !== undefined && offset !== 0) {
    const message = t`"offset" is ${JSON.stringify(offset)}, but nvdla_compiler never reads it: quantization is symmetric.`;
    findings.push(finding('nvdla-offset', message, place));
  }
  return findings;
}

/** A number that JSON can't hold stops the whole file, wherever it stands. */
function wordFindings(fields: Map<string, Field>, place: Place, text: string): Finding[] {
  const findings: Finding[] = [];
  for (const [key, { value, start, end }] of fields) {
    if (typeof value !== 'number' || Number.isFinite(value)) continue;
    const message = t`"${key}" is ${text.slice(start, end)}, which is no JSON number: nvdla_compiler's parser stops here.`;
    findings.push(finding(key === 'scale' ? 'non-finite-scale' : 'nvdla-not-a-number', message, place));
  }
  return findings;
}

function scaleFindings(fields: Map<string, Field>, place: Place): Finding[] {
  const scale = fields.get('scale')?.value;
  if (typeof scale !== 'number') {
    const message = t`"scale" is ${JSON.stringify(scale)}, not a JSON number: nvdla_compiler will abort.`;
    return [finding('nvdla-not-a-number', message, place)];
  }
  const min = fields.get('min')?.value ?? 0;
  const max = fields.get('max')?.value ?? 0;
  if (min === 0 && max === 0) return [];
  // What is no JSON number has been said, and stops the parser before any of this.
  if (![scale, min, max].every((number) => Number.isFinite(number))) return [];
  if (typeof min !== 'number' || typeof max !== 'number') return [];
  const range = dynamicRange(Math.abs(scale));
  if (Math.abs(Math.max(Math.abs(min), Math.abs(max)) - range) <= RANGE_TOLERANCE * range) return [];
  const message = t`"min" and "max" say ${min} … ${max}, but "scale" wins: nvdla_compiler uses ±${Number(range.toPrecision(6))}.`;
  return [finding('nvdla-min-max-ignored', message, place)];
}

function noScaleFindings(fields: Map<string, Field>, place: Place): Finding[] {
  const missing = ['min', 'max'].filter((key) => !fields.has(key));
  if (missing.length > 0) {
    const message = t`No "scale", and no ${missing.map((key) => `"${key}"`).join(t` or `)} to make one from: nvdla_compiler will abort.`;
    return [finding('nvdla-no-scale', message, place, 'error')];
  }
  const wrong = ['min', 'max'].find((key) => typeof fields.get(key)?.value !== 'number');
  if (wrong !== undefined) {
    const message = t`"${wrong}" is ${JSON.stringify(fields.get(wrong)?.value)}, not a JSON number: nvdla_compiler will abort.`;
    return [finding('nvdla-not-a-number', message, place)];
  }
  const message = t`No "scale": nvdla_compiler makes one from "min" and "max", but one of its maps keeps 0. Write "scale".`;
  return [finding('nvdla-no-scale', message, place)];
}
