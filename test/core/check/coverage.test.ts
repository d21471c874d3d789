/** Tables against networks. */
import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { coverage, type Coverage } from '../../../src/core/check/coverage.js';
import { ncnn } from '../../../src/core/formats/ncnn.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tpuMlir } from '../../../src/core/formats/tpuMlir.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import type { Network } from '../../../src/core/network/network.js';
import { planWithNetwork } from '../../../src/core/transfer/plan.js';
import { cacheOf, calib } from '../support/tables.js';

const network: Network = readNetwork(
  utf8Bytes(`
  input: "data" input_dim: 1
  layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" }
  layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
  layer { name: "ip" type: "InnerProduct" bottom: "conv" top: "ip" }
`),
  'net.prototxt',
);

const CACHE = ['data: 3c010a14', '(Unnamed Layer* 0) [Convolution]_output: 3d000000', 'conv: 3c55b689', 'ip: 3d100000'];

function said({ findings }: Coverage): unknown[] {
  return findings.map(({ rule, severity, entry, line }) => [rule, severity, entry, line]);
}

function messages({ findings }: Coverage): string {
  return findings.map(({ message }) => message).join('\n');
}

describe('coverage by a network', () => {
  it('finds nothing where every tensor has its entry, in whatever order', () => {
    for (const lines of [CACHE, [...CACHE].reverse()]) {
      const { missing, unknown, findings, places } = coverage(cacheOf(...lines), network);
      assert.deepEqual([missing, unknown, findings], [[], [], []]);
      assert.deepEqual(
        Array.from(places?.order ?? []).sort((a, b) => a - b),
        lines.map((_, position) => position),
      );
      assert.deepEqual(
        places?.blobs,
        lines.map((line) => (line.startsWith('(Unnamed Layer* 0)') ? 'conv' : '')),
      );
    }
  });

  it('lists what is missing, with what TensorRT does, and what nothing asks for', () => {
    const result = coverage(cacheOf(...CACHE.slice(0, 3), 'stranger: 3f800000'), network);
    assert.deepEqual([result.missing, result.unknown], [['ip'], ['stranger']]);
    assert.deepEqual(
      said(result).filter((one) => !JSON.stringify(one).includes('drift')),
      [
        ['missing-entry', 'warning', null, null],
        ['unknown-entry', 'info', 'stranger', 5],
      ],
    );
    assert.match(messages(result), /without INT8/);
  });

  it('says first of a network that knows hardly any entry that it seems to be another one', () => {
    const strangers = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}: 3f800000`);
    const [first] = coverage(cacheOf(...strangers), network).findings;
    assert.deepEqual(
      [first?.rule, first?.message],
      ['other-network', "The network fits 0 of the table's 5 entries: is it another network?"],
    );
    const half = coverage(cacheOf(...CACHE, ...strangers), network).findings;
    assert.ok(half.every(({ rule }) => rule !== 'other-network'));
    const [warning] = planWithNetwork(cacheOf(...strangers), nvdla, network).warnings;
    assert.match(warning ?? '', /fits 0 of the table's 5 entries/);
  });

  it('of an NVDLA table goes by layers, and an absent one is an error', () => {
    const layers = { data: { scale: 1 }, conv: { scale: 1 }, relu: { scale: 1 } };
    const result = coverage(calib({ ...layers, '(Unnamed Layer* 0) [Convolution]_output': { scale: 1 } }), network);
    assert.deepEqual([result.missing, result.unknown], [['ip'], ['(Unnamed Layer* 0) [Convolution]_output']]);
    assert.match(messages(result), /nvdla_compiler aborts/);
    assert.equal(result.findings[0]?.severity, 'error');
    assert.deepEqual(coverage(calib({ ...layers, ip: { scale: 1 } }), network).findings, []);
  });

  it('of an ncnn table asks for quantized layers only, and speaks of no other tool', () => {
    const result = coverage(ncnn.read(utf8Bytes('conv_param_0 100.5\nip_param_0 10.5\nconv 63.5\n')), network);
    assert.deepEqual(result.missing, ['ip']);
    assert.doesNotMatch(messages(result), /nvdla|TensorRT/);
  });

  it('of a TPU-MLIR table speaks of no other tool', () => {
    const result = coverage(
      tpuMlir.read(utf8Bytes('# op_name threshold min max\ndata 1.0 -1.0 1.0\nconv 1.0 -1.0 1.0\n')),
      network,
    );
    assert.ok(result.missing.includes('ip'));
    assert.doesNotMatch(messages(result), /nvdla|TensorRT/);
  });

  it('tells when the numbering drifted', () => {
    const result = coverage(
      cacheOf('data: 3c010a14', '(Unnamed Layer* 3) [Convolution]_output: 3d000000', 'conv: 3c55b689', 'ip: 3d100000'),
      network,
    );
    assert.deepEqual(result.missing, []);
    assert.ok(
      said(result).some(
        (one) => JSON.stringify(one) === '["numbering-drift","warning","(Unnamed Layer* 3) [Convolution]_output",3]',
      ),
      JSON.stringify(said(result)),
    );
  });
});

describe('where a Caffe parser stops', () => {
  const stops = (layers: string, by: 'NVDLA' | 'TensorRT', inputs = 'input: "data"'): string[] => {
    const table = by === 'NVDLA' ? calib({ data: { scale: 1 } }) : cacheOf('data: 3c010a14');
    const { findings } = coverage(table, readNetwork(utf8Bytes(`${inputs}\n${layers}`), 'net.prototxt'));
    const stopping = findings.filter(({ rule }) => rule === 'parser-stops');
    assert.ok(stopping.every(({ severity }) => severity === 'error'));
    return stopping.map(({ message }) => /stops at "(\w+)"/.exec(message)?.[1] ?? message);
  };
  const layer = (name: string, type: string, bottoms: string[], top: string, rest = ''): string =>
    `layer { name: "${name}" type: "${type}" ${bottoms.map((blob) => `bottom: "${blob}"`).join(' ')} top: "${top}" ${rest} }\n`;

  const both: [string, string][] = [
    ['a type that it does not know', layer('bad', 'Python', ['data'], 'x')],
    ['three inputs of an Eltwise', layer('bad', 'Eltwise', ['data', 'data', 'data'], 'x')],
    ['an input that is written over in place', layer('bad', 'ReLU', ['data'], 'data')],
    ['the same under another name', layer('f', 'Flatten', ['data'], 'flat') + layer('bad', 'ReLU', ['flat'], 'flat')],
    [
      'a later input',
      layer('c', 'Convolution', ['data'], 'x') +
        'layer { name: "i" type: "Input" top: "x" }\n' +
        layer('bad', 'Scale', ['x'], 'x'),
    ],
  ];
  for (const [what, layers] of both)
    it(`at ${what}: both`, () => {
      assert.deepEqual(stops(layers, 'NVDLA'), ['bad']);
      assert.deepEqual(stops(layers, 'TensorRT'), ['bad']);
    });

  const nvdlaOnly: [string, string][] = [
    ['a Power with a shift', layer('bad', 'Power', ['data'], 'x', 'power_param { shift: -1.5 }')],
    ['a grouped Deconvolution', layer('bad', 'Deconvolution', ['data'], 'x', 'convolution_param { group: 2 }')],
    ['a PReLU', layer('bad', 'PReLU', ['data'], 'x')],
  ];
  for (const [what, layers] of nvdlaOnly)
    it(`at ${what}: NVDLA's only`, () => {
      assert.deepEqual(stops(layers, 'NVDLA'), ['bad']);
      assert.deepEqual(stops(layers, 'TensorRT'), []);
    });

  it('at what reads a second input field: NVDLA knows the first only', () =>
    assert.deepEqual(stops(layer('bad', 'Eltwise', ['data', 'info'], 'x'), 'NVDLA', 'input: "data" input: "info"'), [
      'bad',
    ]));

  it('nowhere in ordinary layers', () => {
    const layers = [
      layer('c', 'Convolution', ['data'], 'x', 'convolution_param { group: 2 }'),
      layer('r', 'ReLU', ['x'], 'x'),
      layer('p', 'Power', ['x'], 'y', 'power_param { scale: 2 shift: 0 }'),
      layer('d', 'Deconvolution', ['y'], 'z', 'convolution_param { group: 1 }'),
      layer('e', 'Eltwise', ['z', 'y'], 'e'),
    ].join('');
    assert.deepEqual([stops(layers, 'NVDLA'), stops(layers, 'TensorRT')], [[], []]);
  });
});
