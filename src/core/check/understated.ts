/**
 * onnxruntime's provider tables against the JSON beside them. They keep max(lowest, highest) without the absolute
 * value, so the range of a tensor that leans to the negative is too small; the JSON has both ends.
 */
import { manyEdits } from '../edits/manyEdits.js';
import type { Fixed } from './fixes.js';
import type { Edit, TableDocument } from '../formats/format.js';
import { finding, type Finding } from '../findings/finding.js';
import { t } from '../texts/translate.js';

/** Less than this (relatively) is the rounding of a text. */
const TOLERANCE = 1e-3;

/** An entry whose range is below what the JSON says. */
interface Understated {
  readonly index: number;
  readonly stored: number;
  /** The larger end, as the JSON has it. */
  readonly amax: number;
}

/** A finding for each entry whose range is more than 0.1 % below the larger end in `sibling`, the JSON beside the file. */
export function understatedRanges(document: TableDocument, sibling: TableDocument): Finding[] {
  return understated(document, sibling).map(({ index, stored, amax }) => {
    const clipped =
      stored > 0 ? t`values from ±${short(stored)} to ±${short(amax)} are clipped` : t`it is no range at all`;
    const message = t`The range is ${short(stored)}, but the JSON beside the file has ±${short(amax)}: ${clipped} (${percent(stored, amax)} of the range). onnxruntime kept the larger end without its sign.`;
    const entry = document.table.names[index] ?? '';
    return finding('understated-range', message, { entry, index, line: document.spans.line[index] });
  });
}

/** One splice that puts the JSON's numbers in the place of those that `findings` are about; null for none. */
export function fixUnderstated(
  document: TableDocument,
  sibling: TableDocument,
  findings: readonly Finding[],
): Fixed | null {
  const told = findings.filter(({ rule }) => rule === 'understated-range');
  const result = manyEdits(document, understatedEdits(document, sibling, told));
  return 'splice' in result && result.splice ? { splice: result.splice, findings: told } : null;
}

/** The edits that put the JSON's numbers in the place of those that `findings` of this rule are about. */
export function understatedEdits(
  document: TableDocument,
  sibling: TableDocument,
  findings: readonly Finding[],
): Edit[] {
  const indices = new Set(findings.flatMap(({ rule, index }) => (rule === 'understated-range' ? [index] : [])));
  return understated(document, sibling)
    .filter(({ index }) => indices.has(index))
    .map(({ index, amax }): Edit => ({ kind: 'set', index, value: amax }));
}

function understated({ table }: TableDocument, sibling: TableDocument): Understated[] {
  if (table.quantity !== 'amax' || sibling.table.quantity !== 'amax') return [];
  const ends = new Map(sibling.table.names.map((name, i) => [name, sibling.table.values[i] ?? NaN]));
  return table.names.flatMap((name, index) => {
    const [stored, amax] = [table.values[index] ?? NaN, ends.get(name) ?? NaN];
    return Number.isFinite(amax) && stored < amax * (1 - TOLERANCE) ? [{ index, stored, amax }] : [];
  });
}

function percent(stored: number, amax: number): string {
  return `${Number((100 * (1 - Math.max(0, stored) / amax)).toPrecision(3))} %`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
