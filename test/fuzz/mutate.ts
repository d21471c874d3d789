import type { Random } from './random.js';

type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array;

/** What readers trip over: ends of names and numbers, marks, other encodings, keys that objects have anyway. */
const PIECES = [
  ...[
    '\0',
    '\ufeff',
    '\r',
    '\n',
    '\r\n',
    ' ',
    '\t',
    ':',
    ',',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '#',
    '=',
    '-',
    '/',
    '<',
    '\u2028',
  ],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '-0',
    '0x',
    '1e-400',
    '99999999999999999999',
    'null',
    'true',
    '\\ud800',
    '\\u0000',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'TRT-',
    'TRT-8601-EntropyCalibration2\n',
    '7fc00000',
    'ff800000',
  ],
  ...[
    '\u001b[31m',
    '\u202e',
    '\u{1f600}',
    '(Unnamed Layer* ',
    '"scale": ',
    'layer {',
    'input: ',
    '\ufffd',
    '/*',
    '//',
    '---',
    '|',
  ],
].map((text) => new TextEncoder().encode(text));

/** Whole numbers at the edges of what counts and offsets of binary formats can be. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => withByte(bytes, random.below(bytes.length), random.below(256)),
  (bytes, random) => {
    const at = random.below(bytes.length);
    return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << random.below(8)));
  },
  (bytes, random) => spliced(bytes, random.below(bytes.length + 1), 0, random.pick(PIECES)),
  (bytes, random) => spliced(bytes, random.below(bytes.length), 1 + random.below(8), random.pick(PIECES)),
  (bytes, random) => spliced(bytes, random.below(bytes.length), 1 + random.below(bytes.length), new Uint8Array()),
  (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  (bytes, random) => bytes.slice(random.below(bytes.length)),
  (bytes, random) => {
    const from = random.below(bytes.length);
    return spliced(bytes, random.below(bytes.length + 1), 0, bytes.slice(from, from + 1 + random.below(200)));
  },
  (bytes, random, others) => {
    const other = random.pick(others);
    const from = random.below(other.length + 1);
    return spliced(
      bytes,
      random.below(bytes.length + 1),
      random.below(20),
      other.slice(from, from + random.below(300)),
    );
  },
  (bytes, random) => withNumber(bytes, random.below(bytes.length), random.pick(EDGES)),
];

/** Makes one to eight changes to a file. The longest result is a little longer than the file. */
export function mutate(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  let mutated = bytes;
  for (let left = 1 + random.below(8); left > 0; left--)
    mutated = mutated.length === 0 ? random.pick(PIECES) : random.pick(MUTATIONS)(mutated, random, others);
  return mutated;
}

function withByte(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = byte;
  return changed;
}

function withNumber(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const number = Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
  return spliced(bytes, at - (at % 4), 4, number);
}

function spliced(bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array {
  const result = new Uint8Array(at + inserted.length + Math.max(0, bytes.length - at - removed));
  result.set(bytes.subarray(0, at));
  result.set(inserted, at);
  result.set(bytes.subarray(at + removed), at + inserted.length);
  return result;
}
