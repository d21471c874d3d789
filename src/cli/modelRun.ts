/** What commands that run a model have in common: the model, its inputs, and their options. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { USUAL_BUDGET } from '../core/run/engine.js';
import { readModel } from '../core/model/model.js';
import { externalFiles } from '../core/model/tensorData.js';
import { parsePreprocessing, PRESETS } from '../core/tensors/preprocess.js';
import { inputsInFolder, MOST_INPUT_BYTES, type InputFile } from '../core/tensors/inputFile.js';
import { TensorError } from '../core/tensors/tensor.js';
import type { InputSource, RunOrder } from '../engine/order.js';
import { planned } from './commands/convertToQdq.js';
import { externalOf } from './externalData.js';
import { Failure, fileFailure } from './failure.js';
import { readBytes, shownName } from './input.js';
import { messageOf } from '../core/texts/messageOf.js';

export interface RunOptions {
  readonly network: string;
  readonly inputs?: readonly string[];
  readonly preprocess?: string;
  readonly random?: number;
  readonly memory?: number;
}

const MEGABYTE = 1024 ** 2;

/** Options of a run, as commander shows them. */
export function runOptions(): Option[] {
  return [
    new Option('--network <file>', 'the ONNX model to run').makeOptionMandatory(),
    new Option(
      '--inputs <path...>',
      'what to run it on: .npz, .npy, .pb, .bin or .raw (float32), .png or .jpg files, or folders of them',
    ),
    new Option(
      '--preprocess <line>',
      `how pictures are prepared: resize=WxH, crop=WxH, rgb, bgr, sub=a/b/c, div=a/b/c, nchw, nhwc, a comma between them; or ${Object.keys(PRESETS).join(', ')}`,
    ).argParser(checkedLine),
    new Option('--memory <MB>', 'memory for values of tensors, in MB (default: 1024)').argParser(wholeNumber),
  ];
}

/** `--random N`. */
export function randomOption(): Option {
  return new Option(
    '--random <n>',
    'instead of inputs: so many samples of seeded noise, which give a hint at most',
  ).argParser(wholeNumber);
}

function checkedLine(text: string): string {
  try {
    parsePreprocessing(text);
  } catch (error) {
    throw new InvalidArgumentError(messageOf(error));
  }
  return text;
}

/** A whole number above 0. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a whole number above 0.');
  return Number(text);
}

/** Model and inputs of a run. Throws {@link Failure}. */
export async function runOrder(options: RunOptions, timeLimit: number | null = null): Promise<Omit<RunOrder, 'wasm'>> {
  const { network, memory } = options;
  const inputs = await inputSource(options);
  const model = await readBytes(network);
  const names = await planned(network, () => Promise.resolve(externalFiles(readModel(model))));
  const read = externalOf(network);
  const external = names.map((location) =>
    planned(network, async () => [location, await read({ location, offset: 0, length: null })] as const),
  );
  return {
    model,
    label: shownName(network),
    external: await Promise.all(external),
    inputs,
    budget: memory === undefined ? USUAL_BUDGET : memory * MEGABYTE,
    timeLimit,
  };
}

async function inputSource({ inputs, random, preprocess }: RunOptions): Promise<InputSource> {
  if (random !== undefined && inputs !== undefined) throw new Failure('--inputs and --random: give one of them.');
  if (random !== undefined) return { random };
  if (inputs === undefined)
    throw new Failure('--inputs is needed: files, or a folder of them, that the model is run on.');
  const paths = (await Promise.all(inputs.map(filesAt))).flat();
  return { files: await readAll(paths), line: preprocess ?? null };
}

async function readAll(paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  let size = 0;
  for (const path of paths) {
    size += (
      await stat(path).catch((error: unknown) => {
        throw fileFailure(path, error);
      })
    ).size;
    if (size > MOST_INPUT_BYTES) throw new Failure(`${path}: with it the inputs have more than 2 GB; give fewer.`);
    files.push({ path: path.replaceAll('\\', '/'), bytes: new Uint8Array(await readFile(path)) });
  }
  return files;
}

/** A file, or the inputs in a folder. */
async function filesAt(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const { sets, files } = inputsInFolder(await readdir(path));
    const inSets = await Promise.all(sets.map((name) => filesAt(join(path, name))));
    return [...inSets.flat(), ...files.map((name) => join(path, name))];
  } catch (error) {
    if (error instanceof TensorError) throw new Failure(`${path}: ${error.message}`);
    throw error instanceof Failure ? error : fileFailure(path, error);
  }
}
