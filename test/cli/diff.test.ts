import assert from 'node:assert/strict';
import { join } from 'node:path';
import { jsonOf, run, runs, samples, Workspace, HEADER } from './support.js';

interface Pair {
  old: string;
  new: string;
  oldIndex: number;
  newIndex: number;
  how: string;
  confidence: number;
  oldScale: number | string;
  newScale: number | string;
  log2Ratio: number | string;
  status: string;
  evidence: string[];
}
interface Shown {
  old: string;
  new: string;
  verdict: { reuse: string; kind: string; related: boolean; statements: { text: string; basis: string }[] };
  summary: Record<string, number>;
  pairs: Pair[];
  removed: { name: string; index: number }[];
  added: { name: string; index: number }[];
}

describe('diff', () => {
  const workspace = new Workspace();
  let before = '';
  let after = '';

  beforeEach(() => {
    before = workspace.cache('old.cache', 'same: 3f800000', 'grown: 3f800000', 'gone: 3f800000', 'odd: 7fc00000');
    after = workspace.cache('new.cache', 'grown: 40800000', 'same: 3f800000', 'odd: 3f800000', 'come: 3f800000');
  });

  it('--json has the documented shape, every entry exactly once', () => {
    const diff = jsonOf<Shown>(0, 'diff', before, after, '--json');
    assert.deepEqual(Object.keys(diff), ['old', 'new', 'verdict', 'summary', 'pairs', 'removed', 'added']);
    assert.deepEqual(
      [diff.old, diff.new, diff.verdict],
      [before, after, { reuse: 'same', kind: 'same-network', related: true, statements: [] }],
    );
    assert.deepEqual(diff.pairs[0], {
      old: 'grown',
      new: 'grown',
      oldIndex: 1,
      newIndex: 0,
      how: 'same-name',
      confidence: 1,
      oldScale: 1,
      newScale: 4,
      log2Ratio: 2,
      status: 'changed',
      evidence: ['same name', 'scales 4 times apart'],
    });
    assert.deepEqual(
      diff.pairs.map(({ status }) => status),
      ['changed', 'same', 'changed'],
    );
    assert.deepEqual([diff.pairs[2]?.oldScale, diff.pairs[2]?.log2Ratio], ['NaN', 'NaN']);
    assert.deepEqual([diff.removed, diff.added], [[{ name: 'gone', index: 2 }], [{ name: 'come', index: 3 }]]);
  });

  it('exits with 1 on differences only when asked to', () => {
    runs(0, 'diff', before, after);
    runs(1, 'diff', before, after, '--exit-code');
    runs(0, 'diff', before, before, '--exit-code');
  });

  it('--threshold lets small changes pass', () => {
    const near = workspace.cache('near.cache', 'same: 3f800100');
    const one = workspace.cache('one.cache', 'same: 3f800000');
    runs(1, 'diff', one, near, '--exit-code');
    runs(0, 'diff', one, near, '--exit-code', '--threshold', '0.001');
    for (const wrong of ['-1', 'x', '', 'NaN']) runs(2, 'diff', one, near, '--threshold', wrong);
  });

  it('what is equal but for rounding is no difference, and counted', () => {
    const near = workspace.cache('near.cache', 'same: 3f800001');
    const one = workspace.cache('one.cache', 'same: 3f800000');
    assert.match(runs(0, 'diff', one, near, '--exit-code').stdout, /1 same \(equal but for rounding: 1\), 0 changed/);
    const { summary } = jsonOf<{ summary: { rounding: number; changed: number } }>(0, 'diff', one, near, '--json');
    assert.deepEqual([summary.rounding, summary.changed], [1, 0]);
  });

  it('prints what changed, the largest first, and what was removed and added', () => {
    const { stdout } = runs(0, 'diff', before, after);
    assert.match(stdout, /1 same, 2 changed .*1 removed, 1 added/);
    assert.match(stdout, /^grown +1 +4 +4 +2$/m);
    assert.match(stdout, /Removed\n.*\n +2 +gone|Removed\n.*\n2 +gone/);
    assert.match(stdout, /Added\n.*\n3 +come/);
    assert.doesNotMatch(stdout, /^same/m);
  });

  it('shows how renamed pairs were found, and what speaks for doubtful ones', () => {
    const scales = ['3c010a15', '3d55b689', '3e400000', '3d011111', '3c777777', '3d999999'];
    const old = workspace.cache('named.cache', ...scales.map((hex, i) => `block/conv${i}_out: ${hex}`));
    const renamed = workspace.cache('renamed.cache', ...scales.map((hex, i) => `block/conv${i}__output: ${hex}`));
    assert.match(
      runs(0, 'diff', old, renamed).stdout,
      /6 renamed\n\nRenamed\nold +new +how +confidence\nblock\/conv0_out +block\/conv0__output +renamed +[01](\.\d+)?\n/,
    );
    assert.match(runs(0, 'diff', old, renamed, '--markdown').stdout, /^\*\*Renamed\*\*$/m);
    runs(1, 'diff', old, renamed, '--exit-code');
    const { stdout } = runs(
      0,
      'diff',
      join(samples, 'detector/detector-trt7203.cache'),
      join(samples, 'detector/detector-trt8601.cache'),
    );
    assert.match(
      stdout,
      /^Doubtful: .*\nname +old scale +new scale +confidence +evidence\n.* 0\.\d+ +place between sure pairs; in a section that looks replaced$/m,
    );
  });

  it('reads a ratio of MinMax and Entropy as the tail that entropy clips', () => {
    const { stdout } = runs(
      0,
      'diff',
      join(samples, 'detector/detector-trt7203.cache'),
      join(samples, 'detector/detector-trt8601.cache'),
    );
    assert.match(stdout, /different calibrators: MinMax \(new\)/);
    assert.match(stdout, /^Longest tails .*hint.*\nname +clipped\n\S+ +67 %\n/m);
  });

  it('says what alone differs', () => {
    assert.match(runs(0, 'diff', before, before).stdout, /^The files are the same, byte for byte\.$/m);
    assert.match(
      runs(0, 'diff', before, workspace.file('crlf.cache', workspace.text('old.cache').replace(/\n/g, '\r\n'))).stdout,
      /^The same but for line ends\.$/m,
    );
    assert.match(
      runs(
        0,
        'diff',
        before,
        workspace.file('other.cache', workspace.text('old.cache').replace('8601', '8500')),
        '--markdown',
      ).stdout,
      /^- Only header differs\.$/m,
    );
  });

  it('--markdown prints tables', () => {
    const { stdout } = runs(0, 'diff', before, after, '--markdown');
    assert.match(stdout, /^\| grown \| 1 \| 4 \| 4 \| 2 \|$/m);
    assert.match(stdout, /^\*\*Removed\*\*$/m);
  });

  it('--csv prints every entry', () => {
    const lines = runs(0, 'diff', before, after, '--csv').stdout.trim().split('\n');
    assert.equal(lines.length, 6);
    assert.equal(lines[1], 'changed,same-name,1,grown,grown,1,0,1,4,2');
    assert.equal(lines[4], 'removed,,,gone,,2,,,,');
  });

  it('tells what versions mean for reuse', () => {
    const { stdout } = runs(
      0,
      'diff',
      join(samples, 'resnet34/resnet34-trt7203.cache'),
      join(samples, 'resnet34/resnet34-trt8601.cache'),
    );
    assert.match(stdout, /Different major versions/);
    assert.match(stdout, /absolutely NOT compatible/);
  });

  it('compares tables of different formats', () => {
    runs(
      0,
      'convert',
      join(samples, 'detector/detector-trt8601.cache'),
      '--to',
      'nvdla',
      '-o',
      workspace.path('calib.json'),
    );
    runs(0, 'diff', join(samples, 'detector/detector-trt8601.cache'), workspace.path('calib.json'), '--exit-code');
  });

  it('takes one side from standard input, not both', () => {
    assert.equal(run(['diff', '-', after, '--json'], { input: `${HEADER}\nsame: 3f800000\n` }).code, 0);
    assert.equal(run(['diff', '-', '-'], { input: '' }).code, 2);
  });
});
