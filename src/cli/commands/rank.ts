import { tensorTable } from '../../core/transfer/tensorTable.js';
import { Argument, Command, Option } from 'commander';
import type { Ranking, RankRequest } from '../../core/run/ranking.js';
import { delimitedText } from '../../core/render/delimited.js';
import { jsonText } from '../../core/render/json.js';
import { rankJson, rankText } from '../../core/run/report/rankReport.js';
import { rankGrid } from '../../core/run/report/rankGrid.js';
import { runEngine } from '../engine.js';
import { loadNetwork } from '../network.js';
import { Failure } from '../failure.js';
import { plural } from '../findingText.js';
import { readTable, shownName } from '../input.js';
import { randomOption, runOptions, runOrder, type RunOptions } from '../modelRun.js';
import { outputOptions } from '../options.js';
import { outputWidth, print, say } from '../streams.js';

interface RankOptions extends RunOptions {
  readonly placement: 'tensorrt' | 'every';
  readonly without?: readonly string[];
  readonly reach?: number;
  readonly json?: true;
  readonly csv?: true;
}

/** `rank TABLE…`: which tensors hurt the outputs. */
export function rankCommand(): Command {
  const command = new Command('rank')
    .description('Run a model in float and with the ranges of a table, and tell which tensors hurt its outputs.')
    .addArgument(new Argument('<table...>', 'calibration tables; several are compared on the same inputs'));
  [...runOptions(), randomOption()].forEach((option) => command.addOption(option));
  command
    .addOption(
      new Option('--placement <where>', 'which uses of tensors are quantized')
        .choices(['tensorrt', 'every'])
        .default('tensorrt'),
    )
    .option(
      '--without <name>',
      'a tensor or layer to leave in float, measured (may be repeated)',
      (name, names: string[] = []) => [...names, name],
    )
    .option('--reach <dB>', 'propose what to leave in float so that the outputs reach so many decibels', Number);
  outputOptions({ json: 'print JSON', csv: 'print the tensors as comma-separated values' }).forEach((option) =>
    command.addOption(option),
  );
  return command.action(rankTables);
}

async function rankTables(files: readonly string[], options: RankOptions): Promise<void> {
  if (options.reach !== undefined && !Number.isFinite(options.reach))
    throw new Failure('--reach: expected decibels, such as 30.');
  if (options.csv && files.length > 1) throw new Failure('--csv: one table at a time.');
  const requests: RankRequest[] = [];
  const entryNames: ReadonlyMap<string, string>[] = [];
  for (const file of files) {
    const { table, renamed } = await tensorTable((await readTable(file)).document, () => loadNetwork(options.network));
    const { placement, without = [], reach = null } = options;
    entryNames.push(new Map(renamed.map(({ from, to }) => [to, from])));
    requests.push({ table, placement, without, reach });
  }
  const { rankings, inputs } = await runEngine('rank', { ...(await runOrder(options)), requests });
  sayNotes(rankings, options);
  const facts = {
    model: shownName(options.network),
    inputs,
    random: options.random !== undefined,
    ...(options.preprocess !== undefined && { preprocess: options.preprocess }),
  };
  const named = rankings.map((ranking, i) => ({ table: shownName(files[i] ?? ''), ranking }));
  if (options.json) {
    const objects = named.map(({ table, ranking }, i) => {
      const names = entryNames[i];
      return rankJson({ table, ...facts, ...(names && { entryNames: names }) }, ranking);
    });
    return print(jsonText(objects.length === 1 ? objects[0] : objects));
  }
  const [first] = rankings;
  if (options.csv && first) return print(delimitedText(rankGrid(first), ','));
  await print(rankText(facts, named, outputWidth()));
}

function sayNotes(rankings: readonly Ranking[], { random }: RankOptions): void {
  (rankings[0]?.notes ?? []).forEach((note) => say(`note: ${note}`));
  if (random !== undefined) say('note: noise is a hint at most: one real input tells more.');
  for (const name of rankings[0]?.unknown ?? [])
    say(`warning: --without ${name}: the model has no node or tensor of this name.`);
  const unplaced = rankings[0]?.unplaced.length ?? 0;
  if (unplaced > 0)
    say(`note: ${plural(unplaced, 'entry')} of the table get no pair in this model and change nothing in it.`);
}
