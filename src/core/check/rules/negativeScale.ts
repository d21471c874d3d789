import { floatKind, isNegative } from '../../bytes/float32.js';
import { bitsRule } from '../rule.js';
import { t } from '../../texts/translate.js';

export const negativeScale = bitsRule('negative-scale', (bits, { negative }) =>
  isNegative(bits) && floatKind(bits) !== 'nan' ? t`The scale has its sign bit set: ${negative}` : null,
);
