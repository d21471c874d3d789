/** Pairs of entries and tensors, by hand: what is sure, what is in doubt, what is left out. */
import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { writePlan } from '../../../src/core/transfer/convert.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { matchLayers, matchTensors } from '../../../src/core/naming/match.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import type { Network } from '../../../src/core/network/network.js';
import { planWithNetwork } from '../../../src/core/transfer/plan.js';
import { node, onnxModel } from '../support/onnxModel.js';
import { cacheOf, calib, HEADER, textOf } from '../support/tables.js';

/** Layers as `name Type bottom top`. */
function caffe(...layers: string[]): Network {
  const text = layers.map((line) => {
    const [name, type, bottom, top] = line.split(' ');
    return `layer { name: "${name}" type: "${type}" bottom: "${bottom}" top: "${top}" }`;
  });
  return readNetwork(utf8Bytes(`input: "data"\n${text.join('\n')}`), 'net.prototxt');
}

/** Each pair as `tensor <- entry (rule)`, with a question mark when in doubt. */
function pairs(entries: readonly string[], network: Network): string[] {
  const { names, matches } = matchTensors(entries, network);
  return names.tensors.map(({ name }, i) => {
    const match = matches[i];
    return match
      ? `${name} <- ${entries[match.entry]} (${match.rule})${match.doubt === null ? '' : '?'}`
      : `${name} <-`;
  });
}

const CHAIN = ['c Convolution data c', 'b BatchNorm c c', 's Scale c c', 'r ReLU c c'];
const CHAIN_CACHE = [
  'data',
  '(Unnamed Layer* 0) [Convolution]_output',
  '(Unnamed Layer* 1) [Scale]_output',
  '(Unnamed Layer* 2) [Scale]_output',
  'c',
];

describe('entries of a cache and tensors of a Caffe network', () => {
  it('pair by name and number without a doubt where all agree, in any order', () => {
    for (const entries of [CHAIN_CACHE, [...CHAIN_CACHE].reverse()]) {
      assert.deepEqual(
        pairs(entries, caffe(...CHAIN)),
        CHAIN_CACHE.map((name) => `${name} <- ${name} (${name.startsWith('(') ? 'number' : 'name'})`),
      );
    }
  });

  it('spell types as they like', () => {
    const network = caffe('c Concat data c', 'p Softmax c c', 'q ReLU c c');
    const entries = ['data', '(Unnamed Layer* 0) [concatenation]_output', '(Unnamed Layer* 1) [Soft Max]_output', 'c'];
    assert.ok(
      pairs(entries, network).every((pair) => !pair.endsWith('?') && !pair.endsWith('<-')),
      pairs(entries, network).join('\n'),
    );
  });

  it('do not pair where the type does not fit the number', () => {
    const entries = [
      'data',
      '(Unnamed Layer* 0) [Pooling]_output',
      '(Unnamed Layer* 1) [Scale]_output',
      '(Unnamed Layer* 2) [Scale]_output',
      'c',
    ];
    const { matches, shifts, unknownEntries } = matchTensors(entries, caffe(...CHAIN));
    assert.equal(matches[1], null);
    assert.deepEqual(unknownEntries, [1]);
    assert.ok(shifts.some((sentence) => /^One numbered entry fits no layer/.test(sentence)));
    assert.ok(matches[4]?.doubt, "the name beside it may be another layer's");
  });

  it('are in doubt by name when the last writer of the blob was taken out', () => {
    const result = pairs(CHAIN_CACHE, caffe(...CHAIN.slice(0, 3)));
    assert.ok(result.includes('c <- c (name)?'), result.join('\n'));
    assert.equal(result[0], 'data <- data (name)');
  });

  it('are in doubt by name when a last writer was put in', () => {
    const result = pairs(CHAIN_CACHE, caffe(...CHAIN, 'n Power c c'));
    assert.ok(result.includes('c <- c (name)?'), result.join('\n'));
    assert.ok(result.includes('(Unnamed Layer* 3) [Activation]_output <-'));
  });

  it('may lack constants, which nobody calibrates', () => {
    const entries = ['data', '(Unnamed Layer* 0) [Convolution]_output', 'c'];
    assert.deepEqual(pairs(entries, caffe('c Convolution data c', 'p PReLU c c')), [
      'data <- data (name)',
      '(Unnamed Layer* 0) [Convolution]_output <- (Unnamed Layer* 0) [Convolution]_output (number)',
      '(Unnamed Layer* 1) [Constant]_output <-',
      'c <- c (name)',
    ]);
  });

  it('are in doubt where two tensors have one name: an input that is written over', () => {
    assert.deepEqual(pairs(['data', 'c'], caffe('s Scale data data', 'c Convolution data c')), [
      'data <- data (name)?',
      'data <- data (name)?',
      'c <- c (name)',
    ]);
  });

  it('of one name twice: the first counts, the other is told of', () => {
    assert.deepEqual(matchTensors(['data', 'data', 'c'], caffe('c Convolution data c')).unknownEntries, [1]);
  });

  it('of 4,000 unnamed layers are paired', () => {
    const layers = Array.from({ length: 4000 }, (_, i) =>
      i % 4 === 0 ? `c${i} Convolution data c${i}` : `s${i} Scale c${i - (i % 4)} c${i - (i % 4)}`,
    );
    const network = caffe(...layers);
    const entries = matchTensors([], network).names.tensors.map(({ name }) => name);
    assert.ok(
      matchTensors(
        entries.filter((name) => !name.startsWith('(Unnamed Layer* 7)')),
        network,
      ).matches.length > 4000,
    );
  });
});

describe('entries of an NVDLA table and layers', () => {
  it("pair by the layer's name; inputs by their blob", () => {
    const { names, matches, unknownEntries } = matchLayers(['c', 'data', 'stranger'], caffe(...CHAIN));
    assert.deepEqual(
      names.entries.map(({ name }, i) => [name, matches[i]?.entry]),
      [
        ['data', 1],
        ['c', 0],
        ['b', undefined],
        ['s', undefined],
        ['r', undefined],
      ],
    );
    assert.deepEqual(unknownEntries, [2]);
  });

  it("give back TensorRT's names, and list what nothing is known of", () => {
    const source = calib({
      data: { scale: 1 },
      c: { min: -254, max: 127 },
      b: { scale: 0.5 },
      r: { scale: 0.25 },
      x: { scale: 1 },
    });
    const { bytes, report } = writePlan(source, planWithNetwork(source, tensorrt, caffe(...CHAIN)), HEADER);
    assert.equal(
      textOf(bytes),
      `${HEADER}\ndata: 3f800000\n(Unnamed Layer* 0) [Convolution]_output: 40000000\n(Unnamed Layer* 1) [Scale]_output: 3f000000\nc: 3e800000\n`,
    );
    assert.deepEqual(
      [report.missing, report.dropped.map(({ name }) => name)],
      [['(Unnamed Layer* 2) [Scale]_output'], ['x']],
    );
  });

  it('that share a name are told of: one entry serves them all', () => {
    const plan = planWithNetwork(
      cacheOf('data: 3f800000', 'c: 3f000000', 'd: 3e800000'),
      nvdla,
      caffe('same Convolution data c', 'same ReLU c d'),
    );
    assert.deepEqual(plan.rows.names, ['data', 'same']);
    assert.ok(plan.warnings.some((warning) => warning.includes('"same"')));
  });

  it("of several top-level inputs only the first is written, with a word on NVDLA's parser", () => {
    const network = readNetwork(
      utf8Bytes('input: "a" input: "b" layer { name: "e" type: "Eltwise" bottom: "a" bottom: "b" top: "e" }'),
      'n.prototxt',
    );
    const plan = planWithNetwork(cacheOf('a: 3f800000', 'b: 3f000000', 'e: 3e800000'), nvdla, network);
    assert.deepEqual(
      Array.from(plan.rows, ({ name, source }) => [name, source?.kind]),
      [
        ['a', 'entry'],
        ['e', 'entry'],
      ],
    );
    assert.ok(plan.warnings.some((warning) => warning.includes('first "input" name')));
  });
});

describe('entries of a cache and tensors of an ONNX network', () => {
  const network = readNetwork(
    onnxModel({
      input: [{ name: 'x' }],
      node: [
        node('Conv', ['x'], ['a']),
        node('Relu', ['a'], ['b']),
        node('Conv', ['b'], ['c']),
        node('Conv', ['c'], ['d']),
      ],
    }),
    'm.onnx',
  );

  it('pair by name; numbered ones by type and order, in doubt', () => {
    assert.deepEqual(
      pairs(
        [
          'x',
          '(Unnamed Layer* 7) [Convolution]_output',
          'b',
          '(Unnamed Layer* 9) [Convolution]_output',
          '(Unnamed Layer* 9) [Pooling]_output',
        ],
        network,
      ),
      [
        'x <- x (name)',
        'a <- (Unnamed Layer* 7) [Convolution]_output (type and order)?',
        'b <- b (name)',
        'c <- (Unnamed Layer* 9) [Convolution]_output (type and order)?',
        'd <-',
      ],
    );
  });
});
