/** What a build did, at the command line. */
import assert from 'node:assert/strict';
import { words } from '../core/build/logWords.js';
import { jsonOf, run, runs, Workspace } from './support.js';

interface BuildJson {
  kind: string;
  trtVersion: string | null;
  cache: { path: string | null; state: string };
  summary: Record<string, number>;
  entries: { name: string; fate: string; scale: number; logScale: number | null }[] | null;
  missing: { name: string; layers: string[] }[];
  notes: string[];
}

describe('build', () => {
  const workspace = new Workspace();
  const lines = [
    words.running(8601, 'trtexec --onnx=net.onnx --int8 --calib=net.cache --verbose'),
    `[I] [TRT] ${words.reading('EntropyCalibration2')}`,
    `[V] [TRT] ${words.scale('a', 0.25)}`,
    `[W] [TRT] ${words.missing('x')}`,
  ].join('\n');
  const log = (): string => workspace.file('build.log', lines);
  const table = (): string => workspace.cache('net.cache', 'a: 3e800000', 'gone: 3e800000');

  it('puts two builds side by side', () => {
    const layers = (weights: string): string =>
      JSON.stringify({
        Layers: [{ Name: 'conv', LayerType: 'CaskConvolution', Weights: { Type: weights }, Inputs: [], Outputs: [] }],
        Bindings: [],
      });
    const [old, now] = [workspace.file('old.json', layers('Int8')), workspace.file('now.json', layers('Half'))];
    assert.match(
      runs(0, 'build', now, '--against', old).stdout,
      /1 layer left INT8, 0 came to it; 0 are gone, 0 are new\n {2}left INT8: conv \(- int8 - -> - fp16 -\)/,
    );
    const { against } = jsonOf<{ against: { leftInt8: object[]; fates: object[] | null } }>(
      0,
      ...['build', now, table(), '--against', log(), '--json'],
    );
    assert.deepEqual([against.leftInt8, against.fates?.length], [[], 2]);
    assert.equal(run(['build', now, '--against', workspace.file('none.txt', 'words')]).code, 2);
  });

  it('tells what became of each entry', () => {
    const report = jsonOf<BuildJson>(0, 'build', log(), table(), '--json');
    assert.deepEqual(report.cache, { path: 'net.cache', state: 'accepted' });
    assert.deepEqual([report.kind, report.trtVersion], ['log', '8.6.1']);
    assert.deepEqual(report.entries, [
      { name: 'a', fate: 'used', scale: 0.25, logScale: 0.25 },
      { name: 'gone', fate: 'absent', scale: 0.25, logScale: null },
    ]);
    assert.deepEqual(report.missing, [{ name: 'x', layers: [] }]);
    assert.equal(report.summary['tensors'], 1);
  });

  it('needs no table', () => assert.equal(jsonOf<BuildJson>(0, 'build', log(), '--json').entries, null));

  it('reads a pipe, and says it in words', () => {
    const { code, stdout } = run(['build', '-', table()], { input: lines });
    assert.equal(code, 0);
    assert.match(stdout, /<stdin>: TensorRT build log of TensorRT 8\.6\.1, cache accepted \(EntropyCalibration2\)/);
    assert.match(stdout, /entries: 1 used, 1 absent/);
  });

  it('reads logs as PowerShell writes them', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines.replaceAll('\n', '\r\n'), 'utf16le')]);
    const { entries } = jsonOf<BuildJson>(0, 'build', workspace.file('w.log', bytes), table(), '--json');
    assert.deepEqual(
      entries?.map(({ fate }) => fate),
      ['used', 'absent'],
    );
  });

  it('fails a pipeline where it is asked to', () => {
    const refused = workspace.file('refused.log', `[E] [TRT] ${words.refused}\n`);
    assert.equal(run(['build', refused, '--fail-on', 'refused']).code, 1);
    assert.equal(run(['build', log(), '--fail-on', 'refused']).code, 0);
    assert.equal(run(['build', log(), table(), '--fail-on', 'absent']).code, 1);
  });

  it('tells absent entries that the network has from those of another', () => {
    const network = workspace.file(
      'net.prototxt',
      'input: "gone" layer { name: "a" type: "ReLU" bottom: "gone" top: "a" }',
    );
    const { notes } = jsonOf<BuildJson>(0, 'build', log(), table(), '--network', network, '--json');
    assert.match(notes.join(), /Of 1 absent entries the network has 1 \(fused away in the engine\) and lacks 0\./);
  });

  it('says what it takes of any other file', () =>
    assert.match(
      runs(2, 'build', workspace.file('x.txt', 'hello')).stderr,
      /x\.txt: neither a TensorRT build log nor the engine inspector's JSON/,
    ));

  it('says that there is no such file', () => assert.match(runs(2, 'build', workspace.path('none')).stderr, /none/));
});
