import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visit } from 'jsonc-parser';
import { scanStrict } from '../../../../src/core/formats/json/strictScanner.js';
import { readLooseNvdla, readNvdla, readStrictNvdla } from '../../../../src/core/formats/nvdla/read.js';
import { utf8Bytes } from '../../../../src/core/bytes/bytes.js';
import { plainNumbers } from '../../../support/plainNumbers.js';

type Event = readonly [kind: string, ...unknown[]];

/** What the scanner tells of a text; null where it gives up. */
function strictEvents(text: string): Event[] | null {
  const events: Event[] = [];
  const isStrict = scanStrict(text, {
    onObjectBegin: (offset) => events.push(['begin', offset]),
    onObjectEnd: (offset, length) => events.push(['end', offset, length]),
    // jsonc-parser tells the name always; the scanner only where it is the text between the quotes.
    onObjectProperty: (name, offset, length, line) =>
      events.push(['name', name ?? text.slice(offset + 1, offset + length - 1), offset, length, line]),
    onLiteralValue: (value, offset, length) => events.push(['value', value, offset, length]),
  });
  return isStrict ? events : null;
}

/** What jsonc-parser tells of it; its errors and lists too. */
function jsoncEvents(text: string): Event[] {
  const events: Event[] = [];
  visit(
    text,
    {
      onObjectBegin: (offset) => void events.push(['begin', offset]),
      onObjectEnd: (offset, length) => events.push(['end', offset, length]),
      onArrayBegin: (offset) => void events.push(['list', offset]),
      onObjectProperty: (name, offset, length, line) => events.push(['name', name, offset, length, line]),
      onLiteralValue: (value: unknown, offset, length) => events.push(['value', value, offset, length]),
      onError: (code, offset) => events.push(['error', code, offset]),
    },
    { disallowComments: true },
  );
  return events;
}

const KEY = fc.constantFrom('scale', 'min', 'max', 'offset', 'other', 'größe', '');
const NUMBER = fc.oneof(
  fc.constantFrom('0', '-0', '1', '-7', '0.5', '1e-7', '2.50E+3', '1e999', '-1e999', '0e0', '12345678901234567890'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
);
const VALUE = fc.oneof(
  { weight: 6, arbitrary: NUMBER },
  fc.constantFrom('true', 'false', 'null', '"0.5"', '"NaN"', '""'),
);
const NAME = fc.oneof(
  fc.constantFrom('conv1', 'Infinity', 'NaN', '/layer.1/cv2', 'añb', '\u007f', 'a:b,{c}', '//no comment', '\u2028'),
  fc.string({ unit: fc.constantFrom('a', 'Z', '/', '.', ' ', 'é', '层', '😀') }),
);
const SPACE = fc.constantFrom('', '', ' ', '\n', '\r\n', '\t', '\r', ' \n  ', '\n\r\n\r');

/** Members as they are written, with any white space between the parts. */
function objectOf(key: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const member = fc.tuple(SPACE, key, SPACE, SPACE, value, SPACE);
  return fc
    .array(member, { maxLength: 5 })
    .map(
      (members) =>
        `{${members.map(([a, name, b, c, text, d]) => `${a}${JSON.stringify(name)}${b}:${c}${text}${d}`).join(',')}}`,
    );
}

/** Tables of the usual shape: names may stand twice, fields too, members need be no entries. */
const USUAL = fc
  .tuple(SPACE, objectOf(NAME, fc.oneof({ weight: 5, arbitrary: objectOf(KEY, VALUE) }, VALUE)), SPACE)
  .map((parts) => parts.join(''));

const UNUSUAL = [
  ...['{', '}', '[', ']', ',', ':', '"', '\\', '\\"', '\\u0041', '\\x', '\n', '\r', '\0', '\u0001', '\t', '\ufeff'],
  ...['//', '/* */', '/*', '-', '+', '.', '0', '00', '1.', '.5', '1e', '1e+', 'e5', 'NaN', '-Infinity', 'Infinity'],
  ...['nul', 'nulls', 'true', 'TRUE', '"a":1', '"a":{}', '{}', '[1]', ',,', '{"scale":1}', 'undefined', "'", '\u00a0'],
];

/** Texts that something was put into, or taken from, at any place. */
const MUTATED = fc
  .tuple(
    USUAL,
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', ...UNUSUAL)), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [place, removed, added]) => {
      const at = place % (now.length + 1);
      return now.slice(0, at) + added + now.slice(at + removed);
    }, text),
  );

const SOUP = fc
  .array(fc.constantFrom(...UNUSUAL, '"conv1"', '"scale"', '0.5', ' ', 'null'), { maxLength: 14 })
  .map((parts) => parts.join(''));

describe('the quick scanner of JSON', () => {
  it('tells of the usual shape what jsonc-parser tells', () => {
    fc.assert(
      fc.property(USUAL, (text) => {
        assert.deepEqual(strictEvents(text), jsoncEvents(text));
      }),
      { numRuns: 500 },
    );
  });

  it('gives up, or tells what jsonc-parser tells, on anything else', () => {
    fc.assert(
      fc.property(fc.oneof(MUTATED, SOUP), (text) => {
        const events = strictEvents(text);
        if (events) assert.deepEqual(events, jsoncEvents(text));
      }),
      { numRuns: 3000 },
    );
  });

  for (const [what, text] of [
    ['a list', '{"a": [1]}'],
    ['a list outside', '[{"a": 1}]'],
    ['an object in an entry', '{"a": {"scale": {}}}'],
    ['an escape', '{"a\\n": 1}'],
    ['a control character in a string', '{"a\u0001": 1}'],
    ['a comment', '{"a": 1} // one'],
    ['a comma too many', '{"a": 1,}'],
    ['a comma too few', '{"a": 1 "b": 2}'],
    ['a number with a zero before it', '{"a": 01}'],
    ['a number without its end', '{"a": 1.}'],
    ['an exponent without digits', '{"a": 1e}'],
    ['a word for a number', '{"a": NaN}'],
    ['a word that only begins like one', '{"a": nullify}'],
    ['something behind the object', '{"a": 1} 2'],
    ['an object without an end', '{"a": {"scale": 1}'],
    ['nothing', ''],
  ] as const)
    it(`gives up at ${what}`, () => {
      assert.equal(strictEvents(text), null);
    });
});

describe('the quick way of reading an NVDLA table', () => {
  /** Bytes as they are in files: with a byte order mark, or with bytes that are no UTF-8. */
  const bytesOf = (text: string, mark: boolean, broken: number | null): Uint8Array => {
    const bytes = utf8Bytes((mark ? '\ufeff' : '') + text);
    if (broken !== null && bytes.length > 0) bytes[broken % bytes.length] = 0x80 + (broken % 0x80);
    return bytes;
  };
  const BROKEN = fc.option(fc.nat(), { freq: 4 });

  it('reads tables of the usual shape: entries, places and findings are those of the slow way', () => {
    fc.assert(
      fc.property(USUAL, fc.boolean(), (text, mark) => {
        const bytes = bytesOf(text, mark, null);
        assert.deepEqual(plainNumbers(readStrictNvdla(bytes)), plainNumbers(readLooseNvdla(bytes)));
      }),
      { numRuns: 500 },
    );
  });

  it('reads any other bytes as the slow way does', () => {
    fc.assert(
      fc.property(fc.oneof(USUAL, MUTATED, SOUP), fc.boolean(), BROKEN, (text, mark, broken) => {
        const bytes = bytesOf(text, mark, broken);
        assert.deepEqual(plainNumbers(readNvdla(bytes)), plainNumbers(readLooseNvdla(bytes)));
      }),
      { numRuns: 2000 },
    );
  });
});
