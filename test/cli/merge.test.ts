import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESNETS, resNet, type Entry } from '../../bench/align/families.js';
import { Random } from '../../samples/generator/random.js';
import { floatToBits } from '../../src/core/bytes/float32.js';
import { corpus, HEADER, jsonOf, needCorpus, run, runs, samples, Workspace } from './support.js';
import { REPORT_KEYS } from './support/reportKeys.js';

interface Report {
  in: string;
  entriesIn: number;
  entriesOut: number;
  renamed: unknown[];
  dropped: { name: string; why: string }[];
  missing: string[];
  lost: string[];
}

describe('merge', () => {
  const workspace = new Workspace();
  let a = '';
  let b = '';

  beforeEach(() => {
    a = workspace.file('a.cache', `\ufeff${HEADER}\r\none: 3c010a15\r\n# kept\r\ntwo: 0x3D55B689  \r\nthree: 3e400000`);
    b = workspace.cache('b.cache', 'one: 3c010a15', 'two: 3d60dd38', 'added: 3f000000', 'three: 3e500000');
  });

  it('takes what changed and leaves every other byte', () => {
    const { stderr } = runs(0, 'merge', a, b, '--take', 'changed', '-o', workspace.path('out.cache'));
    assert.equal(
      workspace.text('out.cache'),
      `\ufeff${HEADER}\r\none: 3c010a15\r\n# kept\r\ntwo: 0x3D60DD38  \r\nthree: 3e500000`,
    );
    assert.match(
      stderr,
      /note: Took 2 values and 0 new entries from .*b\.cache\.\n.*a\.cache -> .*out\.cache: 3 of 3 entries\n/,
    );
  });

  it('takes what is new, beside its neighbour', () => {
    const { stderr } = runs(0, 'merge', a, b, '--take', 'new', '-o', workspace.path('out.cache'));
    assert.equal(
      workspace.text('out.cache'),
      `\ufeff${HEADER}\r\none: 3c010a15\r\n# kept\r\ntwo: 0x3D55B689  \r\nadded: 3f000000\r\nthree: 3e400000`,
    );
    assert.match(stderr, /4 entries, 1 of them new/);
  });

  it('takes entries by name, together with the rest', () => {
    runs(0, 'merge', a, b, '--take', 'three', 'new', '-o', workspace.path('out.cache'));
    assert.match(workspace.text('out.cache'), /two: 0x3D55B689 {2}\r\nadded: 3f000000\r\nthree: 3e500000$/);
  });

  it('lists names that were asked for in vain', () => {
    const report = jsonOf<Report>(
      0,
      'merge',
      b,
      a,
      '--take',
      'nobody',
      'added',
      'one',
      '-o',
      workspace.path('out.cache'),
      '--json',
    );
    assert.deepEqual(report.dropped, [
      { name: 'nobody', why: 'neither table has an entry of this name' },
      { name: 'added', why: 'nothing in the other table fits it' },
    ]);
    assert.equal(workspace.text('out.cache'), workspace.text('b.cache'));
  });

  it("--json is convert's report, of A", () => {
    const report = jsonOf<Report>(
      0,
      'merge',
      a,
      b,
      '--take',
      'changed',
      'new',
      '-o',
      workspace.path('out.cache'),
      '--json',
    );
    assert.deepEqual(Object.keys(report), REPORT_KEYS);
    assert.deepEqual(
      [report.in, report.entriesIn, report.entriesOut, report.dropped, report.lost],
      [a, 3, 4, [], ['The old values of 2 entries.']],
    );
  });

  it('says when there is nothing to take', () => {
    const { stderr } = runs(0, 'merge', a, a, '--take', 'changed', 'new', '-o', workspace.path('out.cache'));
    assert.match(stderr, /Nothing was taken from .*: the table is written as it is/);
    assert.equal(workspace.text('out.cache'), workspace.text('a.cache'));
  });

  it('takes no value that breaks builds', () => {
    const broken = workspace.cache(
      'broken.cache',
      'one: 7f800000',
      'two: ffc00000',
      'three: be400000',
      'added: 7f800000',
    );
    const report = jsonOf<Report>(
      0,
      'merge',
      a,
      broken,
      '--take',
      'one',
      'two',
      'three',
      'new',
      '-o',
      workspace.path('out.cache'),
      '--json',
    );
    assert.deepEqual(report.dropped.map(({ name }) => name).sort(), ['added', 'one', 'three', 'two']);
    assert.equal(workspace.text('out.cache'), workspace.text('a.cache'));
  });

  it('takes values between formats: a scale into a range, a reciprocal, a decimal', () => {
    const cache = join(samples, 'detector/detector-trt8601.cache');
    const changed = workspace.file(
      'changed.cache',
      readFileSync(cache, 'utf8').replace(/^images: .*$/m, 'images: 3f000000'),
    );
    for (const [format, expected] of [
      ['tensorrt-ranges', '63.5'],
      ['onnxruntime-text', '63.5'],
      ['nvdla', '0.5'],
      ['onnxruntime-json', '63.5'],
    ] as const) {
      const [before, after] = [workspace.path(`${format}.before`), workspace.path(`${format}.after`)];
      runs(0, 'convert', cache, '--to', format, '-o', before);
      runs(0, 'merge', before, changed, '--take', 'changed', '-o', after);
      const [old, now] = [
        workspace.text(`${format}.before`).split('\n'),
        workspace.text(`${format}.after`).split('\n'),
      ];
      const different = now.filter((line, i) => line !== old[i]);
      assert.ok(
        now.length === old.length && different.every((line) => line.includes(expected)) && different.length >= 1,
        different.join('\n'),
      );
    }
  });

  it('can be done in place, with --force only', () => {
    const before = workspace.text('a.cache');
    runs(2, 'merge', a, b, '--take', 'changed', '-o', a);
    assert.equal(workspace.text('a.cache'), before);
    runs(0, 'merge', a, b, '--take', 'changed', '-o', a, '--force');
    assert.match(workspace.text('a.cache'), /3D60DD38/);
    assert.deepEqual(workspace.files(), ['a.cache', 'b.cache']);
  });

  it('refuses to change what can only be read, and wrong usage', () => {
    const csv = workspace.file('a.csv', 'name,scale\none,0.5\ntwo,0.25\nthree,0.125\n');
    assert.match(
      runs(2, 'merge', csv, b, '--take', 'changed', '-o', workspace.path('out.csv')).stderr,
      /a\.csv: values can't be put into a file of this kind/,
    );
    runs(0, 'merge', a, csv, '--take', 'one', '-o', workspace.path('out.cache'));
    assert.match(workspace.text('out.cache'), /^one: 3f000000/m);
    runs(2, 'merge', a, b, '-o', '-');
    runs(2, 'merge', a, '--take', 'changed', '-o', '-');
    assert.match(
      run(['merge', '-', '-', '--take', 'changed', '-o', '-'], { input: `${HEADER}\na: 3c010a15\n` }).stderr,
      /Only one input/,
    );
  });

  it('names file and reason of what it can not read', () => {
    const labels = join(samples, 'labels.cache');
    assert.match(
      runs(2, 'merge', a, labels, '--take', 'changed', '-o', workspace.path('out')).stderr,
      /labels\.cache: .*label cache/,
    );
    assert.match(
      runs(2, 'merge', workspace.path('none'), b, '--take', 'changed', '-o', workspace.path('out')).stderr,
      /none: no such file/,
    );
  });

  it('of twenty thousand entries, a tenth of them new, is done in seconds', function () {
    this.timeout(60_000);
    const lines = Array.from(
      { length: 20_000 },
      (_, i) => `net/block${i}/conv: ${(0x3c000000 + ((i * 2654435761) % 0x800000)).toString(16)}`,
    );
    const big = workspace.cache('big.cache', ...lines.filter((_, i) => i % 10 !== 3));
    runs(
      0,
      'merge',
      big,
      workspace.cache('full.cache', ...lines),
      '--take',
      'changed',
      'new',
      '-o',
      workspace.path('out.cache'),
    );
    assert.equal(workspace.text('out.cache'), workspace.text('full.cache'));
  });
});

describe('merge, of published tables', () => {
  const workspace = new Workspace();
  before(needCorpus);

  it('numbered names that mean other tensors do not give their values', () => {
    const report = jsonOf<Report>(
      0,
      'merge',
      join(corpus, '3d-unet-legacy-b.cache'),
      join(corpus, '3d-unet-trt8201-minmax.cache'),
      '--take',
      'changed',
      'new',
      '-o',
      workspace.path('out.cache'),
      '--json',
    );
    assert.ok(report.dropped.some(({ why }) => why.includes('same name, another tensor?')));
  });

  it('another network is refused', () => {
    const { stderr } = runs(
      2,
      'merge',
      join(corpus, 'lenet-trt7202.table'),
      join(corpus, 'resnet50-trt7200.cache'),
      '--take',
      'changed',
      '-o',
      workspace.path('out.cache'),
    );
    assert.match(stderr, /different networks: 0 of 125 entries have a counterpart/);
  });

  it('a later calibration gives all its values, under the names of the old one', () => {
    runs(
      0,
      'merge',
      join(corpus, 'resnet50-trt6001.cache'),
      join(corpus, 'resnet50-trt7200.cache'),
      '--take',
      'changed',
      '-o',
      workspace.path('out.cache'),
    );
    runs(0, 'diff', workspace.path('out.cache'), join(corpus, 'resnet50-trt7200.cache'), '--exit-code');
  });
});

describe('merge and port between strangers', () => {
  const workspace = new Workspace();
  const random = new Random(1);
  const lines = (entries: readonly Entry[]): string[] =>
    entries.map(([name, scale]) => `${name}: ${floatToBits(scale).toString(16).padStart(8, '0')}`);
  let small = '';
  let large = '';

  beforeEach(() => {
    small = workspace.cache('resnet18.cache', ...lines(resNet(RESNETS[18], random)));
    large = workspace.cache('resnet50.cache', ...lines(resNet(RESNETS[50], random)));
  });

  for (const command of ['merge', 'port'] as const) {
    const args = (a: string, b: string): string[] =>
      command === 'merge'
        ? ['merge', a, b, '--take', 'changed']
        : ['port', a, '--names-from', b, '--trt-version', '10.1.0'];

    it(`${command} refuses another depth of one family, with figures, and writes nothing`, () => {
      for (const [a, b] of [
        [small, large],
        [large, small],
      ] as const) {
        const { stderr } = runs(2, ...args(a, b), '-o', workspace.path('out.cache'));
        assert.match(
          stderr,
          /different networks: 9\d of 229 entries have a counterpart, with scales [\d.]+ times apart/,
        );
        assert.match(stderr, /--force-unrelated/);
        assert.ok(!existsSync(workspace.path('out.cache')));
      }
    });

    it(`${command} --force-unrelated goes on with equal names, and warns`, () => {
      const { stderr } = runs(0, ...args(small, large), '--force-unrelated', '-o', workspace.path('out.cache'));
      assert.match(stderr, /warning: These tables seem to be of different networks/);
      assert.match(workspace.text('out.cache'), /^res2a_branch2a: /m);
    });

    it(`${command} warns of other values, and does it`, () => {
      const other = workspace.cache('other.cache', ...lines(resNet(RESNETS[18], random)));
      const { stderr } = runs(0, ...args(small, other), '-o', workspace.path('out.cache'));
      assert.match(stderr, /warning: These tables seem to be of one graph with other weights, .*: 93 of 93 entries/);
    });
  }
});
