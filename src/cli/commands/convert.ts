import { Argument, Command } from 'commander';
import { convertDocument } from '../../core/transfer/convert.js';
import type { WritableFormat } from '../../core/formats/format.js';
import { emptinessOf } from '../../core/formats/emptiness.js';
import { withSibling } from '../../core/transfer/sibling.js';
import { readSibling } from '../sibling.js';
import type { FromQdq } from '../../core/transfer/fromQdq.js';
import { withQdq } from '../../core/transfer/withQdq.js';
import { Failure } from '../failure.js';
import { FORMAT_IDS, pathNotes, QDQ_FORMAT, refuseHeaderOptions, targetFormat } from '../target.js';
import { headerNotes, targetHeader, type HeaderOptions } from '../targetHeader.js';
import { convertByNetwork } from '../byNetwork.js';
import { readTable, shownName, type Input } from '../input.js';
import { eachInto } from '../manyFiles.js';
import { refuseOptions } from '../options.js';
import { printReport } from '../report.js';
import { say } from '../streams.js';
import { refuseExisting, writeWhole } from '../writeWhole.js';
import { FROM_QDQ, fromQdqOptions, readQdqInput, sayPlainNotes, type FromQdqCliOptions } from './convertFromQdq.js';
import { convertToQdq, TO_QDQ, toQdqOptions, type ToQdqCliOptions } from './convertToQdq.js';

interface ConvertOptions extends HeaderOptions, ToQdqCliOptions, FromQdqCliOptions {
  readonly to: string;
  readonly output: string;
  readonly json?: true;
  readonly force?: true;
  readonly network?: string;
  readonly allowMissing?: true;
  readonly asStored?: true;
}

/** `convert IN --to FORMAT -o OUT`: a table in another format. */
export function convertCommand(): Command {
  const command = new Command('convert')
    .description('Write a table in another format, and say what changed and what is lost.')
    .addArgument(
      new Argument('<in>', 'a calibration table, - for standard input, or a pattern such as "models/**/*.cache"'),
    )
    .requiredOption('--to <format>', `the format to write: ${FORMAT_IDS}`)
    .requiredOption('-o, --output <out>', 'the file to write, or - for standard output; of a pattern a folder')
    .option('--trt-version <version>', "TensorRT version for the header, such as 8.6.1 (default: the source's)")
    .option(
      '--algorithm <name>',
      "calibrator for the header, such as EntropyCalibration2 or MINMAX_CALIBRATION (default: the source's)",
    )
    .option('--force', 'replace the file if it exists')
    .option('--json', 'print the report as JSON (with -o - to standard error)')
    .option(
      '--network <file>',
      'the network that the table belongs to (.prototxt or .onnx): names are mapped by its layers',
    )
    .option('--as-stored', "take an onnxruntime table's own numbers, not those of the JSON beside it")
    .option('--allow-missing', 'write although the network needs entries that the table lacks')
    .action(convert);
  [...toQdqOptions(), ...fromQdqOptions()].forEach((option) => command.addOption(option));
  return command;
}

async function convert(arg: string, options: ConvertOptions): Promise<void> {
  const extension = options.to === QDQ_FORMAT ? 'onnx' : (targetFormat(options.to).extensions[0] ?? options.to);
  await eachInto(arg, options, extension, (file, output) => convertFile(file, { ...options, output }));
}

async function convertFile(file: string, options: ConvertOptions): Promise<void> {
  const isQdq = options.to === QDQ_FORMAT;
  if (!isQdq) refuseOptions(options, TO_QDQ, `they are for --to ${QDQ_FORMAT}`);
  if (isQdq) refuseOptions(options, ['trtVersion', 'algorithm'], 'a model has no header');
  const target = isQdq ? null : targetFormat(options.to);
  if (target) refuseHeaderOptions(target, options);
  if (options.allowMissing && options.network === undefined)
    throw new Failure('--allow-missing goes with --network: without a network nothing is known to be missing.');
  const source = await sourceOf(file, options);
  await refuseExisting(
    [options.output, ...(options.plain === undefined ? [] : [options.plain])],
    options.force === true,
  );
  if (target) await convertTable(source, target, options);
  else await convertToQdq(source.input, options);
  if (source.qdq?.plain && options.plain !== undefined) {
    await writeWhole(options.plain, source.qdq.plain, options.force === true);
    sayPlainNotes(source.qdq, options.plain);
  }
}

/** A table and where its numbers are from, beyond the file itself. */
interface Source {
  readonly input: Input;
  /** What the JSON beside an onnxruntime table says in its place. */
  readonly better: ReturnType<typeof withSibling>;
  /** What became of the pairs of a model. */
  readonly qdq: FromQdq | null;
}

async function sourceOf(file: string, options: ConvertOptions): Promise<Source> {
  const own = await readTable(file);
  const qdq = own.document.format.id === QDQ_FORMAT ? await readQdqInput(own, options) : null;
  if (!qdq) refuseOptions(options, FROM_QDQ, `they are for a Q/DQ model, and this is a ${own.document.format.label}`);
  const document = qdq?.document ?? own.document;
  const empty = emptinessOf(document);
  if (empty !== null) throw new Failure(`${shownName(file)}: ${empty} There is nothing to convert.`);
  const better = options.asStored ? null : await numbersBeside({ ...own, document });
  return { input: { ...own, document: better?.document ?? document }, better, qdq };
}

async function convertTable(
  { input, better, qdq }: Source,
  target: WritableFormat,
  options: ConvertOptions,
): Promise<void> {
  const header = target.hasHeader ? targetHeader(input.document.table.header, options) : null;
  const { bytes, report } =
    options.network === undefined
      ? convertDocument(input.document, target, header)
      : await convertByNetwork(input, target, header, options);
  await writeWhole(options.output, bytes, options.force === true);
  const notes = [...headerNotes(input.document.table.header, header), ...pathNotes(target, options.output)];
  notes.forEach((note) => say(`note: ${note}`));
  const done = qdq ? withQdq(report, qdq) : report;
  await printReport(input.file, { ...done, ...(better && { replaced: better.replaced }) }, options);
}

/** The numbers of the JSON beside an onnxruntime table, which has both ends of each range; null where there is none for it. */
async function numbersBeside(input: Input): Promise<ReturnType<typeof withSibling>> {
  const sibling = await readSibling(input);
  return sibling && withSibling(input.document, sibling);
}
