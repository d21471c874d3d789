/** Every format that can be written, and back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FORMATS, WRITABLE_FORMATS } from '../../src/core/formats/index.js';
import { corpus, jsonOf, needCorpus, runs, samples, Workspace } from './support.js';

interface Shown {
  format: string;
  entries: { name: string; bits: string }[];
}

function entriesOf(file: string): string[] {
  return jsonOf<Shown>(0, 'show', file, '--json').entries.map(({ name, bits }) => `${name} ${bits}`);
}

describe('convert --to every format', () => {
  const workspace = new Workspace();
  let source = '';

  /** Without the names with spaces, which TPU-MLIR can't hold. */
  beforeEach(() => {
    const text = readFileSync(join(samples, 'detector/detector-trt8601.cache'), 'utf8');
    source = workspace.file('source.cache', text.replace(/^\(Unnamed.*\n/gm, ''));
  });

  it('are those that the help names', () => {
    const help = runs(0, 'convert', '--help').stdout.replace(/\s+/g, ' ');
    assert.ok(help.includes(WRITABLE_FORMATS.map(({ id }) => id).join(', ')), help);
  });

  for (const { id, extensions, hasHeader } of WRITABLE_FORMATS) {
    it(`${id}: whole, and with the same float32 scales back`, () => {
      const out = workspace.path(`calibration.${extensions[0] ?? ''}`);
      const report = jsonOf<{ entriesIn: number; entriesOut: number; dropped: unknown[]; lost: string[] }>(
        0,
        'convert',
        source,
        '--to',
        id,
        '-o',
        out,
        '--json',
      );
      assert.equal(report.entriesOut, report.entriesIn, JSON.stringify(report.dropped));
      assert.equal(
        report.lost.some((what) => what.includes('header')),
        !hasHeader,
      );
      if (!FORMATS.some((format) => format.id === id)) return;
      assert.equal(jsonOf<Shown>(0, 'show', out, '--json').format, id);
      runs(0, 'convert', out, '--to', 'tensorrt', '--trt-version', '8.6.1', '-o', workspace.path('back.cache'));
      assert.deepEqual(entriesOf(workspace.path('back.cache')), entriesOf(source));
    });
  }

  it('the three forms of onnxruntime agree to the last digit', () => {
    const values = ['flatbuffers', 'json', 'text'].map((form) => {
      const out = workspace.path(`calibration.${form}`);
      runs(0, 'convert', source, '--to', `onnxruntime-${form}`, '-o', out);
      return jsonOf<{ entries: { value: number }[] }>(0, 'show', out, '--json').entries.map(({ value }) => value);
    });
    assert.deepEqual(values[1], values[0]);
    assert.deepEqual(values[2], values[0]);
  });

  it('ncnn can not be written: its reader needs weights', () => {
    assert.match(runs(2, 'convert', source, '--to', 'ncnn', '-o', '-').stderr, /--to ncnn: .*tensorrt, nvdla/);
  });
});

/** To a cache and back to its own format, every entry with the same float32 scale. */
function itComesBack(workspace: Workspace, source: string): void {
  it(`${basename(source)}: to a cache and back to its own format`, () => {
    const { format } = jsonOf<Shown>(0, 'show', source, '--json');
    runs(0, 'convert', source, '--to', 'tensorrt', '--trt-version', '8.6.1', '-o', workspace.path('a.cache'));
    assert.deepEqual(entriesOf(workspace.path('a.cache')), entriesOf(source));
    runs(0, 'convert', workspace.path('a.cache'), '--to', format, '-o', workspace.path(`back-${basename(source)}`));
    assert.deepEqual(entriesOf(workspace.path(`back-${basename(source)}`)), entriesOf(source));
  });
}

describe('convert, of samples of every format', () => {
  const workspace = new Workspace();
  for (const file of [
    'calibration.cache',
    'calibration.flatbuffers',
    'calibration.json',
    'digits-calib-ranges.txt',
    'digits.cali_table',
  ]) {
    itComesBack(workspace, join(samples, 'formats', file));
  }
});

describe('convert, of published tables of every format', () => {
  const workspace = new Workspace();
  before(needCorpus);

  for (const file of [
    'resnet50-int8api-ranges.txt',
    'resnet50v2-onnxruntime.cache',
    'resnet50v2-onnxruntime.flatbuffers',
    'resnet50v2-onnxruntime.json',
    'lenet-tpu-mlir.cali_table',
    'lenet-nvdla.json',
  ]) {
    itComesBack(workspace, join(corpus, file));
  }

  it('an ncnn table says that it keeps the scales of inputs', () => {
    const { stderr } = runs(
      0,
      'convert',
      join(corpus, 'squeezenet-ncnn.table'),
      '--to',
      'tensorrt',
      '--trt-version',
      '8.6.1',
      '-o',
      workspace.path('a.cache'),
    );
    assert.match(stderr, /note: The table keeps the scale of each layer's input/);
  });
});
