/** A ResNet-34 as it would stand in a Caffe prototxt, with the chains of in-place layers that make names tricky. */
import { CaffeNetwork, type Layer } from './caffe.js';
import type { Random } from './random.js';
import { INPUT_SCALE, PROBABILITY_SCALE } from './tensor.js';

/** Blocks and channels of each stage. */
const STAGES = [
  [3, 64],
  [4, 128],
  [6, 256],
  [3, 512],
] as const;

export function resnet34(): CaffeNetwork {
  const net = new CaffeNetwork('ResNet-34', 'data', [1, 3, 224, 224]);
  convolution(net, 'conv1', 'data', 'num_output: 64 kernel_size: 7 stride: 2 pad: 3');
  net.addInPlace('ReLU', 'conv1_relu', 'conv1');
  let blob = net.add('Pooling', 'pool1', ['conv1'], ['pooling_param { pool: MAX kernel_size: 3 stride: 2 }']);
  STAGES.forEach(([blocks, channels], stage) => {
    for (let block = 0; block < blocks; block++) blob = basicBlock(net, blob, stage + 2, block, channels);
  });
  net.add('Pooling', 'pool5', [blob], ['pooling_param { pool: AVE kernel_size: 7 stride: 1 }']);
  net.add('InnerProduct', 'fc1000', ['pool5'], ['inner_product_param { num_output: 1000 }']);
  net.add('Softmax', 'prob', ['fc1000']);
  return net;
}

/** Two convolutions and a shortcut, summed; the first block of a stage halves the image and needs a projection. */
function basicBlock(net: CaffeNetwork, input: string, stage: number, block: number, channels: number): string {
  const id = `${stage}${String.fromCharCode(97 + block)}`;
  const stride = block === 0 && stage > 2 ? 2 : 1;
  const shortcut =
    stride === 1
      ? input
      : convolution(
          net,
          `res${id}_branch1`,
          input,
          `num_output: ${channels} kernel_size: 1 stride: 2 bias_term: false`,
        );
  const first = convolution(
    net,
    `res${id}_branch2a`,
    input,
    `num_output: ${channels} kernel_size: 3 stride: ${stride} pad: 1 bias_term: false`,
  );
  net.addInPlace('ReLU', `res${id}_branch2a_relu`, first);
  const second = convolution(
    net,
    `res${id}_branch2b`,
    first,
    `num_output: ${channels} kernel_size: 3 stride: 1 pad: 1 bias_term: false`,
  );
  const sum = net.add('Eltwise', `res${id}`, [shortcut, second], ['eltwise_param { operation: SUM }']);
  return net.addInPlace('ReLU', `res${id}_relu`, sum);
}

/** Convolution, BatchNorm and Scale, all writing one blob. */
function convolution(net: CaffeNetwork, name: string, input: string, parameters: string): string {
  net.add('Convolution', name, [input], [`convolution_param { ${parameters} }`]);
  const suffix = name.replace(/^res/, '');
  net.addInPlace('BatchNorm', `bn_${suffix}`, name, ['batch_norm_param { use_global_stats: true }']);
  return net.addInPlace('Scale', `scale_${suffix}`, name, ['scale_param { bias_term: true }']);
}

/** A plausible scale for what each layer writes, in the order of the layers. */
export function activationScales(net: CaffeNetwork, random: Random): number[] {
  const ofBlob = new Map([[net.input, INPUT_SCALE]]);
  return net.layers.map((layer) => {
    const scale = scaleOf(
      layer,
      layer.bottoms.map((bottom) => ofBlob.get(bottom) ?? NaN),
      random,
    );
    ofBlob.set(layer.top, scale);
    return scale;
  });
}

function scaleOf({ type }: Layer, [input = NaN, other = NaN]: readonly number[], random: Random): number {
  switch (type) {
    case 'Convolution':
      return random.logNormal(0.06, 0.5);
    case 'BatchNorm':
      return random.logNormal(0.035, 0.3);
    case 'Scale':
      return random.logNormal(0.05, 0.4);
    // A ReLU cuts the negative half off: its range is its input's, unless the larger half was the negative one.
    case 'ReLU':
      return random.chance(0.6) ? input : input * random.between(0.55, 0.95);
    case 'Pooling':
      return input;
    case 'Eltwise':
      return Math.hypot(input, other) * random.between(0.8, 1.1);
    case 'InnerProduct':
      return random.logNormal(0.2, 0.2);
    case 'Softmax':
      return PROBABILITY_SCALE;
  }
}
