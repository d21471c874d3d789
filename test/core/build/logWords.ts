/** Build logs in the words of each age of TensorRT, made for tests. */

/** What stands before a message: trtexec's, Python's, DeepStream's, or nothing. */
export const PREFIXES: readonly ((level: 'V' | 'I' | 'W' | 'E') => string)[] = [
  (level) => `[01/02/2024-10:00:00] [${level}] [TRT] `,
  (level) => `[01/02/2024-10:00:00] [TRT] [${level}] `,
  (level) => `[TensorRT] ${{ V: 'VERBOSE', I: 'INFO', W: 'WARNING', E: 'ERROR' }[level]}: `,
  (level) => `[${level}] [TRT] `,
  () => 'INFO: [TRT]: ',
  () =>
    '0:00:05.160234 4211 0x5590 INFO nvinfer gstnvinfer.cpp:646:gst_nvinfer_logger:<primary_gie> NvDsInferContext[UID 1]: Info from NvDsInferContextImpl::buildModel() [UID = 1]: [TRT]: ',
  () => '[2022-11-08 06:01:58 WARNING] ',
  // Time stamps of several threads, glued in front of one message.
  (level) => `[01/02/2024-10:00:00] [${level}] [TRT] `.repeat(3),
];

export const words = {
  running: (number: number, command: string): string =>
    `&&&& RUNNING TensorRT.trtexec [TensorRT v${number}] # ${command}`,
  reading: (algorithm: string): string => `Reading Calibration Cache for calibrator: ${algorithm}`,
  /** `zero`: what stands in the braces of zero points, `0,` or nothing. */
  scale: (name: string, scale: number, zero = '0,'): string =>
    `INT8 Inference Tensor scales and zero-points: ${name} scale and zero-point Quantization(scale: {${printed(scale)},}, zero-point: {${zero}})`,
  missing: (name: string): string =>
    `Missing scale and zero-point for tensor ${name}, expect fall back to non-int8 implementation for any layer consuming or producing given tensor`,
  missingOld: (name: string): string =>
    `Missing dynamic range for tensor ${name}, expect fall back to non-int8 implementation for any layer consuming or producing given tensor`,
  notFound: (name: string): string => `Could not find scales for tensor ${name}.`,
  rejecting: (layer: string, tensor: string): string =>
    `Rejecting some int8 implementation of layer ${layer} due to missing int8 scales for tensor ${tensor} at input index 0`,
  zero: (name: string): string => `Tensor ${name} is uniformly zero; network calibration failed.`,
  assigning: (input: string, output: string, scale: number): string =>
    `Assigning ${input} scale and zero-point Quantization(scale: {1,}, zero-point: {0,}) using ${output} scale and zero-point Quantization(scale: {${printed(scale)},}, zero-point: {0,})`,
  refused: 'Calibration table does not match calibrator algorithm type.',
};

/** As C++ prints a float: six significant digits. */
export function printed(scale: number): string {
  return String(Number(scale.toPrecision(6)));
}
