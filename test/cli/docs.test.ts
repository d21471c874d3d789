/** The examples in docs/ are what the command line prints. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULE_IDS } from '../../src/core/check/index.js';
import { run } from './support.js';

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
});
