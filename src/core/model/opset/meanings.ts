/** What happens to an operator's meaning from opset 9 to 13. */
import { integerAttribute } from '../attributes.js';
import type { ModelNode, OnnxModel } from '../model.js';
import { REWRITES, type Rewrite } from './rewrites.js';
import { t } from '../../texts/translate.js';

/** Operators that mean the same in opset 9 and in 13: their versions in between only took in more types, or negative axes. */
const UNCHANGED = new Set(
  (
    'Conv ConvTranspose Gemm MatMul BatchNormalization InstanceNormalization LRN LpNormalization ' +
    'MaxPool AveragePool GlobalMaxPool GlobalAveragePool LpPool GlobalLpPool MaxRoiPool ' +
    'Relu LeakyRelu PRelu Elu Selu Celu Sigmoid HardSigmoid Tanh Softplus Softsign ThresholdedRelu Erf ' +
    'Add Sub Mul Div Mod Pow Sqrt Exp Log Neg Abs Reciprocal Ceil Floor Round Sign Sin Cos Tan Sum Max Min Mean ' +
    'Equal Less Greater LessOrEqual GreaterOrEqual Not And Or Xor Where ' +
    'Concat Reshape Transpose Flatten Gather Shape Size Cast Constant ConstantOfShape Identity Expand Tile ' +
    'DepthToSpace SpaceToDepth ReduceMean ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 If Loop Scan ' +
    'QuantizeLinear DequantizeLinear'
  ).split(' '),
);

/** They took all axes from theirs on together before opset 13, and take one from there on. */
const FLATTENING = new Set(['Softmax', 'LogSoftmax', 'Hardmax']);

/** How an operator is written under opset 13: a rewrite, null where it stays as it is, or a sentence why it can't. */
export function meaningOf(model: OnnxModel, node: ModelNode): Rewrite | string | null {
  const { op } = node;
  const known = REWRITES[op];
  if (known) return model.opset < known.since ? known.rewrite(model, node) : null;
  if (UNCHANGED.has(op)) return null;
  if (op === 'Resize') return model.opset >= 11 ? null : t`means something else from opset 11 on`;
  if (FLATTENING.has(op)) return flattening(model, node);
  return t`may mean something else there`;
}

/** On the last axis both ways are the same. */
function flattening(model: OnnxModel, node: ModelNode): string | null {
  const axis = integerAttribute(model.bytes, node, 'axis', 1);
  if (axis === -1) return null;
  const rank = rankOf(model, [...node.inputs, ...node.outputs]);
  if (rank === null) return t`works on axis ${axis}, and how many axes its tensor has is not declared`;
  return axis === rank - 1 ? null : t`works on axis ${axis} of ${rank}, not on the last one`;
}

/** Exporters that do not know a shape declare none, or one of no axes. */
function rankOf({ values, inputs, outputs }: OnnxModel, names: readonly string[]): number | null {
  return (
    [...values, ...inputs, ...outputs].find(({ name, rank }) => names.includes(name) && rank !== null && rank > 0)
      ?.rank ?? null
  );
}
