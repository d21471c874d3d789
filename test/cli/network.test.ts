import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, HEADER, jsonOf, runs, samples, Workspace } from './support.js';

interface Report { entriesOut: number; renamed: { from: string; to: string; rule: string }[]; missing: string[] }
interface Checked { missing: string[]; unknown: string[]; findings: { rule: string; severity: string }[] }

const network = join(samples, 'resnet34/resnet34.prototxt');
const cache = join(samples, 'resnet34/resnet34-trt8601.cache');

function scalesOf(file: string): unknown[] {
  return jsonOf<{ entries: { name: string; scale: number }[] }>(0, 'show', file, '--json').entries.map(({ name, scale }) => [name, scale]);
}

describe('convert --network', () => {
  const workspace = new Workspace();

  it('gives each layer the scale of the tensor that it writes, and goes back byte for byte', () => {
    const report = jsonOf<Report>(0, 'convert', cache, '--to', 'nvdla', '--network', network, '-o', workspace.path('calib.json'), '--json');
    assert.deepEqual([report.entriesOut, report.missing], [162, []]);
    assert.deepEqual(report.renamed[0], { from: '(Unnamed Layer* 0) [Convolution]_output', to: 'conv1', rule: 'number' });
    runs(0, 'convert', join(samples, 'resnet34/resnet34-trt7203.cache'), '--to', 'nvdla', '--network', network, '-o', workspace.path('twin.json'));
    assert.deepEqual(scalesOf(workspace.path('twin.json')), scalesOf(join(samples, 'resnet34/resnet34-calib.json')));
    runs(0, 'convert', workspace.path('calib.json'), '--to', 'tensorrt', '--network', network, '--trt-version', '8.6.1', '-o', workspace.path('back.cache'));
    assert.equal(workspace.text('back.cache'), readFileSync(cache, 'utf8'));
  });

  it('gives the published tables, and their caches back', function () {
    if (!existsSync(corpus)) return this.skip();
    const triples = [['resnet50-deploy.prototxt', 'resnet50-trt5101.txt', 'resnet50-nvdla.json', '5.1.1'], ['lenet.prototxt', 'lenet-trt7202.table', 'lenet-nvdla.json', '7.2.2']] as const;
    for (const [prototxt, table, json, version] of triples) {
      const [net, source] = [join(corpus, prototxt), join(corpus, table)];
      runs(0, 'convert', source, '--to', 'nvdla', '--network', net, '-o', workspace.path(json));
      assert.deepEqual(scalesOf(workspace.path(json)), scalesOf(join(corpus, json)));
      runs(0, 'convert', workspace.path(json), '--to', 'tensorrt', '--network', net, '--trt-version', version, '-o', workspace.path(table));
      assert.equal(workspace.text(table), readFileSync(source, 'utf8'));
    }
  });

  it('refuses with all that is missing, unless told to write incomplete', () => {
    const lines = readFileSync(cache, 'utf8').split('\n').filter((line) => !/^(pool1|prob):/.test(line));
    const short = workspace.file('short.cache', lines.join('\n'));
    const { stderr } = runs(2, 'convert', short, '--to', 'nvdla', '--network', network, '-o', workspace.path('out.json'));
    assert.match(stderr, /missing: pool1\nmissing: prob\n/);
    assert.match(stderr, /needs 2 entries/);
    assert.ok(!existsSync(workspace.path('out.json')));
    const report = jsonOf<Report>(0, 'convert', short, '--to', 'nvdla', '--network', network, '--allow-missing', '-o', workspace.path('out.json'), '--json');
    assert.deepEqual(report.missing, ['pool1', 'prob']);
  });

  it('warns where the numbering drifted', () => {
    const text = readFileSync(network, 'utf8');
    const at = text.indexOf('layer {', text.indexOf('name: "pool1"'));
    const more = workspace.file('more.prototxt', `${text.slice(0, at)}layer { name: "extra" type: "Pooling" bottom: "pool1" top: "extra" }\n${text.slice(at)}`);
    const { stderr } = runs(0, 'convert', cache, '--to', 'nvdla', '--network', more, '--allow-missing', '-o', workspace.path('out.json'));
    assert.match(stderr, /warning: .*moved by \+1/);
    assert.match(stderr, /missing: extra/);
  });

  it('names file, line and reason of a broken network', () => {
    const broken = workspace.file('broken.prototxt', 'name: "x"\nlayer { name: 3 }\n');
    const { stderr } = runs(2, 'convert', cache, '--to', 'nvdla', '--network', broken, '-o', workspace.path('out.json'));
    assert.match(stderr, /broken\.prototxt:2: /);
    assert.ok(!existsSync(workspace.path('out.json')));
  });
});

describe('convert from a cache to a cache', () => {
  const workspace = new Workspace();

  it('changes the header line and no other byte', () => {
    const body = 'a: 0x3C010A14  \r\n\r\n# odd\r\nb: 0';
    const source = workspace.file('old.cache', `${HEADER}\r\n${body}`);
    runs(0, 'convert', source, '--to', 'tensorrt', '--trt-version', '10.3.0', '--algorithm', 'MINMAX_CALIBRATION', '-o', workspace.path('new.cache'));
    assert.equal(workspace.text('new.cache'), `TRT-100300-MinMaxCalibration\r\n${body}`);
  });
});

describe('check --network', () => {
  const workspace = new Workspace();

  it('names what the network needs, and what it does not know', () => {
    const table = workspace.cache('short.cache', ...readFileSync(cache, 'utf8').split('\n').slice(1).filter((line) => !line.startsWith('prob:')), 'stranger: 3c010a14');
    const [checked] = jsonOf<Checked[]>(1, 'check', table, '--network', network, '--json');
    assert.deepEqual([checked?.missing, checked?.unknown], [['prob'], ['stranger']]);
    assert.deepEqual(checked?.findings.map(({ rule, severity }) => [rule, severity]), [['missing-entry', 'warning'], ['unknown-entry', 'info']]);
  });

  it('finds relu1 and prob missing in the table of the public bug report', function () {
    if (!existsSync(corpus)) return this.skip();
    const [checked] = jsonOf<Checked[]>(1, 'check', join(corpus, 'lenet-nvdla-missing-prob.json'), '--network', join(corpus, 'lenet.prototxt'), '--json');
    assert.deepEqual(checked?.missing, ['relu1', 'prob']);
  });

  it('takes the log of a build', () => {
    const table = workspace.cache('a.cache', 'a: 3c010204', 'b: 3c010204', 'c: 3c010204');
    const log = workspace.file('build.log', [
      '[11/21/2026-10:00:00] [V] [TRT] Setting dynamic range for a to [-1,1]',
      '[11/21/2026-10:00:00] [V] [TRT] Setting dynamic range for b to [-2.5,2.5]',
      '[11/21/2026-10:00:00] [W] [TRT] Missing scale and zero-point for tensor (Unnamed Layer* 3) [Constant]_output, expect fall back to non-int8 implementation for any layer consuming or producing given tensor',
    ].join('\n'));
    const [checked] = jsonOf<Checked[]>(1, 'check', table, '--network', log, '--json');
    assert.deepEqual([checked?.missing, checked?.unknown], [['(Unnamed Layer* 3) [Constant]_output'], ['c']]);
    assert.ok(checked?.findings.some(({ rule }) => rule === 'log-range-differs'));
  });
});
