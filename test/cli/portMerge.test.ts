import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, HEADER, jsonOf, runs, samples, Workspace } from './support.js';

interface Report { entriesIn: number; entriesOut: number; renamed: { from: string; to: string; rule: string }[]; dropped: { name: string; why: string }[]; missing: string[] }

describe('port', () => {
  const workspace = new Workspace();

  it('gives the published cache of the new version, byte for byte', function () {
    if (!existsSync(corpus)) return this.skip();
    for (const [old, next, version] of [['resnet50-trt7200', 'resnet50-trt7203', '7.2.3'], ['retinanet-trt8402', 'retinanet-trt8600', '8.6.0']] as const) {
      const truth = join(corpus, `${next}.cache`);
      runs(0, 'port', join(corpus, `${old}.cache`), '--names-from', truth, '--trt-version', version, '-o', workspace.path(next));
      assert.equal(workspace.text(next), readFileSync(truth, 'utf8'));
    }
  });

  it('leaves out, and lists, what has no sure source', () => {
    const old = workspace.cache('old.cache', 'conv_a: 3c010a15', 'conv_b: 3d55b689', 'gone: 3e400000');
    const next = workspace.cache('new.cache', 'conv_a: 3c010a15', 'brand/new/one: 40900000', 'conv_b: 3d55b689');
    const report = jsonOf<Report>(0, 'port', old, '--names-from', next, '--trt-version', '10.1.0', '-o', workspace.path('out.cache'), '--json');
    assert.deepEqual([report.missing, report.dropped.map(({ name }) => name)], [['brand/new/one'], ['gone']]);
    assert.equal(workspace.text('out.cache'), 'TRT-100100-EntropyCalibration2\nconv_a: 3c010a15\nconv_b: 3d55b689\n');
  });

  it('takes the names of a network', () => {
    const network = join(samples, 'resnet34/resnet34.prototxt');
    const cache = join(samples, 'resnet34/resnet34-trt8601.cache');
    runs(0, 'port', cache, '--network', network, '--trt-version', '8.6.1', '-o', workspace.path('same.cache'));
    assert.equal(workspace.text('same.cache'), readFileSync(cache, 'utf8'));
  });

  it('wants exactly one source of names', () => {
    const old = workspace.cache('old.cache', 'a: 3c010a15');
    assert.match(runs(2, 'port', old, '--trt-version', '8.6.1', '-o', '-').stderr, /--names-from TABLE or --network FILE/);
    runs(2, 'port', old, '--names-from', old, '--network', old, '--trt-version', '8.6.1', '-o', '-');
    runs(2, 'port', old, '--names-from', old, '-o', '-');
  });
});

describe('merge', () => {
  const workspace = new Workspace();
  let a = '';
  let b = '';

  beforeEach(() => {
    a = workspace.file('a.cache', `${HEADER}\r\none: 3c010a15\r\n# kept\r\ntwo: 0x3D55B689  \r\nthree: 3e400000`);
    b = workspace.cache('b.cache', 'one: 3c010a15', 'two: 3d60dd38', 'added: 3f000000', 'three: 3e500000');
  });

  it('takes what changed and leaves every other byte', () => {
    runs(0, 'merge', a, b, '--take', 'changed', '-o', workspace.path('out.cache'));
    assert.equal(workspace.text('out.cache'), `${HEADER}\r\none: 3c010a15\r\n# kept\r\ntwo: 0x3D60DD38  \r\nthree: 3e500000`);
  });

  it('takes what is new, beside its neighbour', () => {
    runs(0, 'merge', a, b, '--take', 'new', '-o', workspace.path('out.cache'));
    assert.equal(workspace.text('out.cache'), `${HEADER}\r\none: 3c010a15\r\n# kept\r\ntwo: 0x3D55B689  \r\nadded: 3f000000\r\nthree: 3e400000`);
  });

  it('takes entries by name, and says which there are not', () => {
    const report = jsonOf<Report>(0, 'merge', a, b, '--take', 'three', 'nobody', '-o', workspace.path('out.cache'), '--json');
    assert.deepEqual(report.dropped.map(({ name }) => name), ['nobody']);
    assert.match(workspace.text('out.cache'), /two: 0x3D55B689 {2}\r\nthree: 3e500000$/);
  });

  it('needs --take, and never replaces a file unasked', () => {
    runs(2, 'merge', a, b, '-o', workspace.path('out.cache'));
    runs(2, 'merge', a, b, '--take', 'changed', '-o', a);
    assert.match(workspace.text('a.cache'), /3D55B689/);
  });
});
