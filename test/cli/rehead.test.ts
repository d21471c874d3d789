/** A cache written as a cache: another header line, and not a byte more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEADER, jsonOf, run, runs, samples, Workspace } from './support.js';

describe('convert from a cache to a cache', () => {
  const workspace = new Workspace();
  const body = 'a: 0x3C010A14  \r\n\r\n# odd\r\nb: 0\na: 7F800000';

  it('changes the header line and no other byte', () => {
    const source = workspace.file('old.cache', `${HEADER}\r\n${body}`);
    const report = jsonOf<{ entriesIn: number; entriesOut: number; dropped: unknown[] }>(
      0,
      'convert',
      source,
      '--to',
      'tensorrt',
      '--trt-version',
      '10.3.0',
      '--algorithm',
      'MINMAX_CALIBRATION',
      '-o',
      workspace.path('new.cache'),
      '--json',
    );
    assert.equal(workspace.text('new.cache'), `TRT-100300-MinMaxCalibration\r\n${body}`);
    assert.deepEqual([report.entriesIn, report.entriesOut, report.dropped], [3, 3, []]);
  });

  it('keeps a byte order mark, and a header that is as wanted', () => {
    const source = workspace.file('old.cache', `\ufeff${HEADER}\r\n${body}`);
    for (const options of [[], ['--trt-version', '8.6.1'], ['--algorithm', 'entropycalibration2']]) {
      runs(0, 'convert', source, '--to', 'tensorrt', ...options, '-o', workspace.path('new.cache'), '--force');
      assert.equal(workspace.text('new.cache'), `\ufeff${HEADER}\r\n${body}`);
    }
  });

  it('can be done in place, with --force', () => {
    const source = workspace.file('a.cache', `${HEADER}\r\n${body}`);
    runs(2, 'convert', source, '--to', 'tensorrt', '--trt-version', '10.3.0', '-o', source);
    assert.equal(workspace.text('a.cache'), `${HEADER}\r\n${body}`);
    runs(0, 'convert', source, '--to', 'tensorrt', '--trt-version', '10.3.0', '-o', source, '--force');
    assert.equal(workspace.text('a.cache'), `TRT-100300-EntropyCalibration2\r\n${body}`);
  });

  it('gives a header to a file that has none, and to legacy ones', () => {
    const bare = 'a: 3c010a14\nb: 3c55b689\nc: 3c55b689\n';
    const { stdout } = run(['convert', '-', '--to', 'tensorrt', '--trt-version', '8.6.1', '-o', '-'], { input: bare });
    assert.equal(stdout, `${HEADER}\n${bare}`);
    const legacy = join(samples, 'resnet34/resnet34-legacy.cache');
    const text = readFileSync(legacy, 'utf8');
    const rehead = runs(0, 'convert', legacy, '--to', 'tensorrt', '--trt-version', '8.6.1', '-o', '-').stdout;
    assert.equal(rehead, `TRT-8601-LegacyCalibration${text.slice(text.indexOf('\n'))}`);
  });

  it('says what is known of the two versions', () => {
    const source = workspace.file('old.cache', `${HEADER}\na: 3c010a14\n`);
    const said = (version: string): string =>
      runs(0, 'convert', source, '--to', 'tensorrt', '--trt-version', version, '-o', '/dev/null').stderr;
    assert.match(said('8.6.2'), /Same major and minor version/);
    assert.match(said('10.1.0'), /Different major versions/);
    assert.match(said('11.0.0'), /TensorRT 11 removed/);
  });
});
