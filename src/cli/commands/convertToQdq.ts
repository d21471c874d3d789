/** `convert TABLE --to onnx-qdq --network MODEL`: a table's scales written into a model. */
import { Option, InvalidArgumentError } from 'commander';
import { ModelError } from '../../core/model/records.js';
import { externalFiles } from '../../core/model/tensorData.js';
import { jsonText } from '../../core/render/json.js';
import { FLOAT_LAYERS, qdqReport, type QdqReport } from '../../core/transfer/qdqReport.js';
import { planQdq, writeQdq, type QdqPlan, type ToQdqOptions } from '../../core/transfer/toQdq.js';
import { tensorTable } from '../../core/transfer/tensorTable.js';
import type { CalibrationTable } from '../../core/table/table.js';
import type { Renamed } from '../../core/transfer/convert.js';
import { absentBeside, externalOf } from '../externalData.js';
import { Failure } from '../failure.js';
import { plural } from '../findingText.js';
import { readBytes, shownName, type Input } from '../input.js';
import { loadNetwork } from '../network.js';
import { print, say, STANDARD_STREAM } from '../streams.js';
import { QDQ_FORMAT } from '../target.js';
import { writeWhole } from '../writeWhole.js';

export interface ToQdqCliOptions {
  readonly output: string;
  readonly json?: true;
  readonly force?: true;
  readonly network?: string;
  readonly placement?: 'tensorrt' | 'every';
  readonly exclude?: readonly string[];
  readonly perTensorWeights?: true;
  readonly replaceQdq?: true;
}

/** Options of this way, as commander shows them. */
export function toQdqOptions(): Option[] {
  return [
    new Option('--placement <where>', 'onnx-qdq: which uses of tensors get a pair').choices(['tensorrt', 'every']),
    new Option(
      '--exclude <name>',
      'onnx-qdq: a node or tensor that stays in float, or @FILE with one a line (may be repeated)',
    ).argParser(excludeParser),
    new Option('--per-tensor-weights', 'onnx-qdq: one scale a weight tensor instead of one a channel'),
    new Option('--replace-qdq', 'onnx-qdq: take out the pairs that the model has'),
  ];
}

function excludeParser(text: string, before: readonly string[] = []): readonly string[] {
  if (text === '' || text === '@') throw new InvalidArgumentError('Expected a name, or @ and a file.');
  return [...before, text];
}

/** Names of these options. */
export const TO_QDQ = ['placement', 'exclude', 'perTensorWeights', 'replaceQdq'] as const;

export async function convertToQdq(input: Input, options: ToQdqCliOptions): Promise<void> {
  const { network } = options;
  if (network === undefined) throw new Failure(`--to ${QDQ_FORMAT} writes into a model: give it with --network.`);
  const { table, renamed } = await tensorTable(input.document, () => loadNetwork(network));
  const report = await writeQdqModel(table, { ...options, network }, renamed);
  await printQdqReport(input.file, report, { ...options, network });
}

/** Writes a model with the pairs of a table, and says what it needs. Throws {@link Failure}. */
export async function writeQdqModel(
  table: CalibrationTable,
  options: ToQdqCliOptions & { readonly network: string },
  renamed: readonly Renamed[] = [],
): Promise<QdqReport> {
  const { network } = options;
  const request: ToQdqOptions = {
    placement: options.placement ?? 'tensorrt',
    exclude: await excludedNames(options.exclude ?? []),
    perTensorWeights: options.perTensorWeights === true,
    replaceQdq: options.replaceQdq === true,
  };
  const bytes = await readBytes(network);
  const plan = await planned(network, () => planQdq(table, bytes, request, { external: externalOf(network) }));
  await writeWhole(options.output, writeQdq(plan), options.force === true);
  sayNotes(plan, options.output);
  return qdqReport(table, plan, renamed);
}

/** What is wrong with a model, said with its name. */
export async function planned<T>(model: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ModelError) throw new Failure(`${shownName(model)}: ${error.message}`);
    throw error;
  }
}

/** Names of `--exclude`, those of files a line each. */
async function excludedNames(given: readonly string[]): Promise<string[]> {
  const lists = given.map(async (name) => {
    if (!name.startsWith('@')) return [name];
    const text = Buffer.from(await readBytes(name.slice(1))).toString('utf8');
    return text.split(/\r?\n/).filter((line) => line.trim() !== '');
  });
  return (await Promise.all(lists)).flat();
}

function sayNotes(plan: QdqPlan, output: string): void {
  plan.unknownExcluded.forEach((name) =>
    say(`warning: --exclude ${name}: the model has no node or tensor of this name.`),
  );
  absentBeside(output, externalFiles(plan.model)).forEach((name) =>
    say(`warning: the new model reads its weights from "${name}", which is not beside it: copy it there.`),
  );
  say(`note: ${FLOAT_LAYERS}`);
}

/** The report to stdout as JSON, with what `more` adds, or to stderr as words. */
export async function printQdqReport(
  file: string,
  report: QdqReport,
  { output, network, json }: { readonly output: string; readonly network: string; readonly json?: true },
  more: object = {},
): Promise<void> {
  if (!json) return reportLines(shownName(file), report, output, network).forEach(say);
  const text = [...jsonText({ in: file, out: output, network, ...report, ...more })].join('');
  if (output === STANDARD_STREAM) process.stderr.write(text);
  else await print(text);
}

function reportLines(from: string, report: QdqReport, to: string, network: string): string[] {
  const { entriesIn, pairs, weights, left, unplaced, dropped, missing, lost, opset, renamed } = report;
  return [
    `${from} -> ${to === STANDARD_STREAM ? '<stdout>' : to}: ${pairs.length} of ${plural(entriesIn, 'entry')} placed in ${shownName(network)}, ${plural(weights.length, 'weight tensor')} with pairs`,
    ...(opset.from === opset.to
      ? []
      : [`opset: ${opset.from} -> ${opset.to}, ${plural(opset.rewritten.length, 'node')} rewritten`]),
    ...(renamed.length > 0 ? [`renamed: ${plural(renamed.length, 'entry')}`] : []),
    ...pairs.map(
      ({ tensor, scale, uses }) =>
        `pair: ${tensor} (${scale}): ${uses.map(({ node, why }) => `${node} (${why})`).join(', ')}`,
    ),
    ...left.map(({ node, op, why }) => `float: ${node} (${op}): ${why}`),
    ...missing.map((name) => `missing: ${name}`),
    ...unplaced.map(({ name, why }) => `unplaced: ${name}: ${why}`),
    ...dropped.map(({ name, why }) => `dropped: ${name}: ${why}`),
    ...lost.map((what) => `lost: ${what}`),
  ];
}
