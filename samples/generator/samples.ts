/** Every sample file: its path below `samples/` and its content. */
import { Detector, fullNames, numericNames, pathNames, type Node } from './detector.js';
import { buildSamples } from './build.js';
import { formatSamples } from './formats.js';
import { BROKEN_CACHE, BROKEN_CALIB_JSON, CAMERA_CALIB_JSON, LEGACY_HEADER, labelCache } from './oddities.js';
import { Random } from './random.js';
import { valueSamples } from './values.js';
import { activationScales, resnet34 } from './resnet.js';
import { INPUT_SCALE, cacheText, nvdlaText, recalibrated, type Tensor } from './tensor.js';

/** Makes all files; the same ones every time. */
export function makeSamples(): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ...resnetSamples(new Random(34)),
    ...detectorSamples(new Random(22)),
    ...formatSamples(new Random(10)),
    ...valueSamples(new Random(12)),
    ...buildSamples(),
    ['broken.cache', BROKEN_CACHE],
    ['broken-calib.json', BROKEN_CALIB_JSON],
    ['labels.cache', labelCache()],
    ['camera/calib.json', CAMERA_CALIB_JSON],
  ]);
}

function resnetSamples(random: Random): [string, string][] {
  const net = resnet34();
  const scales = activationScales(net, random);
  const table = (names: readonly string[], values: readonly number[]): Tensor[] => [
    { name: net.input, scale: INPUT_SCALE },
    ...names.map((name, i) => ({ name, scale: values[i] ?? NaN })),
  ];
  const names = net.tensorrtNames();
  const newer = recalibrated(scales, random);
  const legacy = table(names, recalibrated(newer, random));
  const onnx = legacy.filter(({ name }) => !/\[(Convolution|Scale)\]/.test(name));
  return [
    ['resnet34/resnet34.prototxt', net.prototxt()],
    ['resnet34/resnet34-trt7203.cache', cacheText('TRT-7203-EntropyCalibration2', table(names, scales))],
    ['resnet34/resnet34-trt8601.cache', cacheText('TRT-8601-EntropyCalibration2', table(names, newer))],
    ['resnet34/resnet34-trt100100.cache', cacheText('TRT-100100-EntropyCalibration2', onnx.map(asOnnx))],
    ['resnet34/resnet34-legacy.cache', cacheText(LEGACY_HEADER, random.shuffled(legacy))],
    [
      'resnet34/resnet34-calib.json',
      nvdlaText(
        table(
          net.layers.map(({ name }) => name),
          scales,
        ),
      ),
    ],
  ];
}

/** What an ONNX export, its BatchNorm folded into the convolutions, calls a Caffe tensor. */
function asOnnx({ name, scale }: Tensor): Tensor {
  if (name === 'data' || name === 'prob') return { name, scale };
  const sum = /^\(Unnamed Layer\* (\d+)\)/.exec(name)?.[1];
  const path = sum === undefined ? `/${name.replace('_', '/')}/${operatorOf(name)}` : `/Add_${sum}`;
  return { name: `${path}_output_0`, scale };
}

function operatorOf(name: string): string {
  if (name.startsWith('pool')) return name === 'pool1' ? 'MaxPool' : 'GlobalAveragePool';
  if (name.startsWith('fc')) return 'Gemm';
  return name.endsWith('branch1') || name.endsWith('branch2b') ? 'Conv' : 'Relu';
}

function detectorSamples(random: Random): [string, string][] {
  const old = new Detector(random).nodes;
  const newer = recalibratedNodes(old, random);
  return [
    ['detector/detector-trt7203.cache', cacheText('TRT-7203-EntropyCalibration2', numericNames(old))],
    ['detector/detector-trt8601.cache', cacheText('TRT-8601-MinMaxCalibration', pathNames(newer))],
    [
      'detector/detector-trt100100.cache',
      cacheText('TRT-100100-MinMaxCalibration', fullNames(recalibratedNodes(newer, random), random)),
    ],
  ];
}

function recalibratedNodes(nodes: readonly Node[], random: Random): Node[] {
  const scales = recalibrated(
    nodes.map(({ scale }) => scale),
    random,
  );
  return nodes.map((node, i) => (node.operator === 'Constant' ? node : { ...node, scale: scales[i] ?? node.scale }));
}
