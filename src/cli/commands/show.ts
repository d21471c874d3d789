import { Argument, Command } from 'commander';
import { checkDocument, type Finding } from '../../core/check/index.js';
import { bitsToHex } from '../../core/bytes/float32.js';
import { layerTypeOf } from '../../core/table/entryNames.js';
import { delimitedText } from '../../core/render/delimited.js';
import { entriesGrid, entriesView } from '../../core/render/entriesGrid.js';
import { jsonText } from '../../core/render/json.js';
import { markdownTable } from '../../core/render/markdown.js';
import { textTable } from '../../core/render/text.js';
import { rangesOf, summarize } from '../../core/table/stats.js';
import type { Histogram } from '../../core/activations/histogram.js';
import { entryAt, entryEnds, type CalibrationTable } from '../../core/table/table.js';
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
  if (options.json) return print(jsonText(showJson(input)));
  if (options.csv) return print(delimitedText(entriesGrid(table), ','));
  if (options.tsv) return print(delimitedText(entriesGrid(table), '\t'));
  if (options.markdown) return print(markdownTable(entriesGrid(table)));
  const findings = checkDocument(input.document);
  await print(
    `${headerBlock(input)}\n${textTable(entriesView(table), outputWidth())}${findingsBlock(input.file, findings)}`,
  );
}

/** The contract: docs/cli.md. */
function showJson({ document }: Input): object {
  const { table } = document;
  const histograms = document.format.histograms?.(document) ?? [];
  return {
    format: document.format.id,
    header: headerJson(table.header),
    quantity: table.quantity,
    summary: summarize(rangesOf(table)),
    entries: table.names.map((name, i) => {
      const { index, value, scale, dynamicRange, bits } = entryAt(table, i);
      return {
        index,
        name,
        layerType: layerTypeOf(name),
        value,
        scale,
        dynamicRange,
        bits: bitsToHex(bits),
        ...endsJson(table, i),
        ...histogramJson(histograms[i]),
      };
    }),
    findings: checkDocument(document),
  };
}

/** Both ends of a range, where the format has them as data. */
function endsJson(table: CalibrationTable, index: number): object {
  const ends = entryEnds(table, index);
  return ends === null ? {} : { min: ends[0], max: ends[1] };
}

function histogramJson(histogram: Histogram | null | undefined): object {
  return histogram ? { histogram: { counts: [...histogram.counts], edges: [...histogram.edges] } } : {};
}

function headerJson({ raw, trtVersion, algorithm, kind, legacyNumbers }: Input['document']['table']['header']): object {
  return { raw, trtVersion, algorithm, kind, legacyNumbers };
}

function findingsBlock(file: string, findings: readonly Finding[]): string {
  return findings.length === 0 ? '' : `\n${findings.map((item) => `${findingLine(file, item)}\n`).join('')}`;
}
