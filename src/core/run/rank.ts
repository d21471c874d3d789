/** Which tensors of a table hurt the outputs of its model. */
import { amaxOf } from '../activations/collector.js';
import { nodeLabel } from '../model/model.js';
import type { ActivationPair } from '../model/place/placement.js';
import { planQdq, type QdqPlan } from '../transfer/toQdq.js';
import { measurableTensors } from './measurable.js';
import { modelNotes } from './notes.js';
import { measureAll } from './overall.js';
import { profile, type Profile } from './profile.js';
import { propose } from './propose.js';
import type { RankedTensor, RankingWithValues, RankRequest, TensorValues } from './ranking.js';
import { withReferences, type References } from './references.js';
import type { Subject } from './subject.js';
import { withTrials } from './trials.js';
import { weightSpreads } from './weightSpread.js';
import { t } from '../texts/translate.js';

/**
 * Ranks the tensors of a table.
 * @throws {ModelError} when nothing of the table can be placed in the model
 */
export async function rank(subject: Subject, request: RankRequest): Promise<RankingWithValues> {
  const plan = await planOf(subject, request, []);
  // The plan's model may be of a later opset, and without pairs: it is the one that is run.
  const raised = { ...subject, model: plan.model };
  const values = request.known ? null : await measured(raised, plan, request);
  return withReferences(raised, async (references) => {
    const tensors = request.known ?? (await rankedTensors(raised, plan, request, { values, references }));
    const planWithout = request.without.length === 0 ? null : await planOf(subject, request, request.without);
    const overall = await measureAll(raised, plan, planWithout, references);
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
      values: request.histograms && values ? valuesOf(values) : [],
    };
  });
}

/** The values of the tensors that get pairs, and of the table's others where their histograms are wanted. */
function measured(
  subject: Subject,
  { placement: { pairs } }: QdqPlan,
  { table, histograms = false }: RankRequest,
): Promise<Profile> {
  const placed = pairs.map(({ tensor }) => tensor);
  const entries = new Set(table.names);
  const others = histograms ? measurableTensors(subject.model).filter((name) => entries.has(name)) : [];
  return profile(subject, {
    tensors: [...new Set([...placed, ...others])],
    scales: new Map(pairs.map(({ tensor, scale }) => [tensor, scale])),
    histograms: true,
  });
}

function valuesOf({ activations }: Profile): TensorValues[] {
  return [...activations].flatMap(([name, { min, max, histogram }]) =>
    histogram ? [{ name, min, max, histogram }] : [],
  );
}

/** Worst first. */
async function rankedTensors(
  subject: Subject,
  plan: QdqPlan,
  { table }: RankRequest,
  { values, references }: { readonly values: Profile | null; readonly references: References },
): Promise<RankedTensor[]> {
  const alone = await aloneOf(subject, plan, references);
  return plan.placement.pairs
    .map(({ tensor, scale, uses }, i): RankedTensor => {
      const activations = values?.activations.get(tensor);
      const damage = values?.damages.get(tensor);
      return {
        name: tensor,
        entry: table.names.indexOf(tensor),
        range: scale * 127,
        amax: activations ? amaxOf(activations) : NaN,
        localDb: damage?.sqnrDb ?? NaN,
        aloneDb: alone[i] ?? NaN,
        clippedShare: damage?.clippedShare ?? NaN,
        nodes: [...new Set(uses.map(({ node }) => nodeLabel(node)))],
      };
    })
    .sort((a, b) => order(a.aloneDb) - order(b.aloneDb) || order(a.localDb) - order(b.localDb));
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
      await subject.progress.report(i, pairs.length, t`"${pair.tensor}" alone`);
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
