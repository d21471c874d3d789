import { Argument, Command } from 'commander';
import { convertDocument, writePlan, type Conversion } from '../../core/transfer/convert.js';
import type { WritableFormat } from '../../core/formats/format.js';
import { emptinessOf } from '../../core/formats/emptiness.js';
import { WRITABLE_FORMATS } from '../../core/formats/index.js';
import { withSibling } from '../../core/transfer/sibling.js';
import { readSibling } from '../sibling.js';
import { missingRows, planWithNetwork } from '../../core/transfer/plan.js';
import { Failure } from '../failure.js';
import { plural } from '../findingText.js';
import { headerNotes, targetHeader, type HeaderOptions } from '../targetHeader.js';
import { readTable, shownName, type Input } from '../input.js';
import { loadNetwork } from '../network.js';
import { printReport, sayDoubts } from '../report.js';
import { say, STANDARD_STREAM } from '../streams.js';
import { writeWhole } from '../writeWhole.js';

interface ConvertOptions extends HeaderOptions {
  readonly to: string;
  readonly output: string;
  readonly json?: true;
  readonly force?: true;
  readonly network?: string;
  readonly allowMissing?: true;
  readonly asStored?: true;
}

const FORMAT_IDS = WRITABLE_FORMATS.map(({ id }) => id).join(', ');

/** `convert IN --to FORMAT -o OUT`: a table in another format. */
export function convertCommand(): Command {
  return new Command('convert')
    .description('Write a table in another format, and say what changed and what is lost.')
    .addArgument(new Argument('<in>', 'a calibration table, or - for standard input'))
    .requiredOption('--to <format>', `the format to write: ${FORMAT_IDS}`)
    .requiredOption('-o, --output <out>', 'the file to write, or - for standard output')
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
}

async function convert(file: string, options: ConvertOptions): Promise<void> {
  const target = targetFormat(options.to);
  refuseHeaderOptions(target, options);
  if (options.allowMissing && options.network === undefined)
    throw new Failure('--allow-missing goes with --network: without a network nothing is known to be missing.');
  const own = await readTable(file);
  const empty = emptinessOf(own.document);
  if (empty !== null) throw new Failure(`${shownName(file)}: ${empty} There is nothing to convert.`);
  const better = options.asStored ? null : await numbersBeside(own);
  const input = { ...own, document: better?.document ?? own.document };
  const header = target.hasHeader ? targetHeader(input.document.table.header, options) : null;
  const conversion =
    options.network === undefined
      ? convertDocument(input.document, target, header)
      : await convertByNetwork(input, target, header, options);
  await writeWhole(options.output, conversion.bytes, options.force === true);
  const notes = [...headerNotes(input.document.table.header, header), ...pathNotes(target, options.output)];
  notes.forEach((note) => say(`note: ${note}`));
  await printReport(input.file, { ...conversion.report, ...(better && { replaced: better.replaced }) }, options);
}

/** The numbers of the JSON beside an onnxruntime table, which has both ends of each range; null where there is none for it. */
async function numbersBeside(input: Input): Promise<ReturnType<typeof withSibling>> {
  const sibling = await readSibling(input);
  return sibling && withSibling(input.document, sibling);
}

/** Names by the network's rules. Throws {@link Failure} when the target's reader would stop at what is missing. */
async function convertByNetwork(
  { file, document }: Input,
  target: WritableFormat,
  header: string | null,
  { network: networkFile = '', allowMissing }: ConvertOptions,
): Promise<Conversion> {
  const plan = planWithNetwork(document, target, await loadNetwork(networkFile));
  sayDoubts(document, plan);
  const missing = missingRows(plan);
  if (plan.needsEveryRow && missing.length > 0 && !allowMissing) {
    missing.forEach((name) => say(`missing: ${name}`));
    throw new Failure(
      `${shownName(file)}: ${shownName(networkFile)} needs ${plural(missing.length, 'entry')} that the table lacks (listed above), and its reader stops at the first of them. Add them, or write the table incomplete with --allow-missing.`,
    );
  }
  return writePlan(document, plan, header);
}

function targetFormat(id: string): WritableFormat {
  const format = WRITABLE_FORMATS.find((known) => known.id === id);
  if (!format) throw new Failure(`--to ${id}: this version writes ${FORMAT_IDS}.`);
  return format;
}

function refuseHeaderOptions({ id, hasHeader }: WritableFormat, { trtVersion, algorithm }: HeaderOptions): void {
  if (hasHeader || (trtVersion ?? algorithm) === undefined) return;
  throw new Failure(
    `--to ${id}: this format has no header for ${trtVersion === undefined ? '--algorithm' : '--trt-version'}.`,
  );
}

/** Some readers lower-case the path that they are given. */
function pathNotes({ findsNoCapitals }: WritableFormat, output: string): string[] {
  const breaks = findsNoCapitals && output !== STANDARD_STREAM && output !== output.toLowerCase();
  return breaks
    ? [
        `nvdla_compiler lower-cases the path given to --calibtable: it will not find "${output}". Use a path without capital letters.`,
      ]
    : [];
}
