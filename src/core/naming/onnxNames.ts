/** ONNX tensors keep their own names; the numbers of TensorRT's layers can't be told from the nodes. */
import type { LayerEntry, NetworkNames, NetworkTensor } from './networkNames.js';
import type { Network, NetworkLayer } from '../network/network.js';

/** TensorRT's type words for operators; those that become several layers or none have no word here. */
const TRT_TYPES: Readonly<Record<string, string>> = {
  Conv: 'Convolution',
  ConvTranspose: 'Deconvolution',
  Gemm: 'Fully Connected',
  MatMul: 'Matrix Multiply',
  BatchNormalization: 'Scale',
  Relu: 'Activation',
  Sigmoid: 'Activation',
  Tanh: 'Activation',
  LeakyRelu: 'Activation',
  Clip: 'Activation',
  MaxPool: 'Pooling',
  AveragePool: 'Pooling',
  GlobalAveragePool: 'Pooling',
  Softmax: 'SoftMax',
  Concat: 'Concatenation',
  LRN: 'LRN',
  Add: 'ElementWise',
  Sub: 'ElementWise',
  Mul: 'ElementWise',
  Div: 'ElementWise',
  Reshape: 'Shuffle',
  Transpose: 'Shuffle',
  Flatten: 'Shuffle',
  ReduceMean: 'Reduce',
  ReduceSum: 'Reduce',
  Slice: 'Slice',
  Resize: 'Resize',
};

/** Names of all tensors of an ONNX network: inputs, then node outputs in file order. */
export function onnxNames({ inputs, layers }: Network): NetworkNames {
  const tensors: NetworkTensor[] = inputs.map((name) => ({ name, number: null, type: null, named: true }));
  const entries: LayerEntry[] = inputs.map((name, tensor) => ({
    name,
    kind: 'input',
    tensor,
    reads: null,
    layerType: 'Input',
  }));
  const indices = new Map(inputs.map((name, tensor) => [name, tensor]));
  for (const layer of layers) {
    const [reads = null] = layer.bottoms.flatMap((name) => indices.get(name) ?? []);
    entries.push({
      name: entryName(layer),
      kind: 'layer',
      tensor: layer.tops.length > 0 ? tensors.length : null,
      reads,
      layerType: layer.type,
    });
    layer.tops.forEach((name, output) => indices.set(name, tensors.length + output));
    tensors.push(
      ...layer.tops.map((name) => ({ name, number: null, type: TRT_TYPES[layer.type] ?? layer.type, named: true })),
    );
  }
  return { tensors, entries, unknownToNvdla: [] };
}

/** Nodes may be without a name; their first output stands for it. */
function entryName({ name, tops }: NetworkLayer): string {
  return name || (tops[0] ?? '');
}
