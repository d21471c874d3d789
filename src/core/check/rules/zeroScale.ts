import { floatKind } from '../../bytes/float32.js';
import { bitsRule } from '../rule.js';

export const zeroScale = bitsRule('zero-scale', (bits, { zero }) =>
  floatKind(bits) === 'zero' ? `The scale is 0: ${zero}` : null,
);
