/** The examples in docs/ are what the command line prints. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { bitsToFloat } from '../../src/core/bytes/float32.js';
import { RULE_IDS } from '../../src/core/check/index.js';
import { FORMATS } from '../../src/core/formats/index.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { run } from './support.js';

const root = resolve(__dirname, '../..');
const folder = resolve(root, 'docs');
/** What headings can be linked by. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
const page = (name: string): string => readFileSync(resolve(__dirname, '../../docs', name), 'utf8');
const text = page('cli.md');
const examplesIn = (text: string): { command: string; output: string }[] =>
  [...text.matchAll(/^```console\n\$ calibration-tables (.*)\n([^]*?)^```$/gm)].map(
    ([, command = '', output = '']) => ({ command, output }),
  );
const examples = [...examplesIn(text), ...examplesIn(page('which-layers-suffer.md'))];

/** The documented output as a pattern: a line of just `…` stands for any lines. */
function patternOf(output: string): RegExp {
  const pieces = output.split('…\n').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('(?:.*\\n)*')}$`);
}

describe('the pages in docs/', () => {
  it('has examples', () => assert.ok(examples.length >= 7));

  for (const { command, output } of examples) {
    it(`is right about ${command}`, function () {
      if (command.includes('/dev/null') && process.platform === 'win32') return this.skip();
      const { stdout, stderr } = run(command.split(' '));
      const printed = stdout === '' ? stderr : stdout;
      assert.ok(patternOf(output).test(printed), `it prints\n${printed.slice(0, 1500)}`);
    });
  }

  it('names every rule for TensorRT caches and NVDLA tables', () => {
    const rules = RULE_IDS.slice(0, RULE_IDS.indexOf('nvdla-offset') + 1);
    for (const rule of rules) assert.ok(text.includes(`\`${rule}\``), rule);
  });

  for (const name of [
    ...readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
    'README.md',
  ])
    it(`has no link that leads nowhere: ${name}`, () => {
      const path = resolve(root, name);
      const own = readFileSync(path, 'utf8');
      for (const [, target = '', anchor = ''] of own.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)) {
        const file = target === '' ? path : resolve(dirname(path), target);
        assert.ok(existsSync(file), `${target} in ${name}`);
        if (anchor !== '')
          assert.ok(anchorsOf(readFileSync(file, 'utf8')).includes(anchor), `${target}#${anchor} in ${name}`);
      }
    });

  it('says of formats what the code does', () => {
    const formats = page('formats.md');
    for (const { id } of FORMATS) assert.ok(formats.includes(`\`${id}\``), id);
    const [, cache = ''] = /## TensorRT calibration cache\n\n```\n([^]*?)```/.exec(formats) ?? [];
    const { table, findings } = tensorrt.read(new TextEncoder().encode(cache));
    assert.deepEqual([table.header.trtVersion, findings], ['8.6.1', []]);
    assert.match(page('faq.md'), /`3c010a14` is 0\.0078759…/);
    assert.equal(String(bitsToFloat(0x3c010a14)).slice(0, 9), '0.0078759');
  });
});
