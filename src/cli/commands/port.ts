import { Argument, Command, Option } from 'commander';
import { writePlan } from '../../core/transfer/convert.js';
import type { TableDocument } from '../../core/formats/format.js';
import { writableById } from '../../core/formats/index.js';
import type { Plan } from '../../core/transfer/plan.js';
import { planFromNetwork, planFromTable } from '../../core/transfer/port.js';
import { Failure } from '../failure.js';
import { plural } from '../findingText.js';
import { readTable, shownName } from '../input.js';
import { portMarks } from '../portMarks.js';
import { eachInto } from '../manyFiles.js';
import { loadNetwork } from '../network.js';
import { printReport, sayDoubts } from '../report.js';
import { alignmentFor, forceUnrelated, stopAtStrangers } from '../strangers.js';
import { say } from '../streams.js';
import { headerNotes, targetHeader } from '../targetHeader.js';
import { writeWhole } from '../writeWhole.js';

interface PortOptions {
  readonly namesFrom?: string;
  readonly network?: string;
  readonly trtVersion: string;
  readonly algorithm?: string;
  readonly output: string;
  readonly json?: true;
  readonly force?: true;
  readonly forceUnrelated?: true;
}

/** `port OLD --names-from NEW`: old scales under the names and the header of another TensorRT version. */
export function portCommand(): Command {
  return new Command('port')
    .description("Write a table's scales under the names of another TensorRT version, as a cache.")
    .addArgument(
      new Argument(
        '<old>',
        'the table with the scales, - for standard input, or a pattern such as "models/**/*.cache"',
      ),
    )
    .addOption(
      new Option('--names-from <new>', 'a table of the new version: its names, its order').conflicts('network'),
    )
    .option('--network <file>', "the network (.prototxt or .onnx): the names that TensorRT's parser gives")
    .requiredOption('--trt-version <version>', 'the new TensorRT version, such as 10.1.0')
    .option('--algorithm <name>', "calibrator for the header (default: the source's)")
    .requiredOption('-o, --output <out>', 'the file to write, or - for standard output; of a pattern a folder')
    .option('--force', 'replace the file if it exists')
    .addOption(forceUnrelated())
    .option('--json', 'print the report as JSON (with -o - to standard error)')
    .action(port);
}

async function port(arg: string, options: PortOptions): Promise<void> {
  await eachInto(arg, options, 'cache', (file, output) => portFile(file, { ...options, output }));
}

async function portFile(file: string, options: PortOptions): Promise<void> {
  const { document } = await readTable(file);
  const header = targetHeader(document.table.header, options);
  const plan = await planOf(document, options);
  stopAtStrangers(plan, options);
  sayDoubts(document, plan);
  const { bytes, report } = writePlan(document, plan, header);
  if (report.entriesOut === 0)
    throw new Failure(
      `${shownName(file)}: none of its entries goes with a name of ${shownName(options.namesFrom ?? options.network ?? '')}: nothing to write.`,
    );
  await writeWhole(options.output, bytes, options.force === true);
  const names = plan.rows.names.filter((_, row) => plan.rows.sourceOf(row) !== null);
  await portMarks(file, options.output, report, names, options.force === true);
  const notes = [...headerNotes(document.table.header, header), ...missingNotes(report.missing.length)];
  notes.forEach((note) => say(`note: ${note}`));
  await printReport(file, report, options);
}

function missingNotes(count: number): string[] {
  return count === 0
    ? []
    : [
        `${plural(count, 'tensor')} of the new version got no scale (listed as missing): nothing sure to take it from. The editor can add them, with a neighbour's scale or your own.`,
      ];
}

async function planOf(
  document: TableDocument,
  { namesFrom, network, forceUnrelated: isForced }: PortOptions,
): Promise<Plan> {
  const target = writableById('tensorrt');
  if (namesFrom !== undefined) {
    const names = (await readTable(namesFrom)).document;
    return planFromTable(document, names, target, alignmentFor(document.table, names.table, isForced === true));
  }
  if (network !== undefined) return planFromNetwork(document, await loadNetwork(network), target);
  throw new Failure('Where do the new names come from? Give --names-from TABLE or --network FILE.');
}
