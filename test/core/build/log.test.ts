import assert from 'node:assert/strict';
import { logIn } from '../../../src/core/build/log/logReader.js';
import type { Build } from '../../../src/core/build/build.js';
import { PREFIXES, words } from './logWords.js';

function read(...lines: string[]): Build {
  return logIn(lines.join('\n')) ?? assert.fail('no log');
}

const scalesOf = ({ tensors }: Build): [string, number | null][] => tensors.map(({ name, scale }) => [name, scale]);

describe('a build log', () => {
  PREFIXES.forEach((prefix, i) =>
    it(`is read behind prefix ${i + 1}`, () => {
      const build = read(
        words.running(8601, 'trtexec --onnx=net.onnx --int8 --calib=net.cache --verbose'),
        prefix('I') + words.reading('EntropyCalibration2'),
        prefix('V') + words.scale('(Unnamed Layer* 3) [Constant]_output', 0.5, ''),
        prefix('V') + words.scale('scope::a, b: c scale and zero-point', 0.25),
        prefix('W') + words.missing('images'),
        prefix('V') + words.rejecting('conv 1 + relu', 'images'),
        prefix('W') + words.missingOld('input.1'),
        prefix('E') + words.notFound('fc'),
        prefix('W') + words.zero('dead'),
      );
      assert.equal(build.trtVersion, '8.6.1');
      assert.deepEqual(build.cache, { path: 'net.cache', state: 'accepted' });
      assert.equal(build.algorithm, 'EntropyCalibration2');
      assert.deepEqual(scalesOf(build), [
        ['(Unnamed Layer* 3) [Constant]_output', 0.5],
        ['scope::a, b: c scale and zero-point', 0.25],
      ]);
      assert.deepEqual(build.missing, [
        { name: 'images', layers: ['conv 1 + relu'] },
        { name: 'input.1', layers: [] },
        { name: 'fc', layers: [] },
      ]);
      assert.deepEqual(build.zero, ['dead']);
    }),
  );

  it('prints several scales for weights, which are no entries', () => {
    const line = words.scale('w', 0.5).replace('{0.5,}', '{0.5,0.25,}');
    assert.deepEqual(scalesOf(read(`[V] [TRT] ${line}`)), []);
  });

  it('is whole again where a report broke its lines', () => {
    const [before, after] = words.scale('x', 0.5).split(' zero-point Q');
    assert.deepEqual(scalesOf(read(`[V] [TRT] ${before}`, `zero-point Q${after}`)), [['x', 0.5]]);
  });

  it('ends a sentence in brackets where the name ends', () => {
    const { missing } = read(`[TensorRT] ERROR: Misc Error (${words.notFound('softmax0 (copy)')})`);
    assert.deepEqual(missing, [{ name: 'softmax0 (copy)', layers: [] }]);
  });

  it('tells which inputs of a Concat took its scale, on one line or two', () => {
    const one = words.assigning('boxes', 'cat', 4);
    const [first, second] = words.assigning('scores', 'cat', 4).split(' using ');
    const build = read(`[V] [TRT] ${one}`, `[V] [TRT] ${first} `, `[V] [TRT] using ${second}`);
    assert.deepEqual(
      [...build.overridden],
      [
        ['boxes', { by: 'cat', scale: 4 }],
        ['scores', { by: 'cat', scale: 4 }],
      ],
    );
  });

  it('reads infinities as C++ prints them', () => {
    const { ranges } = read('[V] [TRT] Setting dynamic range for a to [-inf,inf]');
    assert.deepEqual(ranges, [{ name: 'a', low: -Infinity, high: Infinity }]);
  });

  for (const [state, lines] of [
    ['refused', [words.reading('EntropyCalibration2'), words.refused]],
    ['refused', ['Calibration failure occurred with no scaling factors detected.']],
    ['not-read', ['Starting Calibration.']],
    ['not-read', ['[I] Calibration: Dynamic']],
    ['accepted', [words.reading('MinMaxCalibration')]],
    ['unknown', [words.missing('x')]],
  ] as const)
    it(`says of the cache: ${state} (${lines.join('; ')})`, () =>
      assert.equal(read(...lines.map((line) => `[I] [TRT] ${line}`)).cache.state, state));

  it('knows the layers of the last list, in the words of 7 to 8.4', () => {
    const { layers, tensors } = read(
      '[V] [TRT] Engine Layer Information:',
      'Layer(Scale): calibration, Tactic: 0, x[Float(3,8,8)] -> y[Float(3,8,8)]',
      '[V] [TRT] Engine Layer Information:',
      'Layer(CaskConvolution): conv1 + relu, Tactic: 0x5b, data (copy)[Int8(1,3,8,8)], bias[Float(1)] -> conv1[Int8(1,16,8,8)]',
      'Layer(DLA): {ForeignNode[a...b]}, Tactic: 3, conv1[Int8(1,16,8,8)] -> out[Half(1,16,8,8)]',
    );
    assert.deepEqual(
      layers.map(({ name, type, input, output, device, reads }) => [name, type, input, output, device, reads]),
      [
        ['conv1 + relu', 'CaskConvolution', 'fp32', 'int8', 'GPU', ['data (copy)', 'bias']],
        ['{ForeignNode[a...b]}', 'DLA', 'int8', 'fp16', 'DLA', ['conv1']],
      ],
    );
    assert.deepEqual(
      tensors.map(({ name, datatype }) => [name, datatype]),
      [
        ['data (copy)', 'int8'],
        ['bias', 'fp32'],
        ['conv1', 'int8'],
        ['out', 'fp16'],
      ],
    );
  });

  it('knows the layers in the words of 8.5 and later', () => {
    const { layers } = read(
      '[V] [TRT] Engine Layer Information:',
      'Layer(CaskConvolution): /c/Conv + /r/Relu, Tactic: 0x5b8b, images (Int8[1,3,8,8]) -> /r/Relu_output_0 (Half[1,16,8,8])',
    );
    assert.deepEqual(
      layers.map(({ name, input, output, writes }) => [name, input, output, writes]),
      [['/c/Conv + /r/Relu', 'int8', 'fp16', ['/r/Relu_output_0']]],
    );
  });

  it('without a word of TensorRT is none', () =>
    assert.equal(logIn('hello\nLayer(x): y, a[Int8(1)] -> b[Int8(1)]'), null));
});
