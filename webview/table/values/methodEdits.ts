/** Many ranges by one method: the edits, and what they come to. */
import type { Method } from '../../../src/core/activations/thresholds/index.js';
import type { Edit } from '../../../src/core/formats/format.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { storedProblem } from '../../../src/core/table/input.js';
import { storedFromRange } from '../../../src/core/table/quantization.js';
import { nameAt, type TableModel } from '../model.js';
import { isStored } from '../parts/input.js';
import { shareText, decibelText } from '../../shared/text/shares.js';
import { t } from '../../../src/core/texts/translate.js';

export interface MethodEdits {
  readonly edits: readonly Edit[];
  /** What they change, in sentences. */
  readonly summary: string;
}

/** So long at a time: a search bin by bin takes some milliseconds a tensor. */
const SLICE_MS = 30;

/**
 * The edits that set ranges to what a method gives; what has no histogram, or no answer, stays.
 * @param isOver asked now and then: nobody waits for the answer any more, which then is null
 */
export async function editsByMethod(
  model: TableModel,
  entries: Uint32Array,
  method: Method,
  isOver: () => boolean,
): Promise<MethodEdits | null> {
  const edits: Edit[] = [];
  const [before, after]: [number[], number[]] = [[], []];
  const staying = new Map<string, number>();
  const stay = (why: string): void => void staying.set(why, (staying.get(why) ?? 0) + 1);
  let [narrower, mostClipped, since] = [0, 0, performance.now()];
  for (const index of entries.slice().sort()) {
    if (performance.now() - since > SLICE_MS) {
      await new Promise((done) => setTimeout(done));
      if (isOver()) return null;
      since = performance.now();
    }
    const values = model.values?.of(nameAt(model, index));
    const answer = values?.answer(method) ?? { why: t`there is no histogram` };
    if (!values || 'why' in answer) {
      stay('why' in answer ? answer.why : '');
      continue;
    }
    const [old, value] = [model.ranges[index] ?? NaN, storedFromRange(answer.range, model.table.quantity)];
    if (isStored(model, index, value)) stay(t`it is there already`);
    else if (storedProblem(value, model.table.quantity) !== null) stay(t`the file can not hold it`);
    else {
      edits.push({ kind: 'set', index, value });
      if (answer.range < old) narrower++;
      const effect = values.under(answer.range);
      before.push(values.under(old).sqnrDb);
      after.push(effect.sqnrDb);
      mostClipped = Math.max(mostClipped, effect.clipped || 0);
    }
  }
  return { edits, summary: [changes(edits.length, narrower), figures(), ...stays(staying)].filter(Boolean).join(' ') };

  function figures(): string {
    if (edits.length === 0) return '';
    const decibels = [before, after].map((list) => decibelText(median(list)) || 'unknown').join(' → ');
    return t`Median SQNR of these ${decibels}; none clips more than ${shareText(mostClipped)}.`;
  }
}

function changes(count: number, narrower: number): string {
  if (count === 0) return t`No range changes.`;
  return t`${counted(count, t`range changes`, t`ranges change`)}: ${grouped(narrower)} narrower, ${grouped(count - narrower)} wider.`;
}

function stays(staying: ReadonlyMap<string, number>): string[] {
  return [...staying].map(([why, count]) => `${counted(count, t`stays`, t`stay`)}: ${why}.`);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
