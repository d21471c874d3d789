import { Argument, Command, Option } from 'commander';
import { tableAnswer } from '../../core/answers/tableAnswer.js';
import { checkDocument, type Finding } from '../../core/check/index.js';
import { delimitedText } from '../../core/render/delimited.js';
import { entriesGrid, entriesView } from '../../core/render/entriesGrid.js';
import { jsonText } from '../../core/render/json.js';
import { markdownTable } from '../../core/render/markdown.js';
import { textTable } from '../../core/render/text.js';
import { NO_HISTOGRAMS, NODE_DATA, nodeData, type NodeDataKind } from '../../core/report/nodeData.js';
import { Failure } from '../failure.js';
import { findingLine } from '../findingText.js';
import { headerBlock } from '../headerBlock.js';
import { utf8Text } from '../../core/bytes/utf8.js';
import { readBuild } from '../buildSource.js';
import { readBytes, readTable, shownName, type Input } from '../input.js';
import { outputOptions } from '../options.js';
import { outputWidth, print, say } from '../streams.js';

interface ShowOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly tsv?: true;
  readonly markdown?: true;
  readonly modelExplorer?: true | NodeDataKind;
  readonly graph?: string;
  readonly build?: string;
  readonly rank?: string;
}

/** `show FILE`: everything that a table says. */
export function showCommand(): Command {
  const command = new Command('show')
    .description('Print a table: its header, every entry and what is wrong with it.')
    .addArgument(new Argument('<file>', 'a calibration table, or - for standard input'))
    .action(async (file: string, options: ShowOptions) => show(await readTable(file), options));
  const outputs = outputOptions({
    json: 'print JSON',
    csv: 'print the entries as comma-separated values',
    tsv: 'print the entries as tab-separated values',
    markdown: 'print the entries as a Markdown table',
  });
  outputs.forEach((option) => command.addOption(option));
  return command
    .addOption(
      new Option(
        '--model-explorer [what]',
        "print node data for Google's Model Explorer: range, scale, clipped (percent, of files with histograms), findings, fate (with --build) or outputs (decibels, with --rank)",
      )
        .choices(NODE_DATA)
        .conflicts(['json', 'csv', 'tsv', 'markdown']),
    )
    .option('--build <source>', '--model-explorer fate: the log of the build, or the JSON of the engine inspector')
    .option('--rank <json>', '--model-explorer outputs: what "rank --json" has printed for the table')
    .option('--graph <id>', '--model-explorer: the id of the graph that it is for; without one it is for any');
}

async function show(input: Input, options: ShowOptions): Promise<void> {
  const { table } = input.document;
  if (options.json) return print(jsonText(tableAnswer(input.document)));
  if (options.csv) return print(delimitedText(entriesGrid(table), ','));
  if (options.tsv) return print(delimitedText(entriesGrid(table), '\t'));
  if (options.markdown) return print(markdownTable(entriesGrid(table)));
  if (options.modelExplorer) return printNodeData(input, options.modelExplorer, options);
  const findings = checkDocument(input.document);
  await print(
    `${headerBlock(input)}\n${textTable(entriesView(table), outputWidth())}${findingsBlock(input.file, findings)}`,
  );
}

async function printNodeData(
  { file, document }: Input,
  what: true | NodeDataKind,
  { graph, build, rank }: ShowOptions,
): Promise<void> {
  const kind = what === true ? 'range' : what;
  if (kind === 'clipped' && !document.format.histograms?.(document).some(Boolean))
    throw new Failure(`${shownName(file)}: ${NO_HISTOGRAMS}`);
  if (kind === 'fate' && build === undefined)
    throw new Failure(
      '--model-explorer fate: --build is needed, the log of the build or the JSON of the engine inspector.',
    );
  if (kind === 'outputs' && rank === undefined)
    throw new Failure('--model-explorer outputs: --rank is needed, the JSON that "rank --json" has printed.');
  const { data, left } = nodeData(document, kind, graph ?? null, {
    ...(build !== undefined && { build: await readBuild(build) }),
    ...(rank !== undefined && { outputs: await outputsOf(rank) }),
  });
  if (left > 0) say(`note: ${left} entries are left out: they have no number that it could hold.`);
  await print(jsonText(data));
}

/** Decibels by tensor, of what `rank --json` has printed. Throws {@link Failure} for another file. */
async function outputsOf(file: string): Promise<ReadonlyMap<string, number>> {
  try {
    const { tensors } = JSON.parse(utf8Text(await readBytes(file))) as {
      tensors: readonly { readonly name: string; readonly entryName?: string; readonly aloneDb: number | string }[];
    };
    return new Map(tensors.map(({ name, entryName = name, aloneDb }) => [entryName, Number(aloneDb)]));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${shownName(file)}: it is not what "rank --json" prints for one table.`);
  }
}

function findingsBlock(file: string, findings: readonly Finding[]): string {
  return findings.length === 0 ? '' : `\n${findings.map((item) => `${findingLine(file, item)}\n`).join('')}`;
}
