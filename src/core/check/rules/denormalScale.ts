import { floatKind } from '../../bytes/float32.js';
import { bitsRule } from '../rule.js';
import { t } from '../../texts/translate.js';

export const denormalScale = bitsRule('denormal-scale', (bits) =>
  floatKind(bits) === 'denormal'
    ? t`The scale is denormal (below 1.2e-38): too small for a real tensor, and some readers take it for 0.`
    : null,
);
