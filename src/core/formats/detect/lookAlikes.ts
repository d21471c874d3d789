/**
 * Files of quantization tools that are no tables of TensorRT's kind, by what they hold: other tools' parameters under the
 * file names of tables, inputs for a calibration, lists of precisions. Each is told with what to do instead.
 */
import { share } from './sample.js';
import type { Sample } from '../format.js';
import type { ForeignKind } from './foreignKind.js';
import { t } from '../../texts/translate.js';

const EXPORT_FOR_TENSORRT = t`Export from MQBench with the backend Tensorrt: the file then has its ranges at "tensorrt.blob_range".`;

/** Known by a member of the root; the objects in it differ by the tool's backend. */
export const LOOK_ALIKE_JSON: readonly ForeignKind[] = [
  {
    id: 'marks',
    label: t`marks on tensors of a calibration table`,
    hint: t`The table is the file of the same name without ".marks.json".`,
    text: true,
    test: ({ json, fileName }) => fileName.endsWith('.marks.json') && holdsObject(json, 'marks'),
  },
  backend('ppl', t`MQBench parameters for ppl.nn`, t`Steps and zero points, asymmetric.`),
  backend('ppl-cuda', t`MQBench parameters for ppl.nn on CUDA`, t`Ranges for another backend.`),
  backend('vitis', t`MQBench parameters for Vitis AI`, t`Scales that are powers of two, for another backend.`),
  backend('sophgo_tpu', t`MQBench parameters for Sophgo TPUs`, t`TPU-MLIR reads a cali_table.`),
  backend('tpu', t`MQBench parameters for Sophgo TPUs`, t`TPU-MLIR reads a cali_table.`),
  {
    id: 'quant-info',
    label: t`PPQ's or ppl.nn's quantization parameters (quant_info)`,
    hint: t`They are asymmetric: a scale and a zero point a tensor. Export from PPQ for the platform TensorRT: the file then has its ranges at "act_quant_info".`,
    text: true,
    test: ({ json }) => holdsObject(json, 'quant_info'),
  },
  {
    id: 'ppq-native',
    label: t`PPQ's own quantization settings`,
    hint: t`Each value stands behind a hash. Export from PPQ for the platform TensorRT: the file then has its ranges at "act_quant_info".`,
    text: true,
    test: ({ json }) => holdsObject(json, 'configs') && holdsObject(json, 'dispatchings'),
  },
  {
    id: 'vitis-quant-info',
    label: t`Vitis AI's quant_info.json`,
    hint: t`Its scales are powers of two by node of a quantized PyTorch model: no tensor names of TensorRT or NVDLA match them.`,
    text: true,
    test: ({ json }) => holdsObject(json, 'param') && holdsObject(json, 'output') && holdsObject(json, 'input'),
  },
];

export const LOOK_ALIKE_TEXTS: readonly ForeignKind[] = [
  {
    id: 'ppq-weights',
    label: t`PPQ's weights for TensorRT (.wts)`,
    hint: t`Its hex numbers are weights, no scales: the ranges are in the JSON beside it (quantized.json).`,
    text: true,
    test: ({ lines }) => /^\d+\s*$/.test(lines[0] ?? '') && /^\S+ \d+( [0-9a-f]{1,8})+[ \0]*/i.test(lines[1] ?? ''),
  },
  {
    id: 'tengine-scales',
    label: t`Tengine scales`,
    hint: t`Each line is a name, a scale and a zero point; the same file name is used for int8 and uint8. Where all zero points are 0, the scales are those of a symmetric table.`,
    text: true,
    test: ({ lines }) => share(lines, (line) => /^\S.* \d+\.\d{6} \d{1,3}\s*$/.test(line)) >= 0.9,
  },
  {
    id: 'acuity',
    label: t`quantization parameters of ACUITY or RKNN (YAML)`,
    hint: t`They are asymmetric, for neural processors of VeriSilicon or Rockchip.`,
    text: true,
    test: ({ head }) => /^(?:quantize_parameters|custom_quantize_layers):/m.test(head),
  },
  {
    id: 'layer-precisions',
    label: t`a list of layer precisions`,
    hint: t`It goes to trtexec as --layerPrecisions; the scales are in the cache beside it. Its names are a network's nodes, no tensors.`,
    text: true,
    test: ({ head }) =>
      /^\s*[^\s,][^\r\n,]*:(?:fp16|fp32|int8)(?:,[^\r\n,]+:(?:fp16|fp32|int8))*\s*$/.test(head.slice(0, 4096)),
  },
  {
    id: 'amct-record',
    label: t`an Ascend AMCT record`,
    hint: t`Its scales are of each layer's input, and asymmetric.`,
    text: true,
    test: ({ head }) => /^\s*record\s*\{\s*key\s*:/.test(head),
  },
  {
    id: 'tidl-parameters',
    label: t`TIDL's quantization parameters`,
    hint: t`TI tools read only min and max of it; its scale is steps per unit.`,
    text: true,
    test: ({ head }) => /^\s*layers\s*\{\s*layer_name\s*:/.test(head),
  },
];

/** Inputs of a calibration, not what comes of it. */
export const HDF5: ForeignKind = {
  id: 'hdf5',
  label: t`HDF5 data`,
  hint: t`Such files (calib_data.h5, calibration.tensor, *.tensorfile) hold images for a calibration: it is still to be run, and writes the table.`,
  text: false,
  test: ({ isText, bytes }) =>
    !isText && [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte),
};

function backend(key: string, label: string, hint: string): ForeignKind {
  return {
    id: `mqbench-${key}`,
    label,
    hint: `${hint} ${EXPORT_FOR_TENSORRT}`,
    text: true,
    test: ({ json }: Sample) => holdsObject(json, key),
  };
}

function holdsObject(json: unknown, key: string): boolean {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, key)) return false;
  const value = (json as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
