/** Files as what a model is fed, sample by sample; each is read when it is needed. */
import type { InputSpec } from '../model/inputs.js';
import { fitted, leadingSamples } from './fit.js';
import { INPUT_FILES, type InputFile } from './inputFile.js';
import { readNpy } from './npy.js';
import { readNpz } from './npz.js';
import { readPicture } from './picture.js';
import type { Preprocessing } from './preprocess.js';
import { pictureTensor } from './pictureTensor.js';
import { rawTensor } from './raw.js';
import { readTensorProto } from './tensorProto.js';
import { TensorError, type Tensor } from './tensor.js';
import { t } from '../texts/translate.js';

export interface Sample {
  /** What messages and reports call it. */
  readonly label: string;
  /** The values of all inputs. Throws {@link TensorError}. */
  load(): ReadonlyMap<string, Tensor>;
}

/** ONNX's own tests: the i-th input of a sample, and outputs, which are none. */
const NUMBERED = /^(?:(.*)\/)?input_(\d+)\.pb$/;
const OUTPUT = /(?:^|\/)output_\d+\.pb$/;

/**
 * The samples in files, in the order of the files.
 * @param line how pictures are prepared; null where none was given
 * @throws {TensorError} that names the file, what is wrong, and what is wanted
 */
export function samplesOf(
  files: readonly InputFile[],
  specs: readonly InputSpec[],
  line: Preprocessing | null,
): Sample[] {
  const samples: Sample[] = [];
  const numbered = new Map<string, InputFile[]>();
  for (const file of files) {
    if (OUTPUT.test(file.path)) continue;
    const [isNumbered, folder = ''] = NUMBERED.exec(file.path) ?? [];
    const known = numbered.get(folder);
    if (isNumbered !== undefined && known) known.push(file);
    else if (isNumbered !== undefined) {
      const group = [file];
      numbered.set(folder, group);
      samples.push({ label: folder || file.path, load: () => ofNumbered(group, specs) });
    } else samples.push(...samplesIn(file, specs, line));
  }
  if (samples.length === 0)
    throw new TensorError(t`No inputs: give .npz, .npy, .pb, .bin, .raw, .png or .jpg files, or folders with them.`);
  return samples;
}

function samplesIn(file: InputFile, specs: readonly InputSpec[], line: Preprocessing | null): Sample[] {
  const kind = (INPUT_FILES.exec(file.path)?.[1] ?? '').toLowerCase();
  if (kind === 'npz') return manyIn(file, specs, () => named(readNpz(file.bytes), specs));
  if (kind === 'npy') return manyIn(file, specs, () => new Map([[only(specs).name, readNpy(file.bytes)]]));
  const one = (read: (spec: InputSpec) => Tensor): Sample[] => [
    {
      label: file.path,
      load: () =>
        inFile(file.path, () => {
          const spec = only(specs);
          return new Map([[spec.name, fitted(read(spec), spec)]]);
        }),
    },
  ];
  switch (kind) {
    case 'pb':
      return one(() => readTensorProto(file.bytes).tensor);
    case 'bin':
    case 'raw':
      return one((spec) => rawTensor(file.bytes, spec));
    case 'png':
    case 'jpg':
    case 'jpeg':
      return one((spec) => pictureTensor(readPicture(file.bytes), spec, line));
    default:
      throw new TensorError(t`${file.path}: inputs are .npz, .npy, .pb, .bin, .raw, .png or .jpg files.`);
  }
}

/** The samples of arrays with a leading batch, or the one that they are. The arrays are read once now for their shapes. */
function manyIn(file: InputFile, specs: readonly InputSpec[], read: () => ReadonlyMap<string, Tensor>): Sample[] {
  const count = inFile(file.path, () => leadingSamples(read(), specs));
  if (count === null)
    return [{ label: file.path, load: () => inFile(file.path, () => fittedAll(read(), specs, null)) }];
  return Array.from({ length: count }, (_, i) => ({
    label: `${file.path}[${i}]`,
    load: () => inFile(file.path, () => fittedAll(read(), specs, i)),
  }));
}

function fittedAll(
  tensors: ReadonlyMap<string, Tensor>,
  specs: readonly InputSpec[],
  index: number | null,
): ReadonlyMap<string, Tensor> {
  return new Map(specs.map((spec) => [spec.name, fitted(tensors.get(spec.name), spec, index)]));
}

/** The arrays of an archive as inputs: by name, or the only one for the only input. */
function named(arrays: ReadonlyMap<string, Tensor>, specs: readonly InputSpec[]): ReadonlyMap<string, Tensor> {
  const [first] = arrays.values();
  if (specs.length === 1 && arrays.size === 1 && first) return new Map([[only(specs).name, first]]);
  const missing = specs.filter(({ name }) => !arrays.has(name)).map(({ name }) => `"${name}"`);
  if (missing.length > 0)
    throw new TensorError(
      t`${missing.join(', ')} is missing; it holds ${[...arrays.keys()].map((name) => `"${name}"`).join(', ')}.`,
    );
  return arrays;
}

function only(specs: readonly InputSpec[]): InputSpec {
  const [spec] = specs;
  if (!spec) throw new TensorError(t`the model has no inputs.`);
  if (specs.length > 1)
    throw new TensorError(
      t`the model has ${specs.length} inputs (${specs.map(({ name }) => `"${name}"`).join(', ')}): give them by name in .npz files, or as input_0.pb, input_1.pb … in a folder a sample.`,
    );
  return spec;
}

function ofNumbered(files: readonly InputFile[], specs: readonly InputSpec[]): ReadonlyMap<string, Tensor> {
  const byIndex = new Map(files.map((file) => [Number(NUMBERED.exec(file.path)?.[2]), file]));
  return new Map(
    specs.map((spec, index) => {
      const file = byIndex.get(index);
      if (!file)
        throw new TensorError(
          t`${files[0]?.path ?? ''}: input_${index}.pb, for the input "${spec.name}", is not beside it.`,
        );
      return [spec.name, inFile(file.path, () => fitted(readTensorProto(file.bytes).tensor, spec))];
    }),
  );
}

/** Says which file an error is about. */
function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof TensorError ? new TensorError(`${path}: ${error.message}`) : error;
  }
}
