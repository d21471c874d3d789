/** Files in which tools leave the outputs of a network, as tensors by name. */
import { beginsWith } from '../../bytes/bytes.js';
import type { InputFile } from '../inputFile.js';
import { isNpy, readNpy } from '../npy.js';
import { readNpz } from '../npz.js';
import { TensorError, type Tensor } from '../tensor.js';
import { readJsonDump } from './json.js';
import { rawDump, trtexecRaw, type RawShape } from './raw.js';
import { t } from '../../texts/translate.js';

export type { RawShape } from './raw.js';

export type Dump = ReadonlyMap<string, Tensor>;

/** Reads a dump of one file or several. Throws {@link TensorError} that names the file, also where two files hold one tensor. */
export function readDump(files: readonly InputFile[], raw: RawShape): Dump {
  const all = new Map<string, Tensor>();
  for (const file of files)
    for (const [name, tensor] of inFile(file, raw)) {
      if (all.has(name)) throw new TensorError(t`${file.path}: the tensor "${name}" is in another file, too.`);
      all.set(name, tensor);
    }
  if (all.size === 0) throw new TensorError(t`there are no tensors in it.`);
  return all;
}

function inFile(file: InputFile, raw: RawShape): Dump {
  try {
    return read(file, raw);
  } catch (error) {
    throw error instanceof TensorError ? new TensorError(`${file.path}: ${error.message}`) : error;
  }
}

function read({ path, bytes }: InputFile, raw: RawShape): Dump {
  const fileName = path.split('/').at(-1) ?? '';
  if (isNpy(bytes)) return new Map([[fileName.replace(/\.npy$/i, ''), readNpy(bytes)]]);
  if (/\.npz$/i.test(fileName) || beginsWith(bytes, 'PK\x03\x04')) return readNpz(bytes);
  if (/\.json$/i.test(fileName)) return readJsonDump(bytes);
  const named = trtexecRaw(fileName, bytes);
  if (named) return named;
  return new Map([[fileName.replace(/\.\w+$/, ''), rawDump(bytes, raw)]]);
}
