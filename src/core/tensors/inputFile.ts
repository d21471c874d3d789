import { TensorError } from './tensor.js';
import { t } from '../texts/translate.js';

/** A file of inputs, by its path with `/` between its parts. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files that hold inputs, by the end of their names. Known without the readers, which are large. */
export const INPUT_FILES = /\.(npz|npy|pb|bin|raw|png|jpe?g)$/i;

/** Bytes of inputs that are read at most. */
export const MOST_INPUT_BYTES = 2 * 1024 ** 3;

const KIND_WORDS = '.npz, .npy, .pb, .bin, .raw, .png, .jpg';

/**
 * What a folder has for a model, by the names in it: files of one kind in natural order, or folders of ONNX's test data that each
 * are one sample.
 * @throws {TensorError} where there is nothing, or files of several kinds, with a sentence that begins behind the folder's name
 */
export function inputsInFolder(names: readonly string[]): { readonly sets: string[]; readonly files: string[] } {
  const sorted = [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const sets = sorted.filter((name) => /^test_data_set_\d+$/.test(name));
  if (sets.length > 0) return { sets, files: [] };
  const files = sorted.filter((name) => INPUT_FILES.test(name));
  const kinds = new Set(files.map(inputKind));
  if (files.length === 0) throw new TensorError(t`no inputs in this folder (${KIND_WORDS}).`);
  if (kinds.size > 1)
    throw new TensorError(t`this folder holds inputs of several kinds (${[...kinds].join(', ')}): name the files.`);
  return { sets, files };
}

/** `pictures`, or the ending of a file's name. */
export function inputKind(name: string): string {
  const kind = (INPUT_FILES.exec(name)?.[1] ?? '').toLowerCase();
  return /png|jpe?g/.test(kind) ? 'pictures' : kind;
}
