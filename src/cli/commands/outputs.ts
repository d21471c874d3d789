import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { delimitedText } from '../../core/render/delimited.js';
import { jsonText } from '../../core/render/json.js';
import { outputsGrid, outputsText } from '../../core/run/report/outputsReport.js';
import { compareDumps } from '../../core/tensors/compareDumps.js';
import { DUMP_FILES } from '../../core/tensors/dumps/fileNames.js';
import { readDump, type Dump, type RawShape } from '../../core/tensors/dumps/index.js';
import { ELEMENT_TYPES, TensorError, type ElementType } from '../../core/tensors/tensor.js';
import { Failure, fileFailure } from '../failure.js';
import { readBytes, shownName } from '../input.js';
import { outputOptions, parseThreshold } from '../options.js';
import { outputWidth, print, STANDARD_STREAM } from '../streams.js';

interface OutputsOptions {
  readonly epsilon: number;
  readonly dtype: ElementType;
  readonly shape?: readonly number[];
  readonly json?: true;
  readonly csv?: true;
}

const USUAL_EPSILON = 1e-3;

/** `outputs FP32 INT8`: what a network gave in float, and in INT8. */
export function outputsCommand(): Command {
  const command = new Command('outputs')
    .description(
      'Compare dumps of outputs, tensor by tensor: .npz, .npy, Polygraphy, trtexec (JSON and raw), plain float32.',
    )
    .addArgument(new Argument('<fp32>', 'a file, or a folder of files: what is right'))
    .addArgument(new Argument('<int8>', 'the same: what is compared with it'))
    .addOption(
      new Option('--epsilon <e>', 'tell the share of elements that differ by more')
        .argParser(parseThreshold)
        .default(USUAL_EPSILON),
    )
    .addOption(new Option('--dtype <type>', 'what raw files hold').choices(ELEMENT_TYPES).default('float32'))
    .addOption(new Option('--shape <dims>', 'the shape of raw files, such as 1x3x224x224').argParser(parseShape));
  outputOptions({ json: 'print JSON', csv: 'print comma-separated values' }).forEach((option) =>
    command.addOption(option),
  );
  return command.action(outputs);
}

function parseShape(text: string): number[] {
  if (!/^\d{1,9}(?:x\d{1,9})*$/.test(text)) throw new InvalidArgumentError('Write it like 1x3x224x224.');
  return text.split('x').map(Number);
}

async function outputs(first: string, second: string, options: OutputsOptions): Promise<void> {
  const raw: RawShape = { type: options.dtype, dims: options.shape ?? null };
  const comparison = compareDumps(await dumpAt(first, raw), await dumpAt(second, raw), options.epsilon);
  if (comparison.tensors.length === 0 && comparison.otherShapes.length === 0)
    throw new Failure(`${shownName(first)} and ${shownName(second)} have no tensor in common.`);
  if (options.json) return print(jsonText(comparison));
  if (options.csv) return print(delimitedText(outputsGrid(comparison), ','));
  await print(outputsText(comparison, outputWidth()));
}

async function dumpAt(path: string, raw: RawShape): Promise<Dump> {
  const files = [];
  for (const file of await filesAt(path)) files.push({ path: file, bytes: new Uint8Array(await readBytes(file)) });
  try {
    return readDump(files, raw);
  } catch (error) {
    throw error instanceof TensorError ? new Failure(error.message) : error;
  }
}

async function filesAt(path: string): Promise<string[]> {
  if (path === STANDARD_STREAM) return [path];
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => DUMP_FILES.test(name)).sort();
    if (names.length === 0)
      throw new Failure(`${path}: no dumps in this folder (.npz, .npy, .json, .bin, .raw, .dat).`);
    return names.map((name) => join(path, name).replaceAll('\\', '/'));
  } catch (error) {
    throw error instanceof Failure ? error : fileFailure(path, error);
  }
}
