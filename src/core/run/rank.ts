/** Which tensors of a table hurt the outputs of its model. */
import { amaxOf } from '../activations/collector.js';
import { nodeLabel } from '../model/model.js';
import type { ActivationPair } from '../model/place/placement.js';
import { planQdq, type QdqPlan } from '../transfer/toQdq.js';
import { modelNotes } from './notes.js';
import { measureAll } from './overall.js';
import { profile } from './profile.js';
import { propose } from './propose.js';
import type { RankedTensor, Ranking, RankRequest } from './ranking.js';
import { withReferences, type References } from './references.js';
import type { Subject } from './subject.js';
import { withTrials } from './trials.js';
import { weightSpreads } from './weightSpread.js';

/**
 * Ranks the tensors of a table.
 * @throws {ModelError} when nothing of the table can be placed in the model
 */
export async function rank(subject: Subject, request: RankRequest): Promise<Ranking> {
  const plan = await planOf(subject, request, []);
  // The plan's model may be of a later opset, and without pairs: it is the one that is run.
  const raised = { ...subject, model: plan.model };
  const { pairs } = plan.placement;
  const measured = await profile(raised, {
    tensors: pairs.map(({ tensor }) => tensor),
    scales: new Map(pairs.map(({ tensor, scale }) => [tensor, scale])),
    histograms: true,
  });
  return withReferences(raised, async (references) => {
    const alone = await aloneOf(raised, plan, references);
    const planWithout = request.without.length === 0 ? null : await planOf(subject, request, request.without);
    const overall = await measureAll(raised, plan, planWithout, references);
    const tensors = pairs
      .map((pair, i): RankedTensor => {
        const { tensor, scale, uses } = pair;
        const activations = measured.activations.get(tensor);
        const damage = measured.damages.get(tensor);
        return {
          name: tensor,
          entry: request.table.names.indexOf(tensor),
          range: scale * 127,
          amax: activations ? amaxOf(activations) : NaN,
          localDb: damage?.sqnrDb ?? NaN,
          aloneDb: alone[i] ?? NaN,
          clippedShare: damage?.clippedShare ?? NaN,
          nodes: [...new Set(uses.map(({ node }) => nodeLabel(node)))],
        };
      })
      .sort((a, b) => order(a.aloneDb) - order(b.aloneDb) || order(a.localDb) - order(b.localDb));
    const excluding = (names: readonly string[]): Promise<QdqPlan | null> => planOrNothing(subject, request, names);
    const proposal =
      request.reach === null ? null : await propose(raised, { plan, tensors, references, excluding, request });
    return {
      ...overall,
      tensors,
      proposal,
      weights: await weightSpreads(raised, plan.placement),
      unknown: planWithout?.unknownExcluded ?? [],
      unplaced: plan.placement.unplaced,
      notes: modelNotes(subject.model, true),
    };
  });
}

/** NaN (a tensor of zeros) comes last. */
function order(db: number): number {
  return Number.isNaN(db) ? Number.MAX_VALUE : Math.min(db, Number.MAX_VALUE / 2);
}

/** Decibels of the outputs with one pair alone, for each pair. */
async function aloneOf(subject: Subject, { placement }: QdqPlan, references: References): Promise<number[]> {
  const { pairs } = placement;
  return withTrials(subject, placement, false, references, async ({ measure }) => {
    const decibels: number[] = [];
    for (const [i, pair] of pairs.entries()) {
      await subject.progress.report(i, pairs.length, `"${pair.tensor}" alone`);
      decibels.push((await measure(only(pairs, i))).meanOfReached);
    }
    return decibels;
  });
}

function only(pairs: readonly ActivationPair[], index: number): Float32Array {
  return Float32Array.from(pairs, ({ scale }, i) => (i === index ? scale : 0));
}

function planOf(
  { model, external }: Subject,
  { table, placement }: RankRequest,
  exclude: readonly string[],
): Promise<QdqPlan> {
  const options = { placement, exclude, perTensorWeights: false, replaceQdq: true };
  return planQdq(table, model.bytes, options, { external });
}

/** Null when nothing is left to be quantized. */
async function planOrNothing(
  subject: Subject,
  request: RankRequest,
  names: readonly string[],
): Promise<QdqPlan | null> {
  const all = await planOf(subject, request, []);
  const isLeft = all.placement.pairs.some(({ tensor }) => !names.includes(tensor));
  return isLeft ? planOf(subject, request, names) : null;
}
