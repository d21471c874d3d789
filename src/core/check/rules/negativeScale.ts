import { floatKind, isNegative } from '../../bytes/float32.js';
import { bitsRule } from '../rule.js';

export const negativeScale = bitsRule('negative-scale', (bits) =>
  isNegative(bits) && floatKind(bits) !== 'nan'
    ? "The scale has its sign bit set: TensorRT's reader in trtexec throws on it, nvdla_compiler takes the absolute value."
    : null,
);
