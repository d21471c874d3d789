/** What a table does to the outputs as a whole. */
import type { Placement } from '../model/place/placement.js';
import type { QdqPlan } from '../transfer/toQdq.js';
import type { OutputNoise } from './decibels.js';
import type { Overall } from './ranking.js';
import type { References } from './references.js';
import type { Subject } from './subject.js';
import { withTrials } from './trials.js';
import { t } from '../texts/translate.js';

/** Measures everything together, activations alone, weights alone, and the plan without some tensors. */
export async function measureAll(
  subject: Subject,
  { placement }: QdqPlan,
  planWithout: QdqPlan | null,
  references: References,
): Promise<Overall> {
  const { progress } = subject;
  const on = scalesOf(placement);
  const off = on.map(() => 0);
  await progress.report(0, 4, t`activations alone`);
  const activations = await withTrials(subject, placement, false, references, ({ measure }) => measure(on));
  const [weights, all] = await withTrials(subject, placement, true, references, async ({ measure }) => {
    await progress.report(1, 4, t`weights alone`);
    const alone = await measure(off);
    await progress.report(2, 4, t`all together`);
    return [alone, await measure(on)];
  });
  await progress.report(3, 4, t`without the tensors named`);
  const without = planWithout && (await measurePlan(subject, planWithout, references));
  return {
    all: all?.mean ?? NaN,
    activationsOnly: activations.mean,
    weightsOnly: weights?.mean ?? NaN,
    without: without?.mean ?? null,
    outputs: [...(all?.decibels ?? [])].map(([name, db]) => ({
      name,
      all: db,
      without: without?.decibels.get(name) ?? null,
    })),
  };
}

/** The outputs under a plan as it is. */
export async function measurePlan(subject: Subject, plan: QdqPlan, references: References): Promise<OutputNoise> {
  const { placement, model } = plan;
  return withTrials({ ...subject, model }, placement, true, references, ({ measure }) => measure(scalesOf(placement)));
}

/** The scales of a placement, in its order. */
export function scalesOf({ pairs }: Placement): Float32Array {
  return Float32Array.from(pairs, ({ scale }) => scale);
}
