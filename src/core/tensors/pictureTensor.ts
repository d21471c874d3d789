import { shapeText, type InputSpec } from '../model/inputs.js';
import type { Picture } from './picture.js';
import { preprocessed, type Preprocessing } from './preprocess.js';
import { TensorError, type Tensor } from './tensor.js';
import { t } from '../texts/translate.js';

/** A picture as an input of a model. Throws {@link TensorError} where the input is none of pictures, or no line says how to prepare them. */
export function pictureTensor(picture: Picture, { name, dims }: InputSpec, line: Preprocessing | null): Tensor {
  if (!line)
    throw new TensorError(
      t`how are pictures prepared for this model? Give the line with --preprocess, such as "resize=224x224,torchvision" or "div=255".`,
    );
  if (dims !== null && dims.length !== 4)
    throw new TensorError(t`the input "${name}" has the shape ${shapeText(dims)}: no pictures fit there.`);
  const [, second = null, , last = null] = dims ?? [];
  const isLast = second !== 3 && (last === 3 || (last === 1 && second !== 1));
  const tensor = preprocessed(picture, line, isLast ? 'nhwc' : 'nchw', (isLast ? last : second) === 1 ? 1 : 3);
  const isWrong = dims?.some((dim, axis) => dim !== null && dim !== tensor.dims[axis]) ?? false;
  if (isWrong)
    throw new TensorError(
      t`the input "${name}" has the shape ${shapeText(dims)}, and the picture becomes ${shapeText(tensor.dims)}; add resize=WxH or crop=WxH to the preprocessing line.`,
    );
  return tensor;
}
