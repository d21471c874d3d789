import { Argument, Command } from 'commander';
import { diffTables, type Diff } from '../../core/diff/diff.js';
import { likenessOf } from '../../core/diff/likeness.js';
import { delimitedText } from '../../core/render/delimited.js';
import { diffGrid } from '../../core/diff/report/diffGrid.js';
import { diffAnswer } from '../../core/answers/diffAnswer.js';
import { diffMarkdown, diffText, type ReportSide } from '../../core/diff/report/diffReport.js';
import { jsonText } from '../../core/render/json.js';
import { syncNavigation } from '../../core/report/syncNavigation.js';
import { EXIT, Failure } from '../failure.js';
import { readTable, shownName, type Input } from '../input.js';
import { loadNetwork } from '../network.js';
import { outputOptions, parseThreshold } from '../options.js';
import { outputWidth, print, say } from '../streams.js';

interface DiffOptions {
  readonly threshold: number;
  readonly exitCode?: true;
  readonly json?: true;
  readonly markdown?: true;
  readonly csv?: true;
  readonly modelExplorer?: true;
  readonly networks?: readonly string[];
}

/** `diff OLD NEW`: what changed between two tables. */
export function diffCommand(): Command {
  const command = new Command('diff')
    .description('Compare two tables: which tensor is which, which scales changed, and by how much.')
    .addArgument(new Argument('<old>', 'a calibration table, or - for standard input'))
    .addArgument(new Argument('<new>', 'the table to compare it with'))
    .option('--threshold <ratio>', 'scales within this |log2 ratio| of each other count as the same', parseThreshold, 0)
    .option('--exit-code', 'exit with 1 when entries changed, were renamed, removed or added')
    .option('--model-explorer', "print which node is which, for the two panes of Google's Model Explorer")
    .option(
      '--networks <file...>',
      '--model-explorer: the networks of both tables, which tell what node writes a tensor',
    )
    .action(diff);
  const outputs = outputOptions({
    json: 'print JSON',
    markdown: 'print what changed as Markdown',
    csv: 'print every entry as comma-separated values',
  });
  outputs.forEach((option) => command.addOption(option));
  return command;
}

async function diff(oldFile: string, newFile: string, options: DiffOptions): Promise<void> {
  const [before, after] = [await readTable(oldFile), await readTable(newFile)];
  const result = diffTables(before.document.table, after.document.table, options.threshold);
  if (options.exitCode && differs(result)) process.exitCode = EXIT.found;
  if (options.json) return print(jsonText(diffAnswer(oldFile, newFile, result)));
  if (options.csv) return print(delimitedText(diffGrid(result), ','));
  if (options.modelExplorer) return printMapping(result, options.networks ?? []);
  const sides = [sideOf(before), sideOf(after)] as const;
  const likeness = likenessOf(before.document, after.document, result);
  await print(
    options.markdown ? diffMarkdown(...sides, result, likeness) : diffText(...sides, result, outputWidth(), likeness),
  );
}

async function printMapping(result: Diff, files: readonly string[]): Promise<void> {
  const [old, now, more] = files;
  if (more !== undefined) throw new Failure('--networks: one or two files, of the old table and of the new one.');
  const before = old === undefined ? null : await loadNetwork(old);
  const after = now === undefined ? before : await loadNetwork(now);
  const { data, doubtful } = syncNavigation(result, [before, after]);
  if (doubtful > 0) say(`note: ${doubtful} doubtful pairs are left out.`);
  await print(jsonText(data));
}

function differs({ summary }: Diff): boolean {
  return summary.changed + summary.removed + summary.added + summary.renamed + summary.renumbered > 0;
}

function sideOf({ file, document }: Input): ReportSide {
  return { name: shownName(file), header: document.table.header };
}
