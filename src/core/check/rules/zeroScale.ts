import { floatKind } from '../../bytes/float32.js';
import { bitsRule } from '../rule.js';
import { t } from '../../texts/translate.js';

export const zeroScale = bitsRule('zero-scale', (bits, { zero }) =>
  floatKind(bits) === 'zero' ? t`The scale is 0: ${zero}` : null,
);
