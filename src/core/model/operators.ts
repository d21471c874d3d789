/** What the operators do to quantized values. */
import { isOp, type ModelNode } from './model.js';

/** They move values and do not change them: TensorRT moves a pair through them, so that they need none. */
const MOVING = [
  'MaxPool',
  'Reshape',
  'Flatten',
  'Transpose',
  'Squeeze',
  'Unsqueeze',
  'Identity',
  'Dropout',
  'Concat',
  'Slice',
  'Split',
  'Gather',
  'DepthToSpace',
  'SpaceToDepth',
  'Pad',
  'Expand',
  'Tile',
];

/** Operators with weights, and those whose weights stand on either side. */
const WEIGHTED = ['Conv', 'ConvTranspose', 'Gemm', 'MatMul'];

export function isMoving(node: ModelNode): boolean {
  return isOp(node, ...MOVING);
}

/** True for the operators that TensorRT runs in INT8 for their weights' sake. */
export function isWeighted(node: ModelNode): boolean {
  return isOp(node, ...WEIGHTED);
}

/**
 * Which input (from 0) of an operator with weights is the activation; null for other operators and for a MatMul of two
 * computed tensors.
 */
export function weightedInput(node: ModelNode, isConstant: (tensor: string) => boolean): number | null {
  if (!isWeighted(node)) return null;
  if (node.op !== 'MatMul') return 0;
  const [left = '', right = ''] = node.inputs;
  if (isConstant(left) === isConstant(right)) return isConstant(left) ? 0 : null;
  return isConstant(left) ? 1 : 0;
}
