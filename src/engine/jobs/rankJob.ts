import type { Progress } from '../../core/run/engine.js';
import { rank } from '../../core/run/rank.js';
import type { Ranking, RankRequest } from '../../core/run/ranking.js';
import type { RunOrder } from '../order.js';
import { subjectOf } from '../subjectOf.js';

export interface RankOrder extends RunOrder {
  /** One a table, in their order. */
  readonly requests: readonly RankRequest[];
}

export interface RankAnswer {
  /** How many samples there were. */
  readonly inputs: number;
  readonly rankings: readonly Ranking[];
}

/** Ranks the tensors of each table on the same inputs. */
export async function rankJob(order: RankOrder, progress: Progress): Promise<RankAnswer> {
  const subject = subjectOf(order, progress);
  const rankings: Ranking[] = [];
  for (const request of order.requests) rankings.push(await rank(subject, request));
  return { inputs: subject.samples.length, rankings };
}
