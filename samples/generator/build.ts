/** What a TensorRT build of the digits network left: its log, and the layers of its engine. */
import { cacheText, type Tensor } from './tensor.js';

const TENSORS: readonly Tensor[] = [
  { name: 'data', scale: 1 / 127 },
  { name: '/conv1/Conv_output_0', scale: 0.0481 },
  { name: '/relu1/Relu_output_0', scale: 0.0466 },
  { name: '/pool1/MaxPool_output_0', scale: 0.0466 },
  { name: '/conv2/Conv_output_0', scale: 0.0703 },
  { name: '/relu2/Relu_output_0', scale: 0.0641 },
  { name: '/old/Add_output_0', scale: 0.125 },
];

/** The cache that the build was given, the log that it wrote, and what the engine inspector says. */
export function buildSamples(): [string, string][] {
  return [
    ['build/digits.cache', cacheText('TRT-8601-EntropyCalibration2', TENSORS)],
    ['build/digits-build.log', log()],
    ['build/digits-layers.json', `${JSON.stringify(layers(), null, 2)}\n`],
  ];
}

/** The scale of one tensor is another table's, one entry is of no tensor, and one tensor has no entry. */
function log(): string {
  const scales = TENSORS.slice(0, -1).map(({ name, scale }) => {
    const printed = Number((name === '/conv2/Conv_output_0' ? scale * 1.5 : Math.fround(scale)).toPrecision(6));
    return `[V] [TRT] INT8 Inference Tensor scales and zero-points: ${name} scale and zero-point Quantization(scale: {${printed},}, zero-point: {0,})`;
  });
  const lines = [
    '[I] === Build Options ===',
    '[I] Precision: FP32+INT8',
    '[I] Calibration: digits.cache',
    '[I] [TRT] Reading Calibration Cache for calibrator: EntropyCalibration2',
    ...scales,
    '[V] [TRT] Rejecting some int8 implementation of layer /fc1/Gemm due to missing int8 scales for tensor /fc1/Gemm_output_0 at output index 0',
    '[W] [TRT] Missing scale and zero-point for tensor /fc1/Gemm_output_0, expect fall back to non-int8 implementation for any layer consuming or producing given tensor',
    '[I] Engine built in 9.1 sec.',
  ];
  return [
    '&&&& RUNNING TensorRT.trtexec [TensorRT v8601] # trtexec --onnx=digits.onnx --int8 --calib=digits.cache --verbose',
    ...lines.map((line) => `[03/01/2024-12:00:00] ${line}`),
    '&&&& PASSED TensorRT.trtexec [TensorRT v8601]',
    '',
  ].join('\n');
}

function layers(): object {
  const int8 = 'Thirty-two wide channel vectorized row major Int8 format';
  const float = 'Row major linear FP32';
  const end = (name: string, format: string): object => ({
    Name: name,
    Location: 'Device',
    Dimensions: [1, 8, 14, 14],
    'Format/Datatype': format,
  });
  const conv = (id: number, from: string, to: string, output: string): object => ({
    Name: `/conv${id}/Conv + /relu${id}/Relu`,
    LayerType: 'CaskConvolution',
    Inputs: [end(from, int8)],
    Outputs: [end(to, output)],
    Weights: { Type: 'Int8', Count: 200 * id },
    Metadata: `[ONNX Layer: /conv${id}/Conv]\u001e[ONNX Layer: /relu${id}/Relu]`,
  });
  return {
    Layers: [
      {
        Name: 'Reformatting CopyNode for Input Tensor 0',
        LayerType: 'Reformat',
        Inputs: [end('data', float)],
        Outputs: [end('Reformatted Input Tensor 0 to /conv1/Conv + /relu1/Relu', int8)],
        Origin: 'REFORMAT',
      },
      conv(1, 'Reformatted Input Tensor 0 to /conv1/Conv + /relu1/Relu', '/relu1/Relu_output_0', int8),
      {
        Name: '/pool1/MaxPool',
        LayerType: 'CaskPooling',
        Inputs: [end('/relu1/Relu_output_0', int8)],
        Outputs: [end('/pool1/MaxPool_output_0', int8)],
      },
      conv(2, '/pool1/MaxPool_output_0', '/relu2/Relu_output_0', float),
      {
        Name: '/fc1/Gemm',
        LayerType: 'MatrixMultiply',
        Inputs: [end('/relu2/Relu_output_0', float)],
        Outputs: [end('prob', float)],
        Weights: { Type: 'Float', Count: 7840 },
      },
    ],
    Bindings: ['data', 'prob'],
  };
}
