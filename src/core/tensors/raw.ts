import { shapeText, type InputSpec } from '../model/inputs.js';
import { TensorError, tensorOfBytes, type Tensor } from './tensor.js';
import { t } from '../texts/translate.js';

/**
 * A file of nothing but float32 numbers, little endian, in the shape of the input; one axis that the model leaves open is worked out.
 * @throws {TensorError} for another number of bytes, and for shapes with more axes left open
 */
export function rawTensor(bytes: Uint8Array, { name, dims, dataType }: InputSpec): Tensor {
  if (dataType !== null && dataType !== 1)
    throw new TensorError(t`raw files hold float32, and the input "${name}" takes another type.`);
  const open = dims?.filter((dim) => dim === null).length ?? 0;
  if (dims === null || open > 1)
    throw new TensorError(
      t`the input "${name}" has the shape ${shapeText(dims)}: a raw file has none, so give an .npy file.`,
    );
  const known = dims.reduce<number>((product, dim) => product * (dim ?? 1), 1);
  const length = bytes.length / 4 / known;
  const shape = dims.map((dim) => dim ?? length);
  if (!Number.isInteger(length) || length < 1 || (open === 0 && length !== 1))
    throw new TensorError(
      t`the input "${name}" has the shape ${shapeText(dims)} (${known * 4} bytes of float32${open > 0 ? t` each` : ''}), and the file has ${bytes.length} bytes.`,
    );
  return tensorOfBytes('float32', shape, bytes);
}
