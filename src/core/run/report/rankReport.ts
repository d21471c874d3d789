/** A ranking as the command line gives it. */
import { textTable } from '../../render/text.js';
import type { Ranking } from '../ranking.js';
import { decibelText } from './decibelText.js';
import { rankGrid } from './rankGrid.js';
import { layerPrecisions } from './floatLists.js';

/** What a ranking was made of. */
export interface RankFacts {
  readonly model: string;
  readonly inputs: number;
  /** Inputs were noise. */
  readonly random: boolean;
  /** The line that prepared pictures. */
  readonly preprocess?: string;
}

/** The shape of `rank --json`. */
export function rankJson(
  {
    entryNames,
    ...facts
  }: RankFacts & {
    readonly table: string;
    /** What the table calls tensors that it calls otherwise. */
    readonly entryNames?: ReadonlyMap<string, string>;
  },
  ranking: Ranking,
): object {
  const { all, activationsOnly, weightsOnly, without, outputs, tensors, proposal, weights } = ranking;
  return {
    ...facts,
    all,
    activationsOnly,
    weightsOnly,
    without,
    outputs,
    tensors: tensors.map((tensor) => {
      const entryName = entryNames?.get(tensor.name);
      return entryName === undefined ? tensor : { ...tensor, entryName };
    }),
    proposal: proposal?.names ?? null,
    ...(proposal && {
      proposalNodes: proposal.nodes,
      proposalSteps: proposal.steps,
      proposalReached: proposal.isReached,
    }),
    weights,
  };
}

/** For people: of each table the outputs, then the tensors; of several tables first which is better. */
export function* rankText(
  { model, inputs, random, preprocess }: RankFacts,
  rankings: readonly { readonly table: string; readonly ranking: Ranking }[],
  width: number,
): Generator<string> {
  const what = random ? 'samples of noise (a hint at most)' : inputs === 1 ? 'input' : 'inputs';
  yield `${model} on ${inputs} ${what}${preprocess === undefined ? '' : `, prepared by ${preprocess}`}\n`;
  if (rankings.length > 1) yield `\n${comparison(rankings, width)}`;
  for (const { table, ranking } of rankings) {
    yield `\n${table}\n${outputsTable(ranking, width)}`;
    yield `\n${textTable(rankGrid(ranking), width)}`;
    yield* weightLines(ranking);
    yield* proposalLines(ranking);
  }
}

/** Best first. */
function comparison(rankings: readonly { readonly table: string; readonly ranking: Ranking }[], width: number): string {
  return textTable(
    {
      columns: [
        { title: 'table', align: 'left', flexible: true },
        { title: 'outputs', align: 'right' },
        { title: 'activations alone', align: 'right' },
      ],
      rows: [...rankings]
        .sort((a, b) => b.ranking.all - a.ranking.all)
        .map(({ table, ranking }) => [table, decibelText(ranking.all), decibelText(ranking.activationsOnly)]),
    },
    width,
  );
}

function outputsTable({ all, without, activationsOnly, weightsOnly, outputs }: Ranking, width: number): string {
  const hasWithout = without !== null;
  const row = (name: string, db: number, other: number | null): string[] => [
    name,
    decibelText(db),
    ...(hasWithout ? [decibelText(other)] : []),
  ];
  return textTable(
    {
      columns: [
        { title: 'output', align: 'left', flexible: true },
        { title: 'INT8', align: 'right' },
        ...(hasWithout ? [{ title: 'without these', align: 'right' as const }] : []),
      ],
      rows: [
        ...outputs.map((output) => row(output.name, output.all, output.without)),
        row('mean', all, without),
        row('activations alone', activationsOnly, null),
        row('weights alone', weightsOnly, null),
      ],
    },
    width,
  );
}

/** Ranges of channels so far apart that one scale for all of them costs decibels. */
const WIDE = 6;

function* weightLines({ weights }: Ranking): Generator<string> {
  const wide = weights.filter(({ perChannelDb, perTensorDb }) => perChannelDb - perTensorDb > WIDE);
  if (wide.length === 0) return;
  yield `\nWeights that one scale a tensor (NVDLA, and others) would hurt by more than ${WIDE} dB:\n`;
  for (const { nodes, spread, perChannelDb, perTensorDb } of wide)
    yield `  ${nodes.join(' ')}: channels ${spread.toPrecision(3)} times apart, ${decibelText(perChannelDb)} -> ${decibelText(perTensorDb)}\n`;
}

function* proposalLines({ proposal }: Ranking): Generator<string> {
  if (!proposal) return;
  const { names, nodes, steps, isReached } = proposal;
  if (names.length === 0) return yield '\nProposal: nothing has to stay in float.\n';
  yield `\nProposal${isReached ? '' : ' (it does not reach the decibels that were asked for)'}: leave in float\n`;
  for (const [i, name] of names.entries()) yield `  ${name}: the outputs reach ${decibelText(steps[i] ?? NaN)}\n`;
  yield `  trtexec: ${layerPrecisions(nodes)}\n`;
  yield `  convert: ${nodes.map((node) => `--exclude ${node}`).join(' ')}\n`;
}
