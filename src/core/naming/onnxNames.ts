/** ONNX tensors keep their own names; the numbers of TensorRT's layers can't be told from the nodes. */
import { mapOf } from './mapOf.js';
import type { LayerEntry, NetworkNames, NetworkTensor } from './networkNames.js';
import type { Network, NetworkLayer } from '../network/network.js';

/** TensorRT's type words for operators; those that become several layers or none have no word here. */
const TRT_TYPES: ReadonlyMap<string, string> = mapOf({
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
});

/** Names of all tensors of an ONNX network: inputs, then node outputs in file order. */
export function onnxNames({ inputs, layers, calibrated }: Network): NetworkNames {
  const tensorOf = (name: string, type: string | null): NetworkTensor => {
    const special = calibrated.get(name);
    return { name, number: null, type, named: true, ...(special && { calibrated: special }) };
  };
  const tensors = inputs.map((name) => tensorOf(name, null));
  const entries: LayerEntry[] = inputs.map((name, tensor) => ({
    name,
    kind: 'input',
    tensor,
    reads: [],
    layerType: 'Input',
  }));
  const indices = new Map(inputs.map((name, tensor) => [name, tensor]));
  for (const layer of layers) {
    entries.push({
      name: entryName(layer),
      kind: 'layer',
      tensor: layer.tops.length > 0 ? tensors.length : null,
      reads: layer.bottoms.flatMap((name) => indices.get(name) ?? []),
      layerType: layer.type,
    });
    layer.tops.forEach((name, output) => indices.set(name, tensors.length + output));
    tensors.push(...layer.tops.map((name) => tensorOf(name, TRT_TYPES.get(layer.type) ?? layer.type)));
  }
  return { tensors, entries, unknownToNvdla: [] };
}

/** Nodes may be without a name; their first output stands for it. */
function entryName({ name, tops }: NetworkLayer): string {
  return name || (tops[0] ?? '');
}
