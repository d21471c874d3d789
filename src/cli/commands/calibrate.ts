import { Command, InvalidArgumentError, Option } from 'commander';
import { USUAL_PERCENTILE } from '../../core/activations/thresholds/index.js';
import { calibratedDocument, calibratedTable } from '../../core/run/calibratedTable.js';
import type { CalibrationMethod } from '../../core/run/calibration.js';
import { histogramFile } from '../../core/run/histogramFile.js';
import { calibrationLines, NOT_TENSORRTS } from '../../core/run/report/calibrationReport.js';
import { rangeOf } from '../../core/table/quantization.js';
import { NO_HEADER } from '../../core/table/header.js';
import { tensorTable } from '../../core/transfer/tensorTable.js';
import { planByName } from '../../core/transfer/plan.js';
import { writePlan } from '../../core/transfer/convert.js';
import type { CalibrateAnswer } from '../../engine/jobs/calibrateJob.js';
import { utf8Bytes } from '../../core/bytes/bytes.js';
import { convertByNetwork } from '../byNetwork.js';
import { runEngine } from '../engine.js';
import { Failure } from '../failure.js';
import { readTable, shownName } from '../input.js';
import { loadNetwork } from '../network.js';
import { runOptions, runOrder, wholeNumber, type RunOptions } from '../modelRun.js';
import { refuseOptions } from '../options.js';
import { printReport } from '../report.js';
import { say } from '../streams.js';
import { FORMAT_IDS, pathNotes, QDQ_FORMAT, refuseHeaderOptions, targetFormat } from '../target.js';
import { targetHeader, type HeaderOptions } from '../targetHeader.js';
import { refuseExisting, writeWhole } from '../writeWhole.js';
import { printQdqReport, writeQdqModel } from './convertToQdq.js';

interface CalibrateOptions extends RunOptions, HeaderOptions {
  readonly method: CalibrationMethod;
  readonly percentile?: number;
  readonly from?: string;
  readonly timeLimit?: number;
  readonly placement?: 'tensorrt' | 'every';
  readonly to: string;
  readonly output: string;
  readonly saveHistograms?: string;
  readonly allowMissing?: true;
  readonly force?: true;
  readonly json?: true;
}

const METHODS: readonly CalibrationMethod[] = ['minmax', 'entropy', 'percentile', 'mse', 'tune'];
/** Seconds. */
const USUAL_TIME_LIMIT = 300;
/** The methods that TensorRT has a calibrator of the same name for. */
const ALGORITHMS: Readonly<Partial<Record<CalibrationMethod, string>>> = { minmax: 'MinMaxCalibration' };

/** `calibrate --network M.onnx --inputs PATH… --method M --to FORMAT -o OUT`. */
export function calibrateCommand(): Command {
  const command = new Command('calibrate').description(
    "Run a model on inputs and write the ranges of its tensors as a table, or into the model as Q/DQ pairs. They are not those of TensorRT's own calibrator.",
  );
  runOptions().forEach((option) => command.addOption(option));
  return command
    .addOption(new Option('--method <name>', 'how a range is chosen').choices(METHODS).makeOptionMandatory())
    .addOption(
      new Option(
        '--percentile <share>',
        `percentile: the share of values within the range (default: ${USUAL_PERCENTILE})`,
      ).argParser(parsePercentile),
    )
    .option('--from <table>', 'tune: a table to start from, besides what the methods give')
    .addOption(
      new Option('--time-limit <seconds>', `tune: stop with what is reached (default: ${USUAL_TIME_LIMIT})`).argParser(
        wholeNumber,
      ),
    )
    .addOption(
      new Option('--placement <where>', 'tune and onnx-qdq: which uses of tensors are quantized').choices([
        'tensorrt',
        'every',
      ]),
    )
    .requiredOption('--to <format>', `the format to write: ${FORMAT_IDS}`)
    .requiredOption('-o, --output <out>', 'the file to write, or - for standard output')
    .option('--trt-version <version>', 'TensorRT version for the header, such as 8.6.1')
    .option(
      '--algorithm <name>',
      'calibrator for the header (default: MinMaxCalibration for minmax, else EntropyCalibration2)',
    )
    .option('--save-histograms <file>', "write the histograms of all tensors, too, as onnxruntime's JSON")
    .option('--allow-missing', 'write although the format wants more entries than the model has tensors for')
    .option('--force', 'replace files that exist')
    .option('--json', 'print the report as JSON (with -o - to standard error)')
    .action(calibrate);
}

function parsePercentile(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 100)) throw new InvalidArgumentError('Expected a number above 0, up to 100.');
  return number;
}

async function calibrate(options: CalibrateOptions): Promise<void> {
  const { method, output, saveHistograms, force } = options;
  if (method !== 'tune') refuseOptions(options, ['from', 'timeLimit'], 'they are for --method tune');
  if (method !== 'percentile' && method !== 'tune')
    refuseOptions(options, ['percentile'], 'it is for --method percentile');
  const target = options.to === QDQ_FORMAT ? null : targetFormat(options.to);
  if (target) refuseHeaderOptions(target, options);
  else refuseOptions(options, ['trtVersion', 'algorithm'], 'a model has no header');
  const header = target?.hasHeader ? headerOf(options) : null;
  await refuseExisting([output, ...(saveHistograms === undefined ? [] : [saveHistograms])], force === true);
  const timeLimit = method === 'tune' ? (options.timeLimit ?? USUAL_TIME_LIMIT) * 1000 : null;
  const answer = await runEngine('calibrate', {
    ...(await runOrder(options, timeLimit)),
    request: {
      method,
      placement: options.placement ?? 'tensorrt',
      histograms: saveHistograms !== undefined,
      ...(options.percentile !== undefined && { percentile: options.percentile }),
      ...(options.from !== undefined && { from: await rangesOf(options.from, options.network) }),
    },
  });
  if (answer.tensors.length === 0)
    throw new Failure(`${shownName(options.network)}: no tensor has values other than 0.`);
  if (target) await writeTable(answer, target, header, options);
  else await writeModel(answer, options);
  if (saveHistograms !== undefined)
    await writeWhole(saveHistograms, utf8Bytes([...histogramFile(answer)].join('')), force === true);
}

/** The header line; what algorithm it names is the method's, or the user's. */
function headerOf({ method, trtVersion, algorithm }: CalibrateOptions): string {
  const named = algorithm ?? ALGORITHMS[method] ?? 'EntropyCalibration2';
  if (trtVersion === undefined)
    throw new Failure('--trt-version is needed (such as 8.6.1): it stands in the first line of the table.');
  return targetHeader(NO_HEADER, { trtVersion, algorithm: named });
}

async function rangesOf(file: string, network: string): Promise<ReadonlyMap<string, number>> {
  const { table } = await tensorTable((await readTable(file)).document, () => loadNetwork(network));
  return new Map(table.names.map((name, i) => [name, rangeOf(table.values[i] ?? NaN, table.quantity)]));
}

async function writeTable(
  answer: CalibrateAnswer,
  target: ReturnType<typeof targetFormat>,
  header: string | null,
  options: CalibrateOptions,
): Promise<void> {
  const document = calibratedDocument(answer.tensors, target);
  const { bytes, report } =
    target.keyedBy === 'layer'
      ? await convertByNetwork({ file: options.network, document }, target, header, options)
      : writePlan(document, planByName(document, target), header);
  await writeWhole(options.output, bytes, options.force === true);
  [...linesOf(answer, options), ...pathNotes(target, options.output)].forEach((note) => say(`note: ${note}`));
  if (header !== null) say(`note: the first line of the table is "${header}".`);
  await printReport(options.network, report, options, moreOf(answer, options));
}

async function writeModel(answer: CalibrateAnswer, options: CalibrateOptions): Promise<void> {
  const table = calibratedTable(answer.tensors, { storage: 'float32' });
  const report = await writeQdqModel(table, options);
  linesOf(answer, options).forEach((note) => say(`note: ${note}`));
  await printQdqReport(options.network, report, options, moreOf(answer, options));
}

function linesOf(answer: CalibrateAnswer, { method }: CalibrateOptions): string[] {
  return [NOT_TENSORRTS, ...calibrationLines(answer, method)];
}

/** What the report has besides a conversion's. */
function moreOf({ tensors, inputs, tune, left, largestIn }: CalibrateAnswer, { method }: CalibrateOptions): object {
  return {
    method,
    inputs,
    tensors: tensors.map(({ name, amax, range, clippedShare }) => ({ name, amax, range, clippedShare })),
    left,
    largestIn,
    ...(tune && { tune }),
  };
}
