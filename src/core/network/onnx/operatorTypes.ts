/**
 * Which types an operator's outputs have, by those of its inputs: ONNX's operator specification, that of
 * onnxruntime's own operators, and TensorRT's detection plugins. What holds graphs is inferTypes.ts's part.
 */
import type { Attribute } from './schema.js';
import {
  BOOL,
  declaredType,
  FLOAT,
  INT32,
  INT64,
  STRING,
  tensorOf,
  UINT8,
  unwrapped,
  wrapped,
  type ValueType,
} from './valueType.js';

/** One use of an operator. */
export interface Call {
  readonly inputs: readonly (ValueType | undefined)[];
  readonly attribute: (name: string) => Attribute | undefined;
  /** Version of ONNX's own operator set. */
  readonly version: number;
}

type Types = readonly (ValueType | undefined)[];
/** Types of the outputs; the last one stands for all that follow. */
type Rule = (call: Call) => Types;

/** The type of the first of these inputs that is known. */
function like(...inputs: number[]): Rule {
  return (call) => [inputs.map((i) => call.inputs[i]).find((type) => type !== undefined)];
}
/** Elements that never vary. */
function always(...elements: number[]): Rule {
  const types = elements.map(tensorOf);
  return () => types;
}
/** The element type that an attribute names, else what `otherwise` says. */
function named(attribute: string, otherwise: Rule): Rule {
  return (call) => {
    const element = call.attribute(attribute)?.i ?? 0;
    return element > 0 ? [tensorOf(element)] : otherwise(call);
  };
}
/** The first output by one rule, the others by another. */
function then(first: Rule, ...others: Rule[]): Rule {
  return (call) => [first, ...others].map((rule) => rule(call)[0]);
}
/** Like any input of one type; of operators that take floating-point numbers only, that where none is known. */
const anyInput: Rule = ({ inputs }) => [inputs.find((type) => type !== undefined)];
const floating: Rule = (call) => [anyInput(call)[0] ?? tensorOf(FLOAT)];
const float: Rule = always(FLOAT);

/** Values of these attributes decide: the first that a call has. */
function byAttribute(choices: readonly (readonly [name: string, element: number])[], otherwise: Rule): Rule {
  return (call) => {
    const choice = choices.find(([name]) => call.attribute(name) !== undefined);
    return choice ? [tensorOf(choice[1])] : otherwise(call);
  };
}

const constant: Rule = (call) => {
  const tensor = call.attribute('value')?.t ?? call.attribute('sparse_value')?.sparseTensor?.values;
  if (tensor?.dataType) return [tensorOf(tensor.dataType)];
  return byAttribute(
    [
      ['value_float', FLOAT],
      ['value_floats', FLOAT],
      ['value_int', INT64],
      ['value_ints', INT64],
      ['value_string', STRING],
      ['value_strings', STRING],
    ],
    () => [undefined],
  )(call);
};

const constantOfShape: Rule = (call) => [tensorOf(call.attribute('value')?.t?.dataType || FLOAT)];
const labels = byAttribute(
  [
    ['classlabels_strings', STRING],
    ['classlabels_int64s', INT64],
    ['classlabels_ints', INT64],
  ],
  always(INT64),
);
const labelEncoder = byAttribute(
  [
    ['values_strings', STRING],
    ['values_int64s', INT64],
    ['values_floats', FLOAT],
  ],
  (call) => {
    const element = call.attribute('values_tensor')?.t?.dataType;
    if (element) return [tensorOf(element)];
    // The first version maps strings to numbers, and numbers to strings.
    return [tensorOf(call.inputs[0]?.element === STRING ? INT64 : STRING)];
  },
);
const optional: Rule = (call) => [wrapped(call.inputs[0] ?? declaredType(call.attribute('type')?.type))];
/** Before opset 10 the mask has the type of the data. */
const dropout: Rule = (call) => [call.inputs[0], call.version < 10 ? call.inputs[0] : tensorOf(BOOL)];
const sequence: Rule = (call) => [wrapped(anyInput(call)[0])];
const element: Rule = (call) => [unwrapped(call.inputs[0])];

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...each(always(INT64), 'Shape Size ArgMax ArgMin NonZero NonMaxSuppression SequenceLength'),
  ...each(
    always(BOOL),
    'Equal Greater GreaterOrEqual Less LessOrEqual And Or Xor Not IsNaN IsInf OptionalHasElement RegexFullMatch',
  ),
  ...each(always(INT32), 'ConvInteger MatMulInteger'),
  ...each(always(UINT8), 'ImageDecoder'),
  ...each(always(STRING), 'StringNormalizer StringConcat'),
  ...each(always(STRING, INT64), 'StringSplit'),
  ...each(
    float,
    'TfIdfVectorizer LinearRegressor SVMRegressor TreeEnsembleRegressor Normalizer Scaler OneHotEncoder FeatureVectorizer',
  ),
  ...each(then(labels, float), 'LinearClassifier SVMClassifier TreeEnsembleClassifier'),
  ...each(then(like(0), always(INT64)), 'TopK MaxPool Unique'),
  ...each(
    floating,
    'Conv ConvTranspose DeformConv Gemm MatMul BatchNormalization InstanceNormalization GroupNormalization LayerNormalization RMSNormalization LpNormalization LRN Sigmoid HardSigmoid HardSwish Softmax LogSoftmax Tanh Elu Selu Celu Gelu Mish Softplus Softsign LeakyRelu ThresholdedRelu PRelu AveragePool GlobalAveragePool GlobalMaxPool GlobalLpPool LpPool LSTM GRU RNN Erf Exp Log Sqrt Reciprocal',
  ),
  ...each(anyInput, 'Add Sub Mul Div Max Min Sum Mean Concat Mod Einsum BitwiseAnd BitwiseOr BitwiseXor Range'),
  ...each(like(1, 2), 'Where'),
  ...each(like(1), 'CastLike QLinearConcat'),
  ...each(like(2), 'OneHot QAttention MatMulIntegerToFloat DynamicQuantizeMatMul'),
  ...each(like(7), 'QLinearConv QLinearMatMul'),
  ...each((call) => [call.inputs[8] ?? tensorOf(FLOAT)], 'QGemm'),
  ...each(like(0, 2), 'ScatterElements ScatterND Scatter'),
  ...each(floating, 'Attention'),
  ...each(
    named('to', () => [undefined]),
    'Cast',
  ),
  ...each(named('dtype', float), 'RandomNormal RandomUniform'),
  ...each(named('dtype', like(0)), 'RandomNormalLike RandomUniformLike EyeLike Bernoulli'),
  ...each(named('dtype', always(INT32)), 'Multinomial'),
  ...each(named('output_datatype', float), 'HannWindow HammingWindow BlackmanWindow MelWeightMatrix'),
  ...each(
    named('output_dtype', (call) => [call.inputs[2] ?? tensorOf(UINT8)]),
    'QuantizeLinear',
  ),
  ...each(
    named('output_dtype', (call) => [call.inputs[1] ?? tensorOf(FLOAT)]),
    'DequantizeLinear',
  ),
  ...each(always(UINT8, FLOAT, UINT8), 'DynamicQuantizeLinear'),
  ...each(then(like(2, 3), always(INT32), like(2, 3)), 'EmbedLayerNormalization'),
  ...each(constant, 'Constant'),
  ...each(constantOfShape, 'ConstantOfShape'),
  ...each(dropout, 'Dropout'),
  ...each(labelEncoder, 'LabelEncoder CategoryMapper'),
  ...each(optional, 'Optional'),
  ...each(element, 'SequenceAt ConcatFromSequence OptionalGetElement'),
  ...each(sequence, 'SequenceConstruct'),
  ...each((call) => [wrapped(call.inputs[0])], 'SplitToSequence'),
  ...each((call) => [wrapped(named('dtype', float)(call)[0])], 'SequenceEmpty'),
  ...each(() => [{ element: 0, depth: 1 }], 'ZipMap CastMap'),
  ...each(always(INT32, FLOAT, FLOAT, INT32), 'EfficientNMS_TRT EfficientNMS_ONNX_TRT'),
  ...each(always(INT32, FLOAT, FLOAT, FLOAT), 'BatchedNMS_TRT BatchedNMSDynamic_TRT NMS_TRT'),
  // onnxruntime's own, all outputs of the first input's type; those of ONNX need no line for that.
  ...each(
    like(0),
    'BiasGelu FastGelu QuickGelu FusedConv NhwcFusedConv FusedGemm FusedMatMul MatMulNBits SkipLayerNormalization SimplifiedLayerNormalization SkipSimplifiedLayerNormalization MultiHeadAttention GroupQueryAttention RotaryEmbedding QLinearAdd QLinearMul QLinearSigmoid QLinearLeakyRelu QLinearAveragePool QLinearGlobalAveragePool QLinearSoftmax NhwcMaxPool',
  ),
]);

/** Domains of ONNX itself, where an operator that has no rule gives on the type of its first input. */
const OWN_DOMAINS: ReadonlySet<string> = new Set(['', 'ai.onnx', 'ai.onnx.ml', 'ai.onnx.preview.training']);

/** The type of each of `count` outputs; undefined where it can't be told. */
export function outputTypes(domain: string, operator: string, call: Call, count: number): Types {
  const rule = RULES.get(operator) ?? (OWN_DOMAINS.has(domain) ? like(0) : null);
  const types = rule?.(call) ?? [];
  return Array.from({ length: count }, (_, i) => types[Math.min(i, types.length - 1)]);
}

function each(rule: Rule, operators: string): [string, Rule][] {
  return operators.split(' ').map((operator) => [operator, rule]);
}
