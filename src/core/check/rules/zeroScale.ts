import { floatKind } from '../../bytes/float32.js';
import { bitsRule } from '../rule.js';

export const zeroScale = bitsRule('zero-scale', (bits) =>
  floatKind(bits) === 'zero'
    ? 'The scale is 0, which has no documented meaning: TensorRT 8.0 builds with it, 8.5 aborts.'
    : null,
);
