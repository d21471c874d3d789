/** The fewest tensors to be left in float for the outputs to reach some decibels, found step by step, each step measured. */
import type { QdqPlan } from '../transfer/toQdq.js';
import type { OutputNoise } from './decibels.js';
import { measurePlan, scalesOf } from './overall.js';
import type { Proposal, RankedTensor, RankRequest } from './ranking.js';
import type { References } from './references.js';
import type { Subject } from './subject.js';
import { withTrials, type Trials } from './trials.js';
import { t } from '../texts/translate.js';

/** More are no proposal but another network. */
const MOST_STEPS = 16;
/** An output that is better than wanted by more decibels makes up for no other. */
const FAR_BETTER = 10;

/** How many of the worst by either measure are tried in a step. */
const [BY_OUTPUTS, BY_ITSELF] = [4, 2];

interface Means {
  readonly plan: QdqPlan;
  /** Worst first. */
  readonly tensors: readonly RankedTensor[];
  readonly references: References;
  /** The plan without some tensors; null when nothing is left. */
  readonly excluding: (names: readonly string[]) => Promise<QdqPlan | null>;
  readonly request: Pick<RankRequest, 'reach'>;
}

export async function propose(subject: Subject, means: Means): Promise<Proposal> {
  const { plan, tensors, references, excluding, request } = means;
  const reach = request.reach ?? Infinity;
  return withTrials(subject, plan.placement, true, references, async (trials) => {
    const chosen: RankedTensor[] = [];
    const steps: number[] = [];
    const most = reach + FAR_BETTER;
    let now: OutputNoise | null = await trials.measure(scalesOf(plan.placement));
    while (
      now &&
      now.meanUpTo(most) < reach &&
      chosen.length < Math.min(MOST_STEPS, tensors.length) &&
      !subject.progress.isLate()
    ) {
      await subject.progress.report(chosen.length, MOST_STEPS, t`proposal: ${chosen.length} tensors in float`);
      const best = await bestNext(trials, plan, { tensors, chosen, most });
      if (!best) break;
      chosen.push(best);
      const next = await excluding(chosen.map(({ name }) => name));
      now = next && (await measurePlan(subject, next, references));
      steps.push(now?.mean ?? Infinity);
    }
    return {
      names: chosen.map(({ name }) => name),
      nodes: [...new Set(chosen.flatMap(({ nodes }) => nodes))],
      steps,
      isReached: !now || now.meanUpTo(most) >= reach,
    };
  });
}

/** Of the worst that are left the one whose pair costs most now, its weights left aside. */
async function bestNext(
  { measure }: Trials,
  { placement }: QdqPlan,
  {
    tensors,
    chosen,
    most: limit,
  }: Pick<Means, 'tensors'> & { readonly chosen: readonly RankedTensor[]; readonly most: number },
): Promise<RankedTensor | null> {
  const left = tensors.filter((tensor) => !chosen.includes(tensor));
  const byItself = [...left].sort((a, b) => a.localDb - b.localDb).slice(0, BY_ITSELF);
  const gone = new Set(chosen.map(({ name }) => name));
  let [best, most]: [RankedTensor | null, number] = [null, -Infinity];
  for (const candidate of new Set([...left.slice(0, BY_OUTPUTS), ...byItself])) {
    const scales = Float32Array.from(placement.pairs, ({ tensor, scale }) =>
      tensor === candidate.name || gone.has(tensor) ? 0 : scale,
    );
    const mean = (await measure(scales)).meanUpTo(limit);
    if (mean > most) [best, most] = [candidate, mean];
  }
  return best;
}
