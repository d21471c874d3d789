import { floatKind } from '../../bytes/float32.js';
import { dynamicRange } from '../../table/quantization.js';
import { entryBits, entryScale } from '../../table/table.js';
import { entryRule } from '../rule.js';
import { isPlausible } from './plausible.js';
import { t } from '../../texts/translate.js';

export const implausibleScale = entryRule('implausible-scale', ({ table }, index) => {
  const scale = Math.abs(entryScale(table, index));
  // Zero, infinite, NaN and denormal scales have rules of their own.
  if (floatKind(entryBits(table, index)) !== 'normal' || isPlausible(scale)) return null;
  const size = scale < 1 ? 'small' : 'large';
  return t`The range is ±${Number(dynamicRange(scale).toPrecision(6))}: too ${size} for a real tensor's values.`;
});
