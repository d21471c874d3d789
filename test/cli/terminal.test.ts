/** Nothing from a file, a file's name or an argument reaches a terminal as more than text. */
import assert from 'node:assert/strict';
import { run, Workspace } from './support.js';

/** C0, C1, OSC 8 (a link), OSC 52 (the clipboard), a title, a bidi override, an invisible one. */
const HOSTILE = [
  '\u001b[31mred',
  '\u001b]8;;http://example.org\u0007link\u001b]8;;\u0007',
  '\u001b]52;c;cm0gLXJm\u0007',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '\u009d8;;x\u009c',
  'back\b\b\bspace',
  'over\u202etxt.cache',
  'iso\u2066late\u2069',
  'zero\u200bwidth',
  '\u007f',
  'cut\u000bor\u000c',
];

const RAW = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

describe('a terminal', () => {
  const workspace = new Workspace();
  const table = (name: string, scale = '3c010a14'): string =>
    workspace.cache(name, ...HOSTILE.map((part, at) => `${part}${at}: ${scale}`), `layer_${part(3)}: 00000000`);
  const part = (at: number): string => HOSTILE[at] ?? '';

  const commands: readonly (readonly [string, (a: string, b: string) => string[]])[] = [
    ['show', (a) => ['show', a]],
    ['show --csv', (a) => ['show', a, '--csv']],
    ['show --tsv', (a) => ['show', a, '--tsv']],
    ['show --markdown', (a) => ['show', a, '--markdown']],
    ['show --json', (a) => ['show', a, '--json']],
    ['check', (a) => ['check', a]],
    ['check --json', (a) => ['check', a, '--json']],
    ['check --sarif', (a) => ['check', a, '--sarif']],
    ['diff', (a, b) => ['diff', a, b]],
    ['diff --csv', (a, b) => ['diff', a, b, '--csv']],
    ['diff --markdown', (a, b) => ['diff', a, b, '--markdown']],
    ['diff --json', (a, b) => ['diff', a, b, '--json']],
    ['convert to standard output', (a) => ['convert', a, '--to', 'tensorrt', '--trt-version', '10.1.0', '-o', '-']],
    ['convert to JSON', (a) => ['convert', a, '--to', 'nvdla', '-o', '-']],
    ['port', (a, b) => ['port', a, '--names', b, '--trt-version', '10.1.0', '-o', '-']],
    ['merge', (a, b) => ['merge', a, b, '--take', 'changed', '-o', '-']],
    ['merge of a name that is not there', (a, b) => ['merge', a, b, '--take', `no${part(0)}`, '-o', '-']],
  ];
  for (const [title, args] of commands)
    it(`shows hostile names as text: ${title}`, () => {
      const { stdout, stderr, code } = run(args(table('one.cache'), table('other.cache', '3d010a14')), {
        terminal: true,
      });
      assert.notEqual(`${stdout}${stderr}`, '', `it says something, and ends with ${code}`);
      assert.doesNotMatch(stdout, RAW, 'standard output');
      assert.doesNotMatch(stderr, RAW, 'standard error');
    });

  for (const name of HOSTILE)
    it(`shows a hostile file name or argument as text: ${JSON.stringify(name)}`, () => {
      const file = workspace.cache(`${name.replaceAll('/', '_')}.cache`, 'a: 0');
      for (const args of [
        ['show', file],
        ['check', file],
        ['diff', file, file],
        ['show', `${file}.missing`],
        ['convert', file, '--to', name],
        ['convert', file, '--to', 'nvdla', '-o', workspace.path(`${name.replaceAll('/', '_')}.json`)],
        ['show', `--${name}`],
        [name],
        ['port', file, '--trt-version', name],
      ]) {
        const { stdout, stderr } = run(args, { terminal: true });
        assert.doesNotMatch(`${stdout}${stderr}`, RAW, args.join(' '));
      }
    });
});
