/** Published tables of one network under two versions of TensorRT: what is known of each pair. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { corpus, jsonOf, needCorpus, runs } from './support.js';

interface Pair {
  old: string;
  new: string;
  oldIndex: number;
  newIndex: number;
  how: string;
  confidence: number;
  log2Ratio: number;
  status: string;
}
interface Shown {
  verdict: { reuse: string; kind: string; related: boolean; statements: { text: string; basis: string }[] };
  summary: Record<string, number>;
  pairs: Pair[];
  removed: { name: string; index: number }[];
  added: { name: string; index: number }[];
}

const pathOf = (name: string): string => join(corpus, name.includes('.') ? name : `${name}.cache`);

function diff(old: string, next: string): Shown {
  const shown = jsonOf<Shown>(0, 'diff', pathOf(old), pathOf(next), '--json');
  const standOnce = (indices: number[]): boolean =>
    new Set(indices).size === indices.length && indices.every((index) => index < indices.length);
  assert.ok(standOnce([...shown.pairs.map(({ oldIndex }) => oldIndex), ...shown.removed.map(({ index }) => index)]));
  assert.ok(standOnce([...shown.pairs.map(({ newIndex }) => newIndex), ...shown.added.map(({ index }) => index)]));
  return shown;
}

function text(old: string, next: string): string {
  return runs(0, 'diff', pathOf(old), pathOf(next)).stdout;
}

describe('diff, of published pairs', () => {
  before(needCorpus);

  it('ResNet-50, 6.0.1 to 7.2.0: the same names, small drift', () => {
    const { pairs, removed, added, summary } = diff('resnet50-trt6001', 'resnet50-trt7200');
    assert.deepEqual([pairs.length, removed, added, summary['changed'], summary['rounding']], [125, [], [], 19, 86]);
    assert.ok(pairs.every(({ how, confidence }) => how === 'same-name' && confidence >= 0.5));
    assert.ok((summary['largestChange'] ?? 1) <= 0.0531);
  });

  it('ResNet-50, 7.2.0 to 7.2.3: 122 of 125 renamed, all in order and equal', () => {
    const { pairs, removed, added, summary } = diff('resnet50-trt7200', 'resnet50-trt7203');
    assert.deepEqual([pairs.length, removed, added, summary['same']], [125, [], [], 125]);
    assert.ok(pairs.every(({ oldIndex, newIndex }) => oldIndex === newIndex));
    assert.equal(pairs.filter(({ how }) => how !== 'same-name').length, 122);
    const printed = text('resnet50-trt7200', 'resnet50-trt7203');
    assert.match(printed, /^Only header and names differ\. All scales are equal\.$/m);
    assert.match(printed, /^resnet_model\/Relu_0 +conv1_relu_out_0 +renamed +[01](\.\d+)?$/m);
  });

  it('ResNet-50, 7.2.3 to 8.0.1: two scales moved, by rounding', () => {
    const { changed, rounding } = diff('resnet50-trt7203', 'resnet50-trt8001').summary;
    assert.deepEqual([changed, rounding], [0, 2]);
  });

  it('ResNet-50, 8.0.1 to 10.1.0: one output dropped, and nothing else', () => {
    const { pairs, removed, added, summary } = diff('resnet50-trt8001', 'resnet50-trt100100');
    assert.deepEqual([pairs.length, removed.map(({ name }) => name), added], [124, ['topk_layer_output_index'], []]);
    assert.ok((summary['largestChange'] ?? 1) <= 0.0105);
  });

  it('ResNet-50 with CRLF: the same but for line ends', () => {
    assert.match(text('resnet50-trt7200', 'resnet50-trt7200-crlf'), /^The same but for line ends\.$/m);
    runs(0, 'diff', pathOf('resnet50-trt7200'), pathOf('resnet50-trt7200-crlf'), '--exit-code');
  });

  it('SSD MobileNet, 7.2.0 to 8.0.1: only header and order', () => {
    assert.match(text('ssd-mobilenet-trt7200', 'ssd-mobilenet-trt8001'), /^Only header and line order differ\.$/m);
  });

  for (const [old, next] of [
    ['ssd-mobilenet-trt6001', 'ssd-mobilenet-trt7200'],
    ['ssd-resnet34-trt6001', 'ssd-resnet34-trt7200'],
  ] as const) {
    it(`${old} to ${next}: no merged head is paired with confidence`, () => {
      const { pairs } = diff(old, next);
      const heads = pairs.filter((pair) => pair.old !== pair.new && pair.confidence >= 0.5 && pair.log2Ratio !== 0);
      assert.deepEqual(
        heads.filter((pair) => /BoxPredictor|\[Convolution\]/.test(pair.new)),
        [],
      );
    });
  }

  it('SSD ResNet-34: the constant is followed to its new number', () => {
    const pair = diff('ssd-resnet34-trt6001', 'ssd-resnet34-trt7200').pairs.find((one) =>
      one.old.startsWith('(Unnamed Layer* 131) [Constant]'),
    );
    assert.deepEqual(
      [pair?.new.replace(/_output.*/, ''), pair?.how, pair?.status],
      ['(Unnamed Layer* 137) [Constant]', 'renumbered', 'same'],
    );
  });

  it('RetinaNet, 8.4.2 to 8.6.0: 448 of 448, 225 renamed, all equal', () => {
    const { pairs, summary } = diff('retinanet-trt8402', 'retinanet-trt8600');
    assert.deepEqual([pairs.length, summary['same']], [448, 448]);
    assert.equal(pairs.filter(({ how }) => how !== 'same-name').length, 225);
  });

  it('3D-UNet, a to b: five renamed though far apart, one added', () => {
    const { pairs, removed, added } = diff('3d-unet-legacy-a', '3d-unet-legacy-b');
    const renamed = pairs.filter(({ how }) => how !== 'same-name');
    assert.deepEqual([renamed.length, removed.length, added.length], [5, 0, 1]);
    assert.ok(renamed.every((pair) => pair.new === pair.old.replace(/_out$/, '__output')));
  });

  it('3D-UNet, b to 8.2.1: numbered names that collide are no plain changes', () => {
    const { pairs } = diff('3d-unet-legacy-b', '3d-unet-trt8201-minmax');
    const far = pairs.filter((pair) => pair.how === 'same-name' && Math.abs(pair.log2Ratio) > 2);
    assert.ok(far.every(({ confidence }) => confidence < 0.5));
    assert.match(
      text('3d-unet-legacy-b', '3d-unet-trt8201-minmax'),
      /^Doubtful: .*\n.*\n.*same name, another tensor\?$/m,
    );
  });

  it('two networks are said to be two', () => {
    const { verdict, pairs } = diff('lenet-trt7202.table', 'retinanet-trt8600');
    assert.equal(verdict.related, false);
    assert.match(verdict.statements[0]?.text ?? '', /different networks/);
    assert.ok(pairs.every(({ confidence }) => confidence < 0.5));
  });
});
