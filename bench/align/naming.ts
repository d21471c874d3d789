/** How exporters and TensorRT name the tensors of a network: most names depend on what stands before them. */
import type { Layer, Operator } from './network.js';

/** The name of every layer's tensor. */
export type Scheme = (layers: readonly Layer[]) => string[];

const TENSORRT_TYPE: Readonly<Record<Operator, string>> = {
  Conv: 'Convolution',
  Relu: 'Activation',
  Add: 'ElementWise',
  MaxPool: 'Pooling',
  Reshape: 'Shuffle',
  Transpose: 'Shuffle',
  Concat: 'Concatenation',
  Sigmoid: 'Activation',
  Mul: 'ElementWise',
  Gemm: 'Matrix Multiply',
  Softmax: 'SoftMax',
};
/** Weights and shapes take numbers, too. */
const NUMBERS_TAKEN: Partial<Readonly<Record<Operator, number>>> = { Conv: 3, Gemm: 3, Reshape: 2 };

/** Names given by hand, as in Caffe: they belong to their layer, wherever it stands. */
export const describing: Scheme = (layers) => layers.map(({ block, role }) => `res${block}_${role}`);

/** As `describing`, but every fifth layer was left without a name. */
export const partlyUnnamed: Scheme = (layers) =>
  layers.map((layer, at) =>
    layer.id % 5 === 0
      ? `(Unnamed Layer* ${at}) [${TENSORRT_TYPE[layer.operator]}]_output`
      : `res${layer.block}_${layer.role}`,
  );

/** TensorRT's numbers for all. */
export const unnamed: Scheme = (layers) =>
  layers.map(({ operator }, at) => `(Unnamed Layer* ${at}) [${TENSORRT_TYPE[operator]}]_output`);

/** The numbers of an old PyTorch export, from some first one on. */
export const numbers =
  (first: number): Scheme =>
  (layers) => {
    let next = first;
    return layers.map(({ operator }) => String((next += NUMBERS_TAKEN[operator] ?? 1)));
  };

/** Operators with a running number, as tf2onnx writes them. */
export const operators =
  (pattern: (operator: string, number: number) => string): Scheme =>
  (layers) => {
    let next = 0;
    return layers.map(({ operator }) => pattern(operator, (next += NUMBERS_TAKEN[operator] ?? 1)));
  };

/** Module paths of a PyTorch export: blocks are numbered in their stage, so a new block renumbers those behind it. */
export const paths =
  (root: string): Scheme =>
  (layers) => {
    const blocks = new Map<number, number>();
    const counts = new Map<number, number>();
    return layers.map(({ stage, block, role, operator }) => {
      const place = blocks.get(block) ?? counts.get(stage) ?? 0;
      if (!blocks.has(block)) counts.set(stage, place + 1);
      blocks.set(block, place);
      return `${root}/layer${stage}/layer${stage}.${place}/${role}/${operator}_output_0`;
    });
  };

/** One long sequence of modules, as YOLO has it: `/model.12/conv0/Conv_output_0`; a new block renumbers all behind it. */
export const sequence: Scheme = (layers) => {
  const places = new Map<number, number>();
  return layers.map(({ block, role, operator }) => {
    const place = places.get(block) ?? places.size;
    places.set(block, place);
    return `/model.${place}/${role}/${operator}_output_0`;
  });
};

/** Another end of the names that have a certain one. */
export const withEnding =
  (scheme: Scheme, ending: string): Scheme =>
  (layers) =>
    scheme(layers).map((name) => `${name.replace(/_output_0$|_output$/, '')}${ending}`);
