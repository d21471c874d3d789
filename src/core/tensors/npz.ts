/** NumPy's `.npz`: a zip of `.npy` files. */
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { readNpy } from './npy.js';
import { TensorError, type Tensor } from './tensor.js';
import { t } from '../texts/translate.js';
import { messageOf } from '../texts/messageOf.js';

/** Bytes that one archive may unpack to. */
export const MOST_UNPACKED = 2 * 1024 ** 3 - 1;

/** A central directory record says how it is packed: stored or deflated. */
const METHODS: readonly number[] = [0, 8];

/**
 * The arrays of an archive, by name. Sizes are checked before anything is unpacked, and what unpacks to another size than the
 * archive says is refused.
 * @param most bytes that all arrays together may have
 * @throws {TensorError} that names the member
 */
export function readNpz(bytes: Uint8Array, most = MOST_UNPACKED): Map<string, Tensor> {
  const sizes = new Map<string, number>();
  let sum = 0;
  const filter = ({ name, size, originalSize, compression }: UnzipFileInfo): boolean => {
    if (!name.endsWith('.npy')) return false;
    if (!METHODS.includes(compression))
      throw new TensorError(t`"${name}" in it is packed by method ${compression}; 0 and 8 are read.`);
    sum += originalSize;
    if (sum > most)
      throw new TensorError(t`it unpacks to ${megabytes(sum)} and more, and there is room for ${megabytes(most)}.`);
    // Deflate makes at most 1032 bytes of one.
    if (originalSize > Math.max(size, 1) * 1032)
      throw new TensorError(t`"${name}" in it says that ${size} bytes unpack to ${originalSize}, which can't be.`);
    if (sizes.has(name)) throw new TensorError(t`"${name}" is in it twice.`);
    sizes.set(name, originalSize);
    return true;
  };
  const files = unzipped(bytes, filter);
  if (sizes.size === 0) throw new TensorError(t`no array (.npy) is in this archive.`);
  return new Map(
    Object.entries(files).map(([name, content]) => {
      if (content.length !== sizes.get(name)) throw new TensorError(t`"${name}" in it is broken.`);
      try {
        return [name.slice(0, -'.npy'.length), readNpy(content)];
      } catch (error) {
        throw error instanceof TensorError ? new TensorError(t`"${name}" in it: ${error.message}`) : error;
      }
    }),
  );
}

function unzipped(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof TensorError) throw error;
    throw new TensorError(t`it is no archive that can be read (.npz): ${messageOf(error)}.`);
  }
}

function megabytes(size: number): string {
  return `${Math.ceil(size / 1024 ** 2)} MB`;
}
