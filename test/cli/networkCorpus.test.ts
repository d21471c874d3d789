/** Conversions of published tables with their networks. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, jsonOf, needCorpus, runs, Workspace } from './support.js';

interface Checked {
  missing: string[];
  unknown: string[];
  findings: { rule: string; severity: string; entry: string | null; line: number | null; message: string }[];
}

function scalesOf(file: string): unknown[] {
  return jsonOf<{ entries: { name: string; scale: number }[] }>(0, 'show', file, '--json').entries.map(
    ({ name, scale }) => [name, scale],
  );
}

describe('convert --network, of published tables', () => {
  const workspace = new Workspace();
  before(needCorpus);

  for (const [prototxt, table, json, version, count] of [
    ['resnet50-deploy.prototxt', 'resnet50-trt5101.txt', 'resnet50-nvdla.json', '5.1.1', 229],
    ['lenet.prototxt', 'lenet-trt7202.table', 'lenet-nvdla.json', '7.2.2', 9],
  ] as const) {
    it(`${table}: ${count} of ${count} published scales, and the cache back byte for byte`, () => {
      const [net, source] = [join(corpus, prototxt), join(corpus, table)];
      const { stderr } = runs(0, 'convert', source, '--to', 'nvdla', '--network', net, '-o', workspace.path(json));
      assert.doesNotMatch(stderr, /warning/);
      assert.equal(scalesOf(workspace.path(json)).length, count);
      assert.deepEqual(scalesOf(workspace.path(json)), scalesOf(join(corpus, json)));
      runs(
        0,
        'convert',
        workspace.path(json),
        '--to',
        'tensorrt',
        '--network',
        net,
        '--trt-version',
        version,
        '-o',
        workspace.path('back'),
      );
      assert.equal(workspace.text('back'), readFileSync(source, 'utf8'));
    });
  }

  it('refuses the table of the public bug report', () => {
    const { stderr } = runs(
      2,
      'convert',
      join(corpus, 'lenet-nvdla-missing-prob.json'),
      '--to',
      'nvdla',
      '--network',
      join(corpus, 'lenet.prototxt'),
      '-o',
      '-',
    );
    assert.match(stderr, /missing: relu1\nmissing: prob\n/);
  });

  it('the check names what that table lacks', () => {
    const [checked] = jsonOf<Checked[]>(
      1,
      'check',
      join(corpus, 'lenet-nvdla-missing-prob.json'),
      '--network',
      join(corpus, 'lenet.prototxt'),
      '--json',
    );
    assert.deepEqual(checked?.missing, ['relu1', 'prob']);
    assert.deepEqual(
      checked.findings.filter(({ rule }) => rule === 'missing-entry').map(({ severity }) => severity),
      ['error', 'error'],
    );
  });
});
