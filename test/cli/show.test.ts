import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, HEADER, jsonOf, run, runs, samples, Workspace } from './support.js';

interface Entry {
  index: number;
  name: string;
  layerType: string | null;
  value: number | string;
  scale: number | string;
  dynamicRange: number | string;
  bits: string;
}
interface Shown {
  format: string;
  header: { raw: string | null; trtVersion: string | null; algorithm: string | null };
  quantity: string;
  summary: Record<string, number>;
  entries: Entry[];
  findings: Record<string, unknown>[];
}

describe('show', () => {
  const workspace = new Workspace();

  it('--json has the documented shape', () => {
    const shown = jsonOf<Shown>(
      0,
      'show',
      workspace.cache('a.cache', '(Unnamed Layer* 0) [Convolution]_output: 3c55b689', 'conv1: 0'),
      '--json',
    );
    assert.deepEqual(Object.keys(shown), ['format', 'header', 'quantity', 'summary', 'entries', 'findings']);
    assert.deepEqual([shown.format, shown.quantity], ['tensorrt', 'scale']);
    assert.deepEqual(
      { ...shown.header },
      { raw: HEADER, trtVersion: '8.6.1', algorithm: 'EntropyCalibration2', kind: 'trt' },
    );
    assert.deepEqual(shown.entries[0], {
      index: 0,
      name: '(Unnamed Layer* 0) [Convolution]_output',
      layerType: 'Convolution',
      value: 0.013044008053839207,
      scale: 0.013044008053839207,
      dynamicRange: 127 * 0.013044008053839207,
      bits: '3c55b689',
    });
    assert.equal(shown.entries[1]?.layerType, null);
    assert.deepEqual([shown.summary['entries'], shown.summary['zeros']], [2, 1]);
    assert.equal(shown.findings.length, 1);
    assert.deepEqual(Object.keys(shown.findings[0] ?? {}), [
      'rule',
      'severity',
      'message',
      'entry',
      'index',
      'line',
      'basis',
    ]);
    assert.deepEqual(
      [shown.findings[0]?.['entry'], shown.findings[0]?.['index'], shown.findings[0]?.['line']],
      ['conv1', 1, 3],
    );
  });

  it('--json writes Inf and NaN as strings', () => {
    const { entries } = jsonOf<Shown>(
      0,
      'show',
      workspace.cache('a.cache', 'a: 7f800000', 'b: ff800000', 'c: 7fc00000'),
      '--json',
    );
    assert.deepEqual(
      entries.map(({ scale, dynamicRange, value }) => [scale, dynamicRange, value]),
      ['Infinity', '-Infinity', 'NaN'].map((word) => [word, word, word]),
    );
  });

  it('--json of an NVDLA table has no header', () => {
    const shown = jsonOf<Shown>(0, 'show', join(samples, 'resnet34/resnet34-calib.json'), '--json');
    assert.deepEqual(
      [shown.format, shown.header.raw, shown.header.trtVersion, shown.entries.length],
      ['nvdla', null, null, 162],
    );
  });

  it('--json of the published ResNet-50 table lists its 229 entries', function () {
    if (!existsSync(corpus)) return this.skip();
    const { entries } = jsonOf<Shown>(0, 'show', join(corpus, 'resnet50-trt5101.txt'), '--json');
    assert.equal(entries.length, 229);
    assert.deepEqual([entries[0]?.name, entries[0]?.scale, entries[0]?.bits], ['data', 1.1892666816711426, '3f9839e4']);
    assert.ok(String(entries[0]?.dynamicRange).startsWith('151.0368'));
  });

  it('prints header, aligned entries and findings', () => {
    const { stdout } = runs(0, 'show', workspace.cache('a.cache', 'data: 3c010a14', 'conv1: 7f800000'));
    assert.match(stdout, /TRT-8601-EntropyCalibration2 \(TensorRT 8\.6\.1, EntropyCalibration2\)/);
    assert.match(stdout, /^0 {2}data .*0\.007875938 .*3c010a14$/m);
    assert.match(stdout, /a\.cache:3: error: conv1: .*infinite.* \[non-finite-scale\]$/m);
  });

  it('fits the terminal, and shortens nothing in a pipe', () => {
    const file = workspace.cache('a.cache', `${'long/'.repeat(30)}end: 3c010a14`);
    const narrow = run(['show', file], { env: { COLUMNS: '80' } })
      .stdout.split('\n')
      .filter((line) => line.includes('3c010a14'));
    assert.ok(narrow.length === 1 && (narrow[0] ?? '').length <= 80 && narrow[0]?.includes('…'));
    assert.ok(runs(0, 'show', file).stdout.includes(`${'long/'.repeat(30)}end`));
  });

  it('escapes control characters in text, not in JSON', () => {
    const file = workspace.cache('a.cache', 'a\u001b[31mred: 3c010a14');
    assert.ok(runs(0, 'show', file).stdout.includes('a\\u001b[31mred'));
    assert.ok(!runs(0, 'show', file).stdout.includes('\u001b'));
    assert.equal(jsonOf<Shown>(0, 'show', file, '--json').entries[0]?.name, 'a\u001b[31mred');
  });

  it('--csv, --tsv and --markdown print the entries', () => {
    const file = workspace.cache('a.cache', '=cmd|x: 3c55b689', 'a,b: 3c010a14');
    const csv = runs(0, 'show', file, '--csv').stdout.split('\n');
    assert.deepEqual(csv.slice(0, 3), [
      'index,name,layerType,value,scale,dynamicRange,bits',
      "0,'=cmd|x,,0.013044008053839207,0.013044008053839207,1.6565890228375793,3c55b689",
      '1,"a,b",,0.007875937968492508,0.007875937968492508,1.0002441219985485,3c010a14',
    ]);
    assert.equal(runs(0, 'show', file, '--tsv').stdout.split('\n')[2]?.split('\t')[1], '"a,b"');
    assert.match(runs(0, 'show', file, '--markdown').stdout, /^\| 0 \| =cmd\\\|x \|/m);
  });

  it('reads standard input', () => {
    const { code, stdout } = run(['show', '-', '--json'], { input: `${HEADER}\ndata: 3c010a14\n` });
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as Shown).entries[0]?.name, 'data');
    assert.equal(run(['show', '-'], { input: 'hello' }).code, 2);
  });

  it('reads a hundred thousand lines', () => {
    const file = workspace.cache('big.cache', ...Array.from({ length: 100_000 }, (_, i) => `layer_${i}: 3c010a14`));
    assert.equal(jsonOf<Shown>(0, 'show', file, '--json').entries.length, 100_000);
  });
});
