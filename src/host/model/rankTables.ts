import * as vscode from 'vscode';
import type { CalibrationTable } from '../../core/table/table.js';
import { tensorTable } from '../../core/transfer/tensorTable.js';
import type { RankedTensor } from '../../core/run/ranking.js';
import type { RankAnswer } from '../../engine/jobs/rankJob.js';
import { safe } from '../../core/render/safe.js';
import { loadYardstick } from '../editor/yardstick/loadYardstick.js';
import { readTable } from '../editor/readTable.js';
import { baseName } from '../ui/baseName.js';
import { withSlowProgress } from '../ui/progress.js';
import type { HostServices } from '../ui/services.js';
import { modelOrder, namedError } from './modelOrder.js';
import type { RunAsked } from './runAsked.js';
import { told } from './runProgress.js';
import { t } from '../../core/texts/translate.js';

export interface RankWishes {
  /** Tensors that stay in float for the measure "without these". */
  readonly without: readonly string[];
  /** Decibels that a proposal has to reach; null for none. */
  readonly reach: number | null;
  /** What the first table's tensors were before: they are not measured again, nor are the other tables. */
  readonly known?: readonly RankedTensor[];
}

export interface RankedTables {
  readonly answer: RankAnswer;
  /** What the first table calls tensors that it calls otherwise. */
  readonly entryNames: ReadonlyMap<string, string>;
}

/** Runs a model with the ranges of its tables. Undefined: cancelled, by the user or by `outer`. Throws Error with a sentence for what can't be run. */
export async function rankTables(
  asked: RunAsked,
  { without, reach, known }: RankWishes,
  services: HostServices,
  outer?: vscode.CancellationToken,
): Promise<RankedTables | undefined> {
  const model = vscode.Uri.parse(asked.model);
  const uris = [asked.table, ...(known ? [] : asked.others)].map((uri) => vscode.Uri.parse(uri));
  try {
    return await withSlowProgress(
      safe`Running ${baseName(model)}`,
      async (token, onShare) => {
        const tables = await Promise.all(uris.map((uri) => tensorsOf(uri, model, services)));
        const usual = { placement: 'tensorrt' as const, without: [], reach: null };
        const [first, ...others] = tables.map(({ table }) => ({ ...usual, table }));
        const entryNames = tables[0]?.entryNames ?? new Map<string, string>();
        const order = {
          ...(await modelOrder(model, asked.inputs)),
          requests: [...(first ? [{ ...first, without, reach, ...(known && { known }) }] : []), ...others],
          ...(!known && { entryNames }),
        };
        const answer = await services.modelRuns.run('rank', order, { token, progress: told(onShare) });
        return { answer, entryNames };
      },
      outer,
    );
  } catch (error) {
    throw namedError(model, error);
  }
}

/** A table by names of tensors, and what it calls those that it calls otherwise. */
export async function tensorsOf(
  uri: vscode.Uri,
  model: vscode.Uri,
  services: HostServices,
): Promise<{ readonly table: CalibrationTable; readonly entryNames: ReadonlyMap<string, string> }> {
  const network = async (): Promise<NonNullable<Awaited<ReturnType<typeof loadYardstick>>['network']>> => {
    const { network: read } = await loadYardstick(model, services);
    if (!read) throw new Error(t`"${baseName(model)}" can't be read as a network.`);
    return read;
  };
  const { table, renamed } = await tensorTable(await readTable(uri, services), network);
  return { table, entryNames: new Map(renamed.map(({ from, to }) => [to, from])) };
}
