import { Argument, Command } from 'commander';
import { tableAnswer } from '../../core/answers/tableAnswer.js';
import { checkDocument, type Finding } from '../../core/check/index.js';
import { delimitedText } from '../../core/render/delimited.js';
import { entriesGrid, entriesView } from '../../core/render/entriesGrid.js';
import { jsonText } from '../../core/render/json.js';
import { markdownTable } from '../../core/render/markdown.js';
import { textTable } from '../../core/render/text.js';
import { findingLine } from '../findingText.js';
import { headerBlock } from '../headerBlock.js';
import { readTable, type Input } from '../input.js';
import { outputOptions } from '../options.js';
import { outputWidth, print } from '../streams.js';

interface ShowOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly tsv?: true;
  readonly markdown?: true;
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
  return command;
}

async function show(input: Input, options: ShowOptions): Promise<void> {
  const { table } = input.document;
  if (options.json) return print(jsonText(tableAnswer(input.document)));
  if (options.csv) return print(delimitedText(entriesGrid(table), ','));
  if (options.tsv) return print(delimitedText(entriesGrid(table), '\t'));
  if (options.markdown) return print(markdownTable(entriesGrid(table)));
  const findings = checkDocument(input.document);
  await print(
    `${headerBlock(input)}\n${textTable(entriesView(table), outputWidth())}${findingsBlock(input.file, findings)}`,
  );
}

function findingsBlock(file: string, findings: readonly Finding[]): string {
  return findings.length === 0 ? '' : `\n${findings.map((item) => `${findingLine(file, item)}\n`).join('')}`;
}
