import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HEADER, jsonOf, run, runs, samples, Workspace } from './support.js';

interface Checked {
  file: string;
  format: string;
  findings: { rule: string; severity: string; line: number }[];
  missing: string[];
  unknown: string[];
}
interface Sarif {
  version: string;
  runs: { results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
}

describe('check', () => {
  const workspace = new Workspace();

  it('exits with 0 for clean tables and for mere notes', () => {
    assert.match(
      runs(0, 'check', join(samples, 'resnet34/resnet34-trt8601.cache')).stdout,
      /no findings \(162 entries\)/,
    );
    assert.match(runs(0, 'check', workspace.cache('a.cache', 'a: 3c010a1')).stdout, /info: .*\[hex-length\]/s);
  });

  it('exits with 1 for warnings and for errors', () => {
    assert.match(
      runs(1, 'check', workspace.cache('a.cache', 'a: 0')).stdout,
      /a\.cache:2: warning: a: .* \[zero-scale\]/,
    );
    assert.match(
      runs(1, 'check', workspace.cache('b.cache', 'a: 7f800000')).stdout,
      /b\.cache:2: error: .*\n.*1 error/,
    );
  });

  it('--json has an object for each file', () => {
    const files = [workspace.cache('a.cache', 'a: 0'), join(samples, 'resnet34/resnet34-calib.json')];
    const checked = jsonOf<Checked[]>(1, 'check', ...files, '--json');
    assert.deepEqual(
      checked.map(({ file, format }) => [file, format]),
      [
        [files[0], 'tensorrt'],
        [files[1], 'nvdla'],
      ],
    );
    assert.deepEqual(
      checked[0]?.findings.map(({ rule, severity, line }) => [rule, severity, line]),
      [['zero-scale', 'warning', 2]],
    );
    assert.deepEqual(Object.keys(checked[1] ?? {}), ['file', 'format', 'findings', 'missing', 'unknown']);
    assert.deepEqual([checked[1]?.missing, checked[1]?.unknown], [[], []]);
  });

  it('--sarif is a log with the same findings, and relative paths as relative URIs', () => {
    workspace.cache('a b.cache', 'a: 0', 'b: 7f800000');
    const { stdout, code } = run(['check', 'a b.cache', '--sarif'], { cwd: workspace.folder });
    const log = JSON.parse(stdout) as Sarif;
    assert.deepEqual([code, log.version], [1, '2.1.0']);
    assert.deepEqual(
      log.runs[0]?.results.map(({ ruleId }) => ruleId),
      ['zero-scale', 'non-finite-scale'],
    );
    assert.equal(log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, 'a%20b.cache');
  });

  it('--rule turns rules off and changes their severity, and with it the exit code', () => {
    const file = workspace.cache('a.cache', 'a: 0', 'b: 3c010a1');
    assert.doesNotMatch(runs(0, 'check', file, '--rule', 'zero-scale=off').stdout, /zero-scale/);
    runs(0, 'check', file, '--rule', 'zero-scale=info');
    assert.match(
      runs(1, 'check', file, '--rule', 'zero-scale=off', '--rule', 'hex-length=error').stdout,
      /error: .*\[hex-length\]/,
    );
    for (const wrong of ['nope=off', 'zero-scale=loud', 'zero-scale', '=off']) runs(2, 'check', file, '--rule', wrong);
  });

  it('goes on after a file that it can not read, and exits with 2', () => {
    const result = runs(
      2,
      'check',
      join(samples, 'labels.cache'),
      workspace.cache('a.cache', 'a: 0'),
      workspace.path('missing.cache'),
      '--json',
    );
    assert.match(result.stderr, /labels\.cache: .*label cache/);
    assert.match(result.stderr, /missing\.cache: no such file/);
    assert.deepEqual(
      (JSON.parse(result.stdout) as Checked[]).map(({ format }) => format),
      ['tensorrt'],
    );
  });

  it('escapes control characters of names', () => {
    assert.doesNotMatch(runs(1, 'check', workspace.cache('a.cache', 'a\u001b[31m: 0')).stdout, /\u001b/);
  });

  it('reads standard input', () => {
    const { code, stdout } = run(['check', '-'], { input: `${HEADER}\na: 0\n` });
    assert.equal(code, 1);
    assert.match(stdout, /^<stdin>:2: warning/);
  });
});

describe('check --fix', () => {
  const workspace = new Workspace();

  it('writes what is certain, says so, and leaves every other byte', () => {
    const file = workspace.file('a.cache', `\ufeff${HEADER}\r\n\r\na: C010A14 \r\nodd line\r\nb: 0\r\n`);
    if (process.platform !== 'win32') chmodSync(file, 0o600);
    const { stdout, stderr } = runs(1, 'check', file, '--fix');
    assert.equal(workspace.text('a.cache'), `\ufeff${HEADER}\r\n\r\na: 0C010A14 \r\nodd line\r\nb: 0\r\n`);
    assert.match(stderr, /a\.cache:3: fixed: .*\[hex-length\]/);
    assert.doesNotMatch(stdout, /hex-length/);
    assert.match(stdout, /unreadable-line/);
    assert.deepEqual(workspace.files(), ['a.cache']);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('fixes NVDLA tables too', () => {
    workspace.file('calib.json', '{ "a": { "min": -12.7, "max": 1 }, "b": { "scale": "0.5" } }');
    runs(0, 'check', workspace.path('calib.json'), '--fix');
    assert.equal(
      workspace.text('calib.json'),
      `{ "a": { "scale": ${12.7 / 127}, "min": -12.7, "max": 1 }, "b": { "scale": 0.5 } }`,
    );
  });

  it('does not touch a file without anything to fix, or with its rule off', () => {
    const clean = workspace.cache('a.cache', 'a: 0');
    const before = statSync(clean).mtimeMs;
    runs(1, 'check', clean, '--fix');
    assert.equal(statSync(clean).mtimeMs, before);
    const short = workspace.cache('b.cache', 'a: 3c010a1');
    runs(0, 'check', short, '--fix', '--rule', 'hex-length=off');
    assert.equal(readFileSync(short, 'utf8'), `${HEADER}\na: 3c010a1\n`);
  });

  it('has nothing to do with standard input', () => {
    assert.equal(run(['check', '-', '--fix'], { input: `${HEADER}\na: c0\n` }).code, 2);
  });

  it('passes over what is no table on request, and still fails for what can not be read', () => {
    const other = workspace.file('pip.cache', 'nothing of ours\n');
    const table = workspace.cache('a.cache', 'a: 3c010a14');
    assert.equal(run(['check', other, table]).code, 2);
    const { stdout, stderr } = runs(0, 'check', '--skip-others', other, table);
    assert.match(stderr, /^skipped: .*pip\.cache: this is no calibration table/m);
    assert.match(stdout, /a\.cache: no findings/);
    assert.equal(run(['check', '--skip-others', workspace.path('gone.cache')]).code, 2);
  });

  it('finds what lies beyond limits, and says how to write them', () => {
    const table = workspace.cache('limits.cache', 'a/softmax: 3f800000', 'b: 3f000000');
    const { code, stdout } = run(['check', table, '--limit', '*softmax=..1', '--limit', 'b=0.1..100']);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /a\/softmax: The range ±127 is above 1, the limit that you set for "\*softmax"\. \[range-above\]/,
    );
    assert.doesNotMatch(stdout, /range-below/);
    for (const wrong of ['b', 'b=1', '=1..2', 'b=..', 'b=x..2', 'b=-1..'])
      assert.match(run(['check', table, '--limit', wrong]).stderr, /Write it like/, wrong);
  });

  it('takes patterns for files', () => {
    mkdirSync(workspace.path('models/deep'), { recursive: true });
    for (const name of ['models/a.cache', 'models/deep/b.cache', 'models/deep/c.calib'])
      workspace.cache(name, 'a: 3c010a14');
    const checked = (pattern: string): string[] =>
      jsonOf<Checked[]>(0, 'check', '--json', workspace.path(pattern)).map(({ file }) =>
        file.slice(workspace.folder.length + 1),
      );
    assert.deepEqual(checked('models/*.cache'), ['models/a.cache']);
    assert.deepEqual(checked('models/**/*.{cache,calib}'), [
      'models/a.cache',
      'models/deep/b.cache',
      'models/deep/c.calib',
    ]);
    assert.deepEqual(checked('m*/d??p/[ab].cache'), ['models/deep/b.cache']);
    workspace.cache('odd[1].cache', 'a: 3c010a14');
    assert.deepEqual(checked('odd[1].cache'), ['odd[1].cache'], 'a file of that very name');
    assert.match(runs(2, 'check', workspace.path('models/*.nothing')).stderr, /no file has such a name/);
  });
});
