import { floatKind } from '../../bytes/float32.js';
import { dynamicRange } from '../../table/quantization.js';
import { entryBits, entryScale } from '../../table/table.js';
import { entryRule, type Rule } from '../rule.js';
import { byteSwapped } from './byteSwapped.js';
import { isPlausible } from './plausible.js';

const eachEntry = entryRule('implausible-scale', ({ table }, index) => {
  const scale = Math.abs(entryScale(table, index));
  // Zero, infinite, NaN and denormal scales have rules of their own.
  if (floatKind(entryBits(table, index)) !== 'normal' || isPlausible(scale)) return null;
  const size = scale < 1 ? 'small' : 'large';
  return `The range is ±${Number(dynamicRange(scale).toPrecision(6))}: too ${size} for a real tensor's values.`;
});

/** Where the whole file has its bytes in the other order, or digits are missing, that is said instead. */
export const implausibleScale: Rule = (document) => {
  if (byteSwapped(document).some(({ index }) => index === null)) return [];
  const short = new Set(document.findings.flatMap(({ rule, index }) => (rule === 'hex-length' ? (index ?? []) : [])));
  return eachEntry(document).filter(({ index }) => !short.has(index ?? -1));
};
