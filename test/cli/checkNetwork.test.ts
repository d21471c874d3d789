/** Checks against a network or a build log. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, onnxModel } from '../core/support/onnxModel.js';
import { jsonOf, run, runs, samples, Workspace } from './support.js';

interface Checked {
  missing: string[];
  unknown: string[];
  findings: { rule: string; severity: string; entry: string | null; line: number | null; message: string }[];
}

const network = join(samples, 'resnet34/resnet34.prototxt');
const cache = join(samples, 'resnet34/resnet34-trt8601.cache');

/** The lines of the sample cache but for those that begin like this. */
function without(...beginnings: string[]): string {
  return readFileSync(cache, 'utf8')
    .split('\n')
    .filter((line) => !beginnings.some((beginning) => line.startsWith(beginning)))
    .join('\n');
}

describe('check --network', () => {
  const workspace = new Workspace();

  function check(table: string, yardstick: string, code = 1): Checked {
    const [checked] = jsonOf<Checked[]>(code, 'check', table, '--network', yardstick, '--json');
    return checked ?? assert.fail('nothing was checked');
  }

  it('finds nothing where nothing is wrong', () => {
    const { missing, unknown, findings } = check(cache, network, 0);
    assert.deepEqual([missing, unknown, findings], [[], [], []]);
  });

  it('names what the network needs, and what it does not know', () => {
    const table = workspace.file('short.cache', `${without('prob:')}stranger: 3c010a14\n`);
    const { missing, unknown, findings } = check(table, network);
    assert.deepEqual([missing, unknown], [['prob'], ['stranger']]);
    assert.deepEqual(
      findings.map(({ rule, severity, entry, line }) => [rule, severity, entry, line]),
      [
        ['missing-entry', 'warning', null, null],
        ['unknown-entry', 'info', 'stranger', 163],
      ],
    );
  });

  it('lets rules be set for it, and keeps the lists', () => {
    const table = workspace.file('short.cache', without('prob:'));
    const [checked] = jsonOf<Checked[]>(
      0,
      'check',
      table,
      '--network',
      network,
      '--rule',
      'missing-entry=off',
      '--json',
    );
    assert.deepEqual([checked?.findings, checked?.missing], [[], ['prob']]);
  });

  it('of an NVDLA table tells that the compiler aborts', () => {
    const table = workspace.file('calib.json', '{ "data": { "scale": 0.5 } }');
    const net = workspace.file(
      'net.prototxt',
      'input: "data" input_dim: 1\nlayer { name: "c" type: "Convolution" bottom: "data" top: "c" }\n',
    );
    assert.match(
      runs(1, 'check', table, '--network', net).stdout,
      /calib\.json: error: .*"c".*nvdla_compiler aborts.*\[missing-entry\]/,
    );
  });

  it('takes an ONNX network', () => {
    const model = onnxModel({
      name: 'net',
      input: [{ name: 'x' }],
      node: [node('Relu', ['x'], ['y:0']), node('Sigmoid', ['y:0'], ['z'])],
    });
    const { missing, unknown } = check(
      workspace.cache('a.cache', 'x: 3c010a14', 'y:0: 3c010a14', 'q: 3c010a14'),
      workspace.file('net.onnx', model),
    );
    assert.deepEqual([missing, unknown], [['z'], ['q']]);
  });

  it('has sarif for it', () => {
    const table = workspace.file('short.cache', without('prob:'));
    assert.match(runs(1, 'check', table, '--network', network, '--sarif').stdout, /"missing-entry"/);
  });
});

describe('check --network with a build log', () => {
  const workspace = new Workspace();
  const lines = [
    '&&&& RUNNING TensorRT.trtexec [TensorRT v8601] # trtexec --onnx=a.onnx --int8 --calib=a.cache --verbose',
    '[08/21/2023-15:24:58] [V] [TRT] Setting dynamic range for a to [-1,1]',
    '[08/21/2023-15:24:58] [V] [TRT] Setting dynamic range for b:0 to [-2.5,2.5]',
    '[08/21/2023-15:24:59] [W] [TRT] Missing scale and zero-point for tensor (Unnamed Layer* 3) [Constant]_output, expect fall back to non-int8 implementation for any layer consuming or producing given tensor',
  ];

  function check(log: string | Uint8Array): Checked {
    const table = workspace.cache('a.cache', 'a: 3c010204', 'b:0: 3c010204', 'c: 3c010204');
    const [checked] = jsonOf<Checked[]>(1, 'check', table, '--network', workspace.file('build.log', log), '--json');
    return checked ?? assert.fail('nothing was checked');
  }

  it('tells what the build lacked, what it never used, and what it took from elsewhere', () => {
    const { missing, unknown, findings } = check(lines.join('\n'));
    assert.deepEqual([missing, unknown], [['(Unnamed Layer* 3) [Constant]_output'], ['c']]);
    assert.deepEqual(
      findings.map(({ rule, entry, line }) => [rule, entry, line]),
      [
        ['missing-entry', null, null],
        ['log-range-differs', 'b:0', 3],
        ['unknown-entry', 'c', 4],
      ],
    );
  });

  it('reads logs of Windows: CRLF, and UTF-16 as PowerShell writes it', () => {
    const text = lines.join('\r\n');
    assert.deepEqual(check(text).unknown, ['c']);
    assert.deepEqual(check(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])).unknown, ['c']);
  });

  it('tells when the table was refused', () => {
    const { findings } = check(
      '[E] [TRT] 1: Unexpected exception: Calibration table does not match calibrator algorithm type.',
    );
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['cache-refused', 'error']],
    );
  });

  it('says what it takes when a file is neither network nor log', () => {
    const { stderr } = runs(2, 'check', cache, '--network', workspace.file('notes.txt', 'hello'));
    assert.match(stderr, /notes\.txt: .*no Caffe network\. Nor is it the log of a build/);
  });

  it('comes from standard input too, if no table does', () => {
    assert.equal(run(['check', cache, '--network', '-'], { input: lines.join('\n') }).code, 1);
    assert.match(run(['check', '-', '--network', '-'], { input: lines.join('\n') }).stderr, /Only one input/);
  });
});
