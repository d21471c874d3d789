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
import { readTable, shownName, type Input } from '../input.js';
import { outputOptions } from '../options.js';
import { outputWidth, print, say } from '../streams.js';

interface ShowOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly tsv?: true;
  readonly markdown?: true;
  readonly modelExplorer?: true | NodeDataKind;
  readonly graph?: string;
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
        "print node data for Google's Model Explorer: range, scale, clipped (percent, of files with histograms) or findings",
      )
        .choices(NODE_DATA)
        .conflicts(['json', 'csv', 'tsv', 'markdown']),
    )
    .option('--graph <id>', '--model-explorer: the id of the graph that it is for; without one it is for any');
}

async function show(input: Input, options: ShowOptions): Promise<void> {
  const { table } = input.document;
  if (options.json) return print(jsonText(tableAnswer(input.document)));
  if (options.csv) return print(delimitedText(entriesGrid(table), ','));
  if (options.tsv) return print(delimitedText(entriesGrid(table), '\t'));
  if (options.markdown) return print(markdownTable(entriesGrid(table)));
  if (options.modelExplorer) return printNodeData(input, options.modelExplorer, options.graph);
  const findings = checkDocument(input.document);
  await print(
    `${headerBlock(input)}\n${textTable(entriesView(table), outputWidth())}${findingsBlock(input.file, findings)}`,
  );
}

async function printNodeData(
  { file, document }: Input,
  what: true | NodeDataKind,
  graph: string | undefined,
): Promise<void> {
  const kind = what === true ? 'range' : what;
  if (kind === 'clipped' && !document.format.histograms?.(document).some(Boolean))
    throw new Failure(`${shownName(file)}: ${NO_HISTOGRAMS}`);
  const { data, left } = nodeData(document, kind, graph ?? null);
  if (left > 0) say(`note: ${left} entries are left out: they have no number that it could hold.`);
  await print(jsonText(data));
}

function findingsBlock(file: string, findings: readonly Finding[]): string {
  return findings.length === 0 ? '' : `\n${findings.map((item) => `${findingLine(file, item)}\n`).join('')}`;
}
