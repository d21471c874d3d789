import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { networkNames } from '../../../src/core/naming/match.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import { NetworkError } from '../../../src/core/network/network.js';
import { node, onnxModel, withBrokenNames } from '../support/onnxModel.js';

const TYPE = { tensor_type: { elem_type: 1 } };

describe('reading an ONNX model', () => {
  const graph = {
    name: 'main',
    input: [{ name: 'image', type: TYPE }, { name: 'w1', type: TYPE }, { name: 'größe' }],
    initializer: [
      { name: 'w1', dims: [2], data_type: 1, float_data: [1, 2] },
      { name: 'w2', raw_data: Buffer.from([1, 2, 3, 4]) },
    ],
    node: [
      node('Conv', ['image', 'w1', ''], ['conv'], { attribute: [{ name: 'pads', ints: [1, 1], type: 7 }] }),
      node('Constant', [], ['shape'], {
        attribute: [{ name: 'value', t: { name: 'ignored', int64_data: [1, -1] }, type: 4 }],
      }),
      node('Relu', ['conv'], ['relu'], { name: '' }),
      node('Split', ['relu'], ['', 'right'], { name: '' }),
      node('If', ['größe'], ['out'], {
        attribute: [
          { name: 'then_branch', g: { name: 'inner', node: [node('Add', ['relu', 'w2'], ['inside'])] }, type: 5 },
        ],
      }),
    ],
    output: [{ name: 'out' }],
    value_info: [{ name: 'conv', type: TYPE }],
  };
  const net = readNetwork(onnxModel(graph), 'model.onnx');

  it('finds the inputs, weights left out', () =>
    assert.deepEqual([net.kind, net.name, net.inputs], ['onnx', 'main', ['image', 'größe']]));

  it('finds the nodes of the main graph with what they read and write, constants apart', () => {
    assert.deepEqual(
      net.layers.map(({ name, type, bottoms, tops }) => [name, type, bottoms, tops]),
      [
        ['Conv_conv', 'Conv', ['image', 'w1'], ['conv']],
        ['', 'Relu', ['conv'], ['relu']],
        ['', 'Split', ['relu'], ['right']],
        ['If_out', 'If', ['größe'], ['out']],
      ],
    );
    assert.deepEqual([...net.constants].sort(), ['shape', 'w1', 'w2']);
  });

  it('gives tensors their own names, and unnamed nodes those of their outputs', () => {
    const { tensors, entries } = networkNames(net);
    assert.deepEqual(
      tensors.map(({ name }) => name),
      ['image', 'größe', 'conv', 'relu', 'right', 'out'],
    );
    assert.deepEqual(
      entries.map(({ name, tensor, reads }) => [name, tensor, reads]),
      [
        ['image', 0, []],
        ['größe', 1, []],
        ['Conv_conv', 2, [0]],
        ['relu', 3, [2]],
        ['right', 4, [3]],
        ['If_out', 5, [1]],
      ],
    );
  });

  it('knows a model by its bytes, whatever it is called', () =>
    assert.equal(readNetwork(onnxModel(graph), 'deploy.prototxt').kind, 'onnx'));

  it('needs no weights that lie in other files', () => {
    const external = {
      name: 'w',
      data_location: 1,
      external_data: [
        { key: 'location', value: 'weights.bin' },
        { key: 'length', value: '99' },
      ],
    };
    const read = readNetwork(
      onnxModel({ node: [node('Conv', ['x', 'w'], ['y'])], input: [{ name: 'x' }], initializer: [external] }),
      'a.onnx',
    );
    assert.deepEqual([read.inputs, [...read.constants]], [['x'], ['w']]);
  });

  it('skips 200 MB of weights without a copy', function () {
    this.timeout(60000);
    const bytes = hugeModel(200);
    const before = process.memoryUsage();
    const read = readNetwork(bytes, 'huge.onnx');
    const after = process.memoryUsage();
    assert.deepEqual([read.layers.length, [...read.constants]], [1, ['w']]);
    const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    assert.ok(grown < 50e6, `${grown} bytes more`);
  });
});

/** A model with one weight of so many megabytes, written by hand so that the test makes no second copy of it. */
function hugeModel(megabytes: number): Uint8Array {
  const raw = megabytes * 1e6;
  const rest = Buffer.concat([field(1, onnxNode()), field(2, Buffer.from('g'))]);
  const weight = Buffer.concat([field(8, Buffer.from('w')), head(9, raw)]);
  const graph = Buffer.concat([rest, head(5, weight.length + raw), weight]);
  const start = head(7, graph.length + raw);
  const bytes = new Uint8Array(start.length + graph.length + raw);
  bytes.set(start);
  bytes.set(graph, start.length);
  return bytes;
}

function onnxNode(): Buffer {
  return Buffer.concat([
    field(1, Buffer.from('x')),
    field(1, Buffer.from('w')),
    field(2, Buffer.from('y')),
    field(4, Buffer.from('Conv')),
  ]);
}

function field(id: number, bytes: Buffer): Buffer {
  return Buffer.concat([head(id, bytes.length), bytes]);
}

/** Tag and length of a length-delimited field. */
function head(id: number, length: number): Buffer {
  const varint: number[] = [id * 8 + 2];
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    varint.push(rest >= 128 ? (rest % 128) + 128 : rest);
    if (rest < 128) return Buffer.from(varint);
  }
}

describe('names of a model that are no UTF-8', () => {
  const net = readNetwork(
    withBrokenNames(
      onnxModel({ node: [node('Relu', ['x'], ['a~']), node('Relu', ['a~'], ['a^'])], output: [{ name: 'a^' }] }),
    ),
    'm.onnx',
  );

  it('keep their bytes, apart from each other', () =>
    assert.deepEqual(
      net.layers.flatMap(({ tops }) => tops.map((name) => [...utf8Bytes(name)])),
      [
        [97, 0x80],
        [97, 0x81],
      ],
    ));
});

describe('what is no ONNX model', () => {
  const whole = onnxModel({
    node: [node('Conv', ['x'], ['y'])],
    initializer: [{ name: 'w', raw_data: Buffer.alloc(500) }],
  });
  const cases: [string, Uint8Array][] = [
    ['an empty file', new Uint8Array()],
    ['a prototxt', utf8Bytes('name: "net"\nlayer { name: "c" }\n')],
    ['a model that was cut off', whole.slice(0, whole.length - 100)],
    ['a model without nodes', onnxModel({ name: 'g' })],
    ['other bytes', Uint8Array.from({ length: 64 }, (_, i) => 255 - i)],
    ['a page that a server sent instead', utf8Bytes('<!DOCTYPE html><html></html>')],
    ['a git-lfs pointer', utf8Bytes('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n')],
  ];
  for (const [what, bytes] of cases) {
    it(`is refused with the file and a reason: ${what}`, () =>
      assert.throws(
        () => readNetwork(bytes, 'm.onnx'),
        (error) => {
          assert.ok(error instanceof NetworkError && error.file === 'm.onnx' && error.reason !== '', String(error));
          return true;
        },
      ));
  }

  it('as a prototxt is refused too: binary bytes', () => {
    assert.throws(() => readNetwork(Uint8Array.from([200, 201, 10, 255, 254, 123]), 'm.prototxt'), NetworkError);
  });
});
