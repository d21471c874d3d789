/** What a tensor's name tells by itself. */

const UNNAMED_LAYER = /^\(Unnamed Layer\* (\d+)\) \[([^\]]+)\]/;

/** A name that TensorRT made up for a tensor without one. */
export interface UnnamedLayer {
  /** The layer's number in the parsed network, from 0. */
  readonly number: number;
  /** TensorRT's word for its type, such as `Convolution`. */
  readonly type: string;
}

/** The parts of `(Unnamed Layer* 50) [Convolution]_output`, or null for any other name. */
export function unnamedLayer(name: string): UnnamedLayer | null {
  const match = UNNAMED_LAYER.exec(name);
  return match ? { number: Number(match[1]), type: match[2] ?? '' } : null;
}

/** Operators that exporters put at the end of a tensor's name (`/model.0/conv/Conv_output_0`, `Conv_3__output`, `…/BiasAdd`). */
const OPERATOR =
  /(?:^|[/_.])(Conv(?:2D|olution|Transpose)?|DepthwiseConv2dNative|Relu6?|LeakyRelu|PRelu|Sigmoid|Softmax|Tanh|Mul|Add(?:V2)?|Sub|Div|Concat(?:V2)?|Max_?Pool|Avg_?Pool|GlobalAveragePool|MatMul|Gemm|BiasAdd|FusedBatchNorm(?:V3)?|BatchNormalization|InstanceNormalization|Transpose|Reshape|Flatten|Resize|Upsample|Split|Slice|Pad|Mean|Squeeze|Unsqueeze|Clip|Constant)(?:_\d+)?(?:_{1,2}out(?:put)?)?(?:_\d+)?(?::\d+)?$/;

/** The layer type that a name tells: TensorRT's own for unnamed layers, else the exporter's operator; null where it tells none. */
export function layerTypeOf(name: string): string | null {
  return unnamedLayer(name)?.type ?? OPERATOR.exec(name)?.[1] ?? null;
}
