import { floatKind, isNegative } from '../../bytes/float32.js';
import { bitsRule } from '../rule.js';

export const negativeScale = bitsRule('negative-scale', (bits, { negative }) =>
  isNegative(bits) && floatKind(bits) !== 'nan' ? `The scale has its sign bit set: ${negative}` : null,
);
