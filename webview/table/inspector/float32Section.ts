import { bitsToFloat, bitsToHex, floatFields, floatKind, type FloatKind } from '../../../src/core/bytes/float32.js';
import { entryBits } from '../../../src/core/table/table.js';
import { el } from '../../shared/dom.js';
import { fullNumber } from '../../shared/text/numbers.js';
import { pairs } from './facts.js';
import type { Section } from './section.js';
import { t } from '../../../src/core/texts/translate.js';

const BIAS = 127;
const MANTISSA_BITS = 23;

/** The float32 of the scale, field by field. */
export const float32Section: Section = {
  id: 'float32',
  title: 'float32',
  draw: ({ table }, entry) => {
    const bits = entryBits(table, entry);
    const { sign, exponent, mantissa } = floatFields(bits);
    return [
      pairs(
        [t`Hex`, el('span', { class: 'mono' }, bitsToHex(bits))],
        [t`Value`, fullNumber(bitsToFloat(bits))],
        [t`Sign`, el('span', { class: 'mono bits-sign' }, String(sign))],
        [t`Exponent`, field(exponent, 8, 'bits-exponent', exponentText(bits))],
        [t`Mantissa`, field(mantissa, MANTISSA_BITS, 'bits-mantissa', mantissaText(bits))],
        table.bits ? null : ['', t`The file stores a decimal number: these are the bits of the nearest float32.`],
      ),
    ];
  },
};

function field(value: number, width: number, name: string, text: string): HTMLElement {
  return el(
    'span',
    { class: 'bits' },
    el('span', { class: `mono ${name}` }, value.toString(2).padStart(width, '0')),
    ` ${text}`,
  );
}

const SPECIAL: Readonly<Partial<Record<FloatKind, string>>> = { infinite: t`all ones: Inf`, nan: t`all ones: NaN` };

function exponentText(bits: number): string {
  const kind = floatKind(bits);
  const { exponent } = floatFields(bits);
  if (kind === 'normal') return `= ${exponent}: 2^${exponent - BIAS}`;
  return SPECIAL[kind] ?? t`all zeros: ${kind === 'zero' ? '0' : t`denormal, 2^${1 - BIAS}`}`;
}

function mantissaText(bits: number): string {
  const kind = floatKind(bits);
  const { mantissa } = floatFields(bits);
  const fraction = mantissa / 2 ** MANTISSA_BITS;
  if (kind === 'normal') return `= × ${fullNumber(1 + fraction)}`;
  return kind === 'denormal' ? `= × ${fullNumber(fraction)}` : `= ${mantissa}`;
}
