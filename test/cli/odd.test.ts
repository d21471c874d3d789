/** Tables that hold nothing, words for numbers, and what is said of a header. */
import assert from 'node:assert/strict';
import { HEADER, jsonOf, runs, Workspace } from './support.js';

interface Checked {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly line: number | null }[];
}

describe('a table without entries at the command line', () => {
  const workspace = new Workspace();

  it('is an error, and is not converted', () => {
    const file = workspace.cache('empty.cache');
    const [checked] = jsonOf<Checked[]>(1, 'check', file, '--json');
    assert.deepEqual(
      checked?.findings.map(({ rule, severity, line }) => [rule, severity, line]),
      [['no-entries', 'error', null]],
    );
    const { stderr } = runs(2, 'convert', file, '--to', 'nvdla', '-o', workspace.path('out.json'));
    assert.match(stderr, /empty\.cache: The table has no entries: nothing was calibrated\./);
    assert.deepEqual(workspace.files(), ['empty.cache']);
  });
});

describe('an NVDLA table with Infinity at the command line', () => {
  const workspace = new Workspace();
  const TEXT = '{"a": {"scale": 0.5}, "b": {"scale": Infinity, "min": -2.5, "max": 2.5}}\n';

  it('is left as it is by --fix', () => {
    const file = workspace.file('calib.json', TEXT);
    runs(1, 'check', file, '--fix');
    assert.equal(workspace.text('calib.json'), TEXT);
  });

  it('has the word replaced by a merge', () => {
    const file = workspace.file('calib.json', TEXT);
    const other = workspace.file('other.json', TEXT.replace('Infinity', '0.25'));
    runs(0, 'merge', file, other, '--take', 'b', '-o', workspace.path('out.json'));
    assert.equal(workspace.text('out.json'), TEXT.replace('Infinity', '0.25'));
  });
});

describe('what is said of a header', () => {
  const workspace = new Workspace();

  it('tells of an only table that it is bound to no machine, and which TensorRT takes it', () => {
    const file = workspace.cache('a.cache', 'a: 3c010a14');
    const { stderr, stdout } = runs(0, 'check', file);
    assert.match(stderr, /bound to no machine.*\(documented\)/);
    assert.match(stderr, /TensorRT 8 takes it.*8\.6\.1.*\(inferred\)/);
    assert.doesNotMatch(stdout, /note:/);
    assert.equal(runs(0, 'check', file, workspace.cache('b.cache', 'a: 3c010a14')).stderr, '');
    assert.equal(runs(0, 'check', file, '--json').stderr, '');
  });

  it('tells where the algorithm changes that the scales stay those of the old one', () => {
    const file = workspace.cache('a.cache', 'a: 3c010a14');
    const convert = (algorithm: string): string =>
      runs(0, 'convert', file, '--to', 'tensorrt', '--algorithm', algorithm, '-o', workspace.path(`${algorithm}.cache`))
        .stderr;
    assert.match(
      convert('MinMaxCalibration'),
      /made by EntropyCalibration2 and stay as they are; the header will say MinMax/,
    );
    assert.doesNotMatch(convert('EntropyCalibration2'), /stay as they are/);
    assert.ok(
      workspace.text('MinMaxCalibration.cache').startsWith(HEADER.replace('EntropyCalibration2', 'MinMaxCalibration')),
    );
  });
});

describe('what a conversion leaves behind', () => {
  const workspace = new Workspace();

  it('is listed by section', () => {
    const file = workspace.file(
      'a.cali_table',
      '# op_name    threshold    min    max\nconv 1.5 0.0 1.5\n#int4_th\nconv 1.0 0.0 1.0\n',
    );
    const { stderr } = runs(0, 'convert', file, '--to', 'tensorrt-ranges', '-o', workspace.path('a.txt'));
    assert.match(stderr, /lost: The section "int4_th" \(2 lines\)\./);
  });

  it('does not say that TensorRT takes a table of an algorithm that it does not have', () => {
    const file = workspace.file('a.cache', 'TRT-8601-PercentileCalibration\na: 3c010a14\n');
    assert.doesNotMatch(runs(1, 'check', file).stderr, /TensorRT 8 takes it/);
  });
});
