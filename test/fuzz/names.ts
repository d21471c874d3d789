import type { Random } from './random.js';

/** What names are made of when nobody means well: markup of every surface, keys that objects have, options, ends of lines. */
const PARTS = [
  ...['a', 'conv1', '/model.0/conv/Conv_output_0', '(Unnamed Layer* 3) [Convolution]_output', ':0', 'größe', '渠道'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '-',
    '--',
    '--json',
    '-o',
    '=1+1',
    '@x',
    '+1',
    '|',
    '`',
    '$(x)',
    '[a](command:b)',
  ],
  ...[
    '\u001b]8;;http://x\u0007',
    '\u001b[2J',
    '\u009b31m',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\n',
    '\r',
    '\t',
    ' ',
    '"',
    "'",
    '\\',
    '#',
    ',',
  ],
];

export function hostileName(random: Random): string {
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(PARTS)).join('');
}
