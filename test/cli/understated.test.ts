/** onnxruntime's provider tables beside the JSON that has both ends of each range. */
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onnxruntimeFlatbuffers } from '../../src/core/formats/onnxruntime/flatbuffers.js';
import { onnxruntimeText } from '../../src/core/formats/onnxruntime/text.js';
import { NO_HEADER } from '../../src/core/table/header.js';
import { corpus, jsonOf, needCorpus, runs, Workspace } from './support.js';

interface Checked {
  readonly findings: readonly {
    readonly rule: string;
    readonly entry: string | null;
    readonly line: number | null;
    readonly message: string;
  }[];
}
interface Report {
  readonly replaced?: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

const JSON_TEXT = '{"a": [-1.5, 2.5], "b": [-8, 2], "c": [-3, -1], "d": [-2.001, 2]}';
const STORED = { a: 2.5, b: 2, c: -1, d: 2 };

function table(entries: Readonly<Record<string, number>>) {
  return {
    format: 'onnxruntime-flatbuffers',
    quantity: 'amax',
    header: NO_HEADER,
    names: Object.keys(entries),
    values: Float64Array.from(Object.values(entries)),
  } as const;
}

function understated(file: string): (readonly [string | null, number | null])[] {
  const [checked] = jsonOf<Checked[]>(1, 'check', file, '--json');
  return (checked?.findings ?? [])
    .filter(({ rule }) => rule === 'understated-range')
    .map(({ entry, line }) => [entry, line]);
}

describe('an onnxruntime table that understates ranges', () => {
  const workspace = new Workspace();
  const files = (stored = STORED): { flat: string; text: string } => ({
    flat: workspace.file('calibration.flatbuffers', onnxruntimeFlatbuffers.write(table(stored))),
    text: workspace.file('calibration.cache', onnxruntimeText.write(table(stored))),
  });

  it('is told by the JSON beside it, entry by entry', () => {
    const { flat, text } = files();
    workspace.file('calibration.json', JSON_TEXT);
    assert.deepEqual(understated(flat), [
      ['b', null],
      ['c', null],
    ]);
    assert.deepEqual(understated(text), [
      ['b', 2],
      ['c', 3],
    ]);
    const { stdout } = runs(1, 'check', flat);
    assert.match(stdout, /b: The range is 2, but the JSON beside the file has ±8: .*75 %/);
  });

  it("takes the JSON's numbers by --fix, and nothing else", () => {
    const { flat, text } = files();
    workspace.file('calibration.json', JSON_TEXT);
    runs(0, 'check', text, '--fix', '--rule', 'not-read-by-provider=off');
    assert.equal(workspace.text('calibration.cache'), 'a 2.5\nb 8\nc 3\nd 2\n');
    runs(0, 'check', flat, '--fix');
    assert.deepEqual([...onnxruntimeFlatbuffers.read(readFileSync(flat)).table.values], [2.5, 8, 3, 2]);
  });

  it("is converted with the JSON's numbers, each of them listed, and as stored where asked", () => {
    const { flat } = files();
    workspace.file('calibration.json', JSON_TEXT);
    const report = jsonOf<Report>(
      0,
      'convert',
      flat,
      '--to',
      'tensorrt-ranges',
      '-o',
      workspace.path('a.txt'),
      '--json',
    );
    assert.deepEqual(report.replaced, [
      { name: 'b', from: 2, to: 8 },
      { name: 'c', from: -1, to: 3 },
      { name: 'd', from: 2, to: 2.001 },
    ]);
    assert.equal(workspace.text('a.txt'), 'a: 2.5\nb: 8\nc: 3\nd: 2.001\n');
    const stored = jsonOf<Report>(
      0,
      'convert',
      flat,
      '--to',
      'tensorrt-ranges',
      '--as-stored',
      '-o',
      workspace.path('b.txt'),
      '--json',
    );
    assert.deepEqual([stored.replaced, workspace.text('b.txt')], [undefined, 'a: 2.5\nb: 2\nc: 1\nd: 2\n']);
    assert.match(
      runs(0, 'convert', flat, '--to', 'csv', '-o', workspace.path('c.csv')).stderr,
      /replaced: b: range 2 by 8/,
    );
  });

  it('keeps its numbers where the JSON holds other tensors', () => {
    const { flat } = files();
    workspace.file('calibration.json', JSON_TEXT.replace('"d"', '"e"'));
    const report = jsonOf<Report>(
      0,
      'convert',
      flat,
      '--to',
      'tensorrt-ranges',
      '-o',
      workspace.path('a.txt'),
      '--json',
    );
    assert.deepEqual([report.replaced, workspace.text('a.txt')], [undefined, 'a: 2.5\nb: 2\nc: 1\nd: 2\n']);
  });

  it('is explained without the JSON: a negative range is not of trtexec', () => {
    const { stdout } = runs(1, 'check', files().flat);
    assert.match(stdout, /c: .*without its sign.*\[negative-scale\]/);
    assert.doesNotMatch(stdout, /trtexec/);
  });
});

describe('published triples of onnxruntime tables', () => {
  before(needCorpus);
  const workspace = new Workspace();

  for (const [folder, count] of [
    ['residual-block', 4],
    ['ultraface-rfb-320', 68],
  ] as const)
    it(`have ${count} understated entries (${folder})`, () => {
      for (const file of ['calibration.flatbuffers', 'calibration.cache', 'calibration.json'])
        copyFileSync(join(corpus, 'onnxruntime', folder, file), workspace.path(file));
      for (const file of ['calibration.flatbuffers', 'calibration.cache']) {
        assert.equal(understated(workspace.path(file)).length, count);
        runs(
          0,
          'convert',
          workspace.path(file),
          '--to',
          'tensorrt',
          '--trt-version',
          '8.6.1',
          '-o',
          workspace.path(`${file}.out`),
        );
      }
      runs(
        0,
        'convert',
        workspace.path('calibration.json'),
        '--to',
        'tensorrt',
        '--trt-version',
        '8.6.1',
        '-o',
        workspace.path('json.out'),
      );
      // The three files have their tensors in three orders.
      const lines = (file: string): string[] => workspace.text(file).split('\n').sort();
      assert.deepEqual(lines('calibration.flatbuffers.out'), lines('json.out'));
      assert.deepEqual(lines('calibration.cache.out'), lines('json.out'));
    });
});
