/** Random tables and random files, with all the oddities that published ones have. */
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { bitsToFloat } from '../../../src/core/bytes/float32.js';

/** Names as they occur: colons, slashes, brackets, spaces inside, letters beyond ASCII. */
export const name = fc.oneof(
  fc.constantFrom(
    'data',
    'conv1',
    'input_1:0',
    '(Unnamed Layer* 3) [Convolution]_output',
    'a::b',
    '/model.0/act/Mul_output_0',
    'プール',
    'größe:0',
    '446 copy',
    '1',
    '0',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(isPlainName),
);

/** One line, no control characters, no white space at its ends, and no header by accident. */
function isPlainName(text: string): boolean {
  return text === text.trim() && text !== '' && !/[\x00-\x1f\x7f]|\ud800/u.test(text) && !text.startsWith('TRT-');
}

/** Any bit pattern of a float32. */
export const bits = fc.integer({ min: 0, max: 0xffffffff });

/** A finite positive float32: a scale that every format can hold. */
export const scale = fc.integer({ min: 1, max: 0x7f7fffff }).map(bitsToFloat);

/** What one line of a cache says, and how it is written. */
export type CacheLine =
  | { readonly kind: 'entry'; readonly text: string; readonly name: string; readonly bits: number }
  | { readonly kind: 'other'; readonly text: string };

const digits = fc
  .tuple(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 1, maxLength: 8 }), fc.boolean())
  .map(([text, capitals]) => (capitals ? text.toUpperCase() : text));

const entryLine: fc.Arbitrary<CacheLine> = fc
  .tuple(
    name,
    fc.constantFrom(': ', ':', ':  '),
    fc.constantFrom('', '', '0x', '0X'),
    digits,
    fc.constantFrom('', '', ' ', '\t'),
  )
  .map(([label, separator, prefix, hex, trailing]) => ({
    kind: 'entry',
    text: `${label}${separator}${prefix}${hex}${trailing}`,
    name: label,
    bits: parseInt(hex, 16),
  }));

const otherLine: fc.Arbitrary<CacheLine> = fc
  .constantFrom('', '  ', 'no colon here', 'conv9: 3dzz0012', ': 3c010a14', 'long: 3c010a1400', 'comment: #', 'é')
  .map((text) => ({ kind: 'other', text }));

/** A cache as a file: its bytes, and the entries that a reader must find in them. */
export interface CacheFile {
  readonly bytes: Uint8Array;
  readonly names: readonly string[];
  readonly bits: readonly number[];
}

const header = fc.constantFrom(
  'TRT-8601-EntropyCalibration2',
  'TRT-8XXX-EntropyCalibration2 ',
  '1',
  '0 3ff0000000000000 3fefffeb074a771d',
  'my own header',
  null,
);

export const cacheFile: fc.Arbitrary<CacheFile> = fc
  .record({
    mark: fc.boolean(),
    header,
    lineEnd: fc.constantFrom('\n', '\r\n'),
    closed: fc.boolean(),
    lines: fc.array(fc.oneof({ weight: 4, arbitrary: entryLine }, { weight: 1, arbitrary: otherLine }), {
      maxLength: 12,
    }),
  })
  .map(({ mark, header: first, lineEnd, closed, lines }) => {
    const texts = [...(first === null ? [] : [first]), ...lines.map(({ text }) => text)];
    const text = `${mark ? '\ufeff' : ''}${texts.join(lineEnd)}${closed && texts.length > 0 ? lineEnd : ''}`;
    const entries = lines.flatMap((line) => (line.kind === 'entry' ? [line] : []));
    return {
      bytes: utf8Bytes(text),
      names: entries.map((entry) => entry.name),
      bits: entries.map((entry) => entry.bits),
    };
  });

/** An NVDLA table as a file: its bytes, and the names and scales that a reader must find. */
export interface CalibFile {
  readonly bytes: Uint8Array;
  readonly names: readonly string[];
  readonly values: readonly number[];
}

const member = fc.record({
  name: fc.oneof(name, fc.constantFrom('with "quotes"', 'back\\slash', 'new\nline', '')),
  scale,
  shape: fc.constantFrom('full', 'scale only', 'min and max', 'scale last'),
});

export const calibFile: fc.Arbitrary<CalibFile> = fc
  .record({
    members: fc.array(member, { maxLength: 8 }),
    mark: fc.boolean(),
    indent: fc.constantFrom(0, 1, 4, '\t'),
    carriage: fc.boolean(),
    closed: fc.boolean(),
  })
  .map(({ members, mark, indent, carriage, closed }) => {
    const bodies = members.map(
      ({ name: key, scale: value, shape }) =>
        `${JSON.stringify(key)}:${JSON.stringify(fieldsOf(value, shape), null, indent)}`,
    );
    const space = indent === 0 ? '' : '\n';
    const text = `${mark ? '\ufeff' : ''}{${space}${bodies.join(`,${space}`)}${space}}${closed ? '\n' : ''}`;
    return {
      bytes: utf8Bytes(carriage ? text.replaceAll('\n', '\r\n') : text),
      names: members.map((item) => item.name),
      values: members.map(({ scale: value, shape }) =>
        shape === 'min and max' ? Math.max(value, value / 2) / 127 : value,
      ),
    };
  });

function fieldsOf(scaleValue: number, shape: string): object {
  switch (shape) {
    case 'full':
      return { scale: scaleValue, min: 0, max: 0, offset: 0 };
    case 'scale only':
      return { scale: scaleValue };
    case 'min and max':
      return { min: -scaleValue / 2, max: scaleValue };
    default:
      return { offset: 0, max: 0, min: 0, scale: scaleValue };
  }
}
