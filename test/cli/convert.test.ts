import assert from 'node:assert/strict';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, HEADER, jsonOf, run, runs, samples, Workspace } from './support.js';
import { REPORT_KEYS } from './support/reportKeys.js';

interface Report {
  in: string;
  out: string;
  entriesIn: number;
  entriesOut: number;
  renamed: unknown[];
  dropped: { name: string; why: string }[];
  missing: string[];
  lost: string[];
}

describe('convert', () => {
  const workspace = new Workspace();
  const original = join(samples, 'resnet34/resnet34-trt8601.cache');

  it('goes to NVDLA and back byte for byte', () => {
    runs(0, 'convert', original, '--to', 'nvdla', '-o', workspace.path('calib.json'));
    runs(
      0,
      'convert',
      workspace.path('calib.json'),
      '--to',
      'tensorrt',
      '--trt-version',
      '8.6.1',
      '-o',
      workspace.path('back.cache'),
    );
    assert.equal(workspace.text('back.cache'), readFileSync(original, 'utf8'));
  });

  it('keeps the 229 scales of the published ResNet-50 table, in order, there and back', function () {
    if (!existsSync(corpus)) return this.skip();
    const source = join(corpus, 'resnet50-trt5101.txt');
    runs(0, 'convert', source, '--to', 'nvdla', '-o', workspace.path('out.json'));
    const scales = (file: string): unknown[] =>
      jsonOf<{ entries: { name: string; scale: number }[] }>(0, 'show', file, '--json').entries.map(
        ({ name, scale }) => [name, scale],
      );
    assert.equal(scales(workspace.path('out.json')).length, 229);
    assert.deepEqual(scales(workspace.path('out.json')), scales(source));
    runs(
      0,
      'convert',
      workspace.path('out.json'),
      '--to',
      'tensorrt',
      '--trt-version',
      '6.0',
      '-o',
      workspace.path('back.cache'),
    );
    const body = (text: string): string => text.slice(text.indexOf('\n'));
    assert.equal(body(workspace.text('back.cache')), body(readFileSync(source, 'utf8')));
  });

  it('--json reports what happened', () => {
    const file = workspace.cache('a.cache', 'a: 3c010a14', 'b: 7f800000', 'a: 3c55b689');
    const report = jsonOf<Report>(0, 'convert', file, '--to', 'nvdla', '-o', workspace.path('out.json'), '--json');
    assert.deepEqual(Object.keys(report), REPORT_KEYS);
    assert.deepEqual(
      [report.in, report.out, report.entriesIn, report.entriesOut],
      [file, workspace.path('out.json'), 3, 1],
    );
    assert.deepEqual(
      report.dropped.map(({ name }) => name),
      ['b', 'a'],
    );
    assert.ok(report.lost.some((what) => what.includes(HEADER)));
  });

  it('reports in words on stderr otherwise, with nothing on stdout', () => {
    const { stdout, stderr } = runs(
      0,
      'convert',
      workspace.cache('a.cache', 'a: 3c010a14', 'b: 7f800000'),
      '--to',
      'nvdla',
      '-o',
      workspace.path('out.json'),
    );
    assert.equal(stdout, '');
    assert.match(stderr, /1 of 2 entries/);
    assert.match(stderr, /dropped: b: .*Infinity/);
    assert.match(stderr, /TensorRT names tensors and NVDLA names layers/);
  });

  it('writes to standard output with the report beside it, from standard input too', () => {
    const { code, stdout, stderr } = run(['convert', '-', '--to', 'nvdla', '-o', '-', '--json'], {
      input: `${HEADER}\na: 3c010a14\n`,
    });
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(JSON.parse(stdout) as object), ['a']);
    assert.equal((JSON.parse(stderr) as Report).entriesOut, 1);
  });

  it('never replaces a file without --force', () => {
    const target = workspace.file('out.json', 'precious');
    const { stderr } = runs(2, 'convert', original, '--to', 'nvdla', '-o', target);
    assert.match(stderr, /exists; --force/);
    assert.equal(workspace.text('out.json'), 'precious');
    runs(0, 'convert', original, '--to', 'nvdla', '-o', target, '--force');
    assert.match(workspace.text('out.json'), /"scale"/);
    assert.deepEqual(workspace.files(), ['out.json']);
  });

  it('keeps mode bits and symbolic links of what it replaces', function () {
    if (process.platform === 'win32') return this.skip();
    const target = workspace.file('real.json', 'old');
    chmodSync(target, 0o640);
    symlinkSync('real.json', workspace.path('link.json'));
    runs(0, 'convert', original, '--to', 'nvdla', '-o', workspace.path('link.json'), '--force');
    assert.ok(lstatSync(workspace.path('link.json')).isSymbolicLink());
    assert.match(workspace.text('real.json'), /"scale"/);
    assert.equal(statSync(target).mode & 0o777, 0o640);
  });

  it('leaves nothing behind when it fails', () => {
    const missing = join(workspace.path('no-such-folder'), 'out.json');
    assert.match(runs(2, 'convert', original, '--to', 'nvdla', '-o', missing).stderr, /no such file or folder/);
    mkdirSync(workspace.path('folder'));
    assert.match(
      runs(2, 'convert', original, '--to', 'nvdla', '-o', workspace.path('folder'), '--force').stderr,
      /folder/,
    );
    assert.deepEqual(workspace.files(), ['folder']);
  });

  it('writes to a device without asking', function () {
    if (process.platform === 'win32') return this.skip();
    runs(0, 'convert', original, '--to', 'nvdla', '-o', '/dev/null');
  });
});

describe('convert --to tensorrt', () => {
  const workspace = new Workspace();
  const source = join(samples, 'resnet34/resnet34-calib.json');

  function header(...options: string[]): string {
    return runs(0, 'convert', source, '--to', 'tensorrt', '-o', '-', ...options).stdout.split('\n')[0] ?? '';
  }

  it('needs a version when the source has none', () => {
    assert.match(
      runs(2, 'convert', source, '--to', 'tensorrt', '-o', workspace.path('out.cache')).stderr,
      /--trt-version is needed/,
    );
    assert.deepEqual(workspace.files(), []);
  });

  it('takes versions of both schemes, and EntropyCalibration2 unless told otherwise', () => {
    assert.equal(header('--trt-version', '8.6.1'), 'TRT-8601-EntropyCalibration2');
    assert.equal(header('--trt-version', '10.14.1'), 'TRT-101401-EntropyCalibration2');
  });

  it('takes algorithms in either spelling, any case', () => {
    for (const name of ['MinMaxCalibration', 'MINMAX_CALIBRATION', 'minmax_calibration']) {
      assert.equal(header('--trt-version', '8.6', '--algorithm', name), 'TRT-8600-MinMaxCalibration');
    }
    assert.equal(
      header('--trt-version', '8.6', '--algorithm', 'ENTROPY_CALIBRATION_2'),
      'TRT-8600-EntropyCalibration2',
    );
  });

  it('refuses what is no version or algorithm, and header options where there is no header', () => {
    assert.match(
      runs(2, 'convert', source, '--to', 'tensorrt', '-o', '-', '--trt-version', 'eight').stderr,
      /no TensorRT version/,
    );
    assert.match(
      runs(2, 'convert', source, '--to', 'tensorrt', '-o', '-', '--trt-version', '8.6', '--algorithm', 'best').stderr,
      /EntropyCalibration2/,
    );
    assert.match(runs(2, 'convert', source, '--to', 'nvdla', '-o', '-', '--trt-version', '8.6').stderr, /no header/);
    assert.match(runs(2, 'convert', source, '--to', 'gif', '-o', '-').stderr, /tensorrt/);
  });

  it('takes the header of a cache, whatever its age, and changes what is asked for', () => {
    const legacy = join(samples, 'resnet34/resnet34-legacy.cache');
    const first = (...args: string[]): string =>
      runs(0, 'convert', ...args, '--to', 'tensorrt', '-o', '-').stdout.split('\n')[0] ?? '';
    assert.equal(first(legacy), readFileSync(legacy, 'utf8').split('\n')[0]);
    assert.equal(
      first(join(samples, 'detector/detector-trt8601.cache'), '--trt-version', '8.5.1'),
      'TRT-8501-MinMaxCalibration',
    );
    assert.equal(
      first(join(samples, 'detector/detector-trt8601.cache'), '--algorithm', 'LEGACY_CALIBRATION'),
      'TRT-8601-LegacyCalibration',
    );
  });

  it('says what a header of another version means', () => {
    const { stderr } = runs(
      0,
      'convert',
      join(samples, 'detector/detector-trt7203.cache'),
      '--to',
      'tensorrt',
      '--trt-version',
      '8.6.1',
      '-o',
      workspace.path('o.cache'),
    );
    assert.match(stderr, /Different major versions/);
    assert.match(
      runs(0, 'convert', source, '--to', 'tensorrt', '--trt-version', '11.0', '-o', workspace.path('p.cache')).stderr,
      /TensorRT 11 removed/,
    );
  });
});

describe('convert --to nvdla', () => {
  const workspace = new Workspace();

  it('warns of capital letters in the path, which nvdla_compiler does not find', () => {
    const source = join(samples, 'detector/detector-trt8601.cache');
    assert.match(runs(0, 'convert', source, '--to', 'nvdla', '-o', workspace.path('Calib.json')).stderr, /lower-cases/);
    assert.doesNotMatch(
      run(['convert', source, '--to', 'nvdla', '-o', 'calib.json'], { cwd: workspace.folder }).stderr,
      /lower-cases/,
    );
  });
});
