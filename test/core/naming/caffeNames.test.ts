/** The four rules of TensorRT's Caffe parser, each by hand. */
import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { networkNames } from '../../../src/core/naming/match.js';
import type { NetworkNames } from '../../../src/core/naming/networkNames.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';

/** Layers as `name Type bottom,bottom > top,top`, with further fields behind a `|`. */
function names(...layers: string[]): NetworkNames {
  const text = layers.map((line) => {
    const [head = '', fields = ''] = line.split('|');
    const [, name, type, bottoms = '', tops = ''] = /^(\S+) (\S+) (\S*) > (\S*)/.exec(head) ?? [];
    const all = (field: string, list: string): string =>
      list
        .split(',')
        .filter(Boolean)
        .map((item) => `${field}: "${item}"`)
        .join(' ');
    return `layer { name: "${name}" type: "${type}" ${all('bottom', bottoms)} ${all('top', tops)} ${fields} }`;
  });
  return networkNames(readNetwork(utf8Bytes(`input: "data"\n${text.join('\n')}`), 'net.prototxt'));
}

function tensorNames(...layers: string[]): string[] {
  return names(...layers).tensors.map(({ name }) => name);
}

/** Each entry that NVDLA asks for, with the name under which TensorRT keeps it. */
function pairs(...layers: string[]): string[] {
  const { tensors, entries } = names(...layers);
  return entries.map(({ name, tensor }) => `${name} = ${tensors[tensor ?? -1]?.name}`);
}

describe('rule 1: order and inputs', () => {
  it("inputs have their blob's name and no number; layers count from 0", () => {
    const { tensors } = names('in Input  > image', 'c Convolution image > image2', 'r ReLU image2 > out');
    assert.deepEqual(
      tensors.map(({ name, number }) => [name, number]),
      [
        ['data', null],
        ['image', null],
        ['image2', 0],
        ['out', 1],
      ],
    );
  });

  it('a layer for testing only has no number', () => {
    assert.deepEqual(tensorNames('c Convolution data > c', 'acc Accuracy c > c | phase: TEST', 'r ReLU c > c'), [
      'data',
      '(Unnamed Layer* 0) [Convolution]_output',
      'c',
    ]);
  });
});

describe('rule 2: Dropout and Flatten', () => {
  it('add no layer and no entry; in place they change nothing', () => {
    assert.deepEqual(pairs('i InnerProduct data > i', 'd Dropout i > i', 'r ReLU i > i'), [
      'data = data',
      'i = (Unnamed Layer* 0) [Fully Connected]_output',
      'r = i',
    ]);
  });

  it('with a top of their own give one more name, and the last in byte order wins', () => {
    assert.deepEqual(pairs('i InnerProduct data > ip', 'd Dropout ip > drop', 's Softmax drop > prob'), [
      'data = data',
      'i = ip',
      's = prob',
    ]);
    assert.deepEqual(pairs('i InnerProduct data > ip', 'd Flatten ip > z', 'e Flatten z > flat'), [
      'data = data',
      'i = z',
    ]);
  });

  it('byte order is that of UTF-8: capitals before small letters, everything else behind', () => {
    const last = (a: string, b: string): string | undefined =>
      tensorNames(`c Convolution data > ${a}`, `f Flatten ${a} > ${b}`)[1];
    assert.equal(last('Z', 'a'), 'a');
    assert.equal(last('conv10', 'conv9'), 'conv9');
    assert.equal(last('conv', 'conv_flat'), 'conv_flat');
    assert.equal(last('z', 'ä'), 'ä');
    // By UTF-16 units the surrogates of the second would come first.
    assert.equal(last('\uff5e', '\u{1f600}'), '\u{1f600}');
  });

  it('a name that was given stays with the tensor when its first blob is written again', () => {
    assert.deepEqual(pairs('c Convolution data > x', 'd Dropout x > kept', 'r ReLU x > x'), [
      'data = data',
      'c = kept',
      'r = x',
    ]);
  });

  it('of an input can rename it', () =>
    assert.deepEqual(pairs('f Flatten data > flat', 'c Convolution flat > c'), ['flat = flat', 'c = c']));

  it("of an input gives NVDLA's entry the same name, if it sorts last", () => {
    assert.deepEqual(pairs('d Dropout data > flatdata', 'c Convolution flatdata > c'), [
      'flatdata = flatdata',
      'c = c',
    ]);
    assert.deepEqual(pairs('d Dropout data > a', 'c Convolution a > c'), ['data = data', 'c = c']);
  });
});

describe('rule 3: layers that become several, or have several tops', () => {
  it('PReLU is a Constant and the layer itself', () => {
    const { tensors } = names('c Convolution data > c', 'p PReLU c > p', 'r ReLU p > r');
    assert.deepEqual(
      tensors.map(({ number }) => number),
      [null, 0, 1, 2, 3],
    );
    assert.deepEqual(
      tensors.map(({ name }) => name),
      ['data', 'c', '(Unnamed Layer* 1) [Constant]_output', 'p', 'r'],
    );
  });

  const reductions: [string, string[]][] = [
    ['', ['r']],
    ['operation: MEAN coeff: 1', ['r']],
    ['operation: ASUM', ['(Unnamed Layer* 0) [Unary]_output', 'r']],
    ['operation: SUMSQ', ['(Unnamed Layer* 0) [ElementWise]_output', 'r']],
    ['coeff: 2', ['(Unnamed Layer* 0) [Reduce]_output', 'r']],
    ['operation: ASUM coeff: 0.5', ['(Unnamed Layer* 0) [Unary]_output', '(Unnamed Layer* 1) [Reduce]_output', 'r']],
  ];
  for (const [fields, expected] of reductions) {
    it(`Reduction { ${fields} } is ${expected.length}`, () => {
      const all = names(`r Reduction data > r | reduction_param { ${fields} }`, 'next ReLU r > next');
      assert.deepEqual(
        all.tensors.map(({ name }) => name),
        ['data', ...expected, 'next'],
      );
      assert.equal(all.tensors.at(-1)?.number, expected.length);
      assert.equal(all.entries[1]?.tensor, expected.length);
    });
  }

  it('detector layers are one plugin, whose outputs all count; of others only the first top does', () => {
    const { tensors } = names(
      'd DetectionOutput data > boxes,count',
      'p Pooling data > pool,mask',
      'n Normalize data > norm',
    );
    assert.deepEqual(
      tensors.map(({ name, number }) => [name, number]),
      [
        ['data', null],
        ['boxes', 0],
        ['count', 0],
        ['pool', 1],
        ['norm', 2],
      ],
    );
  });

  it('a type that no parser knows is a plugin whose every top counts; unnamed ones count from 1', () => {
    assert.deepEqual(tensorNames('s Slice data > a,b', 'r ReLU a > a', 't ReLU b > b', 'p Python b > p'), [
      'data',
      '(Unnamed Layer* 0) [PluginV2]_output_1',
      '(Unnamed Layer* 0) [PluginV2]_output_2',
      'a',
      'b',
      'p',
    ]);
  });

  it('SoftmaxWithLoss is a SoftMax', () =>
    assert.equal(names('s SoftmaxWithLoss data,label > loss').tensors[1]?.type, 'SoftMax'));
});

describe('several inputs', () => {
  const net = (text: string): NetworkNames => networkNames(readNetwork(utf8Bytes(text), 'net.prototxt'));
  const CONV = 'layer { name: "c" type: "Convolution" bottom: "data" top: "x" }';

  it('an Input layer takes the name of its blob from the layer that wrote it before', () => {
    const { tensors, entries } = net(
      `input: "data" ${CONV} layer { name: "in" type: "Input" top: "x" } layer { name: "r" type: "ReLU" bottom: "x" top: "y" }`,
    );
    assert.deepEqual(
      tensors.map(({ name }) => name),
      ['data', '(Unnamed Layer* 0) [Convolution]_output', 'x', 'y'],
    );
    assert.deepEqual(
      entries.map(({ name, tensor }) => [name, tensor]),
      [
        ['data', 0],
        ['x', 2],
        ['c', 1],
        ['r', 3],
      ],
    );
  });

  it("of two input fields NVDLA's compiler asks for the first only, of two Input layers for both", () => {
    const asked = (text: string): string[] => net(text).entries.map(({ name }) => name);
    assert.deepEqual(asked(`input: "data" input: "info" ${CONV}`), ['data', 'c']);
    assert.deepEqual(asked(`layer { name: "i" type: "Input" top: "data" top: "info" } ${CONV}`), ['data', 'info', 'c']);
  });

  it('where a Flatten renames the first of two input fields, its own name is asked for, too: the other tensor keeps it', () => {
    const flat = 'layer { name: "f" type: "Flatten" bottom: "data" top: "flatdata" }';
    const { entries } = net(`input: "data" input: "info" ${flat} ${CONV}`);
    assert.deepEqual(
      entries.map(({ name, tensor }) => [name, tensor]),
      [
        ['data', 0],
        ['flatdata', 0],
        ['c', 2],
      ],
    );
  });
});

describe("rule 4: a blob's name belongs to its last writer", () => {
  it('in a chain in place, the earlier ones keep their numbers', () => {
    assert.deepEqual(
      pairs(
        'conv1 Convolution data > conv1',
        'bn BatchNorm conv1 > conv1',
        'sc Scale conv1 > conv1',
        're ReLU conv1 > conv1',
        'pool Pooling conv1 > pool',
      ),
      [
        'data = data',
        'conv1 = (Unnamed Layer* 0) [Convolution]_output',
        'bn = (Unnamed Layer* 1) [Scale]_output',
        'sc = (Unnamed Layer* 2) [Scale]_output',
        're = conv1',
        'pool = pool',
      ],
    );
  });

  it('also when other layers lie between, and when it is not written in place', () => {
    assert.deepEqual(
      pairs('a Convolution data > x', 'b Convolution data > y', 'c Pooling y > x', 'd Eltwise x,y > x'),
      [
        'data = data',
        'a = (Unnamed Layer* 0) [Convolution]_output',
        'b = y',
        'c = (Unnamed Layer* 2) [Pooling]_output',
        'd = x',
      ],
    );
  });

  it("types have TensorRT's words", () => {
    const words = [
      'Power > Scale',
      'Eltwise > ElementWise',
      'Concat > Concatenation',
      'Reshape > Shuffle',
      'Permute > Shuffle',
      'Crop > Padding',
      'TanH > Activation',
      'LRN > LRN',
      'Deconvolution > Deconvolution',
    ];
    for (const [type, word] of words.map((pair) => pair.split(' > ')))
      assert.equal(names(`l ${type} data > t`).tensors[1]?.type, word);
  });
});

describe('what NVDLA does not know', () => {
  it('is listed, each type once', () => {
    assert.deepEqual(
      names('p Permute data > a', 'q Permute a > b', 'c Convolution b > c', 'd Dropout c > d').unknownToNvdla,
      ['Permute'],
    );
  });
});
