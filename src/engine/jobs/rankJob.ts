import type { Progress } from '../../core/run/engine.js';
import { rank } from '../../core/run/rank.js';
import { utf8Bytes } from '../../core/bytes/bytes.js';
import { histogramFile } from '../../core/run/histogramFile.js';
import type { Ranking, RankRequest, TensorValues } from '../../core/run/ranking.js';
import type { RunOrder } from '../order.js';
import { subjectOf } from '../subjectOf.js';

export interface RankOrder extends RunOrder {
  /** One a table, in their order. */
  readonly requests: readonly RankRequest[];
  /** Asks for histograms of the first table's tensors, as a file: the names of entries for tensors that the table calls otherwise. */
  readonly entryNames?: ReadonlyMap<string, string>;
}

export interface RankAnswer {
  /** How many samples there were. */
  readonly inputs: number;
  readonly rankings: readonly Ranking[];
  /** onnxruntime's JSON with the histograms; null where they were not asked for. */
  readonly histograms: Uint8Array | null;
}

/** Ranks the tensors of each table on the same inputs. */
export async function rankJob(order: RankOrder, progress: Progress): Promise<RankAnswer> {
  const subject = subjectOf(order, progress);
  const { entryNames } = order;
  const rankings: Ranking[] = [];
  let histograms: Uint8Array | null = null;
  for (const [i, request] of order.requests.entries()) {
    const wantsValues = entryNames !== undefined && i === 0;
    const { values, ...ranking } = await rank(subject, { ...request, histograms: wantsValues });
    rankings.push(ranking);
    if (wantsValues) histograms = fileOf(values, entryNames);
  }
  return { inputs: subject.samples.length, rankings, histograms };
}

function fileOf(values: readonly TensorValues[], entryNames: ReadonlyMap<string, string>): Uint8Array {
  const named = values.map((tensor) => ({ ...tensor, name: entryNames.get(tensor.name) ?? tensor.name }));
  return utf8Bytes([...histogramFile({ tensors: named, histograms: named })].join(''));
}
