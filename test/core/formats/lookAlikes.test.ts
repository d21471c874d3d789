import assert from 'node:assert/strict';
import { detect } from '../../../src/core/formats/index.js';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';

const T = '{"bit": 8, "min": -1, "max": 1, "step": 0.1}';
const KINDS: readonly (readonly [name: string, text: string, id: string])[] = [
  ['resnet18_clip_ranges.json', `{"ppl": {"a": ${T}}}`, 'mqbench-ppl'],
  ['resnet18_clip_ranges.json', `{"vitis": {"a": {"scale": 0.5}}}`, 'mqbench-vitis'],
  ['resnet18_clip_ranges.json', `{"sophgo_tpu": {"a": ${T}}}`, 'mqbench-sophgo_tpu'],
  ['quantized.json', `{"quant_info": {"a": {"scale": 0.1, "zero_point": 128}}, "op_info": {}}`, 'quant-info'],
  ['a.json', `{"configs": {"Conv": {"a": {"hash": 1}}}, "dispatchings": {}, "values": {}}`, 'ppq-native'],
  [
    'quant_info.json',
    `{"param": {"w": [[8, 5]]}, "output": {"Model::conv": [[8, 4]]}, "input": {}}`,
    'vitis-quant-info',
  ],
  ['quantized.wts', '2\nconv1.weight 3 3c010a14 bd000000 0\nconv1.bias 1 3f800000\n', 'ppq-weights'],
  ['table_kl.scale', 'data 0.007874 0\nconv 1 0.020000 128\n', 'tengine-scales'],
  ['model.quantize', "quantize_parameters:\n  '@conv_1:out0':\n    qtype: u8\n    scale: 0.1\n", 'acuity'],
  ['a.cfg', 'custom_quantize_layers:\n  conv: float16\nquantize_parameters:\n', 'acuity'],
  ['m_precision_config_layer_arg.txt', '/m/Sigmoid:fp16,/m/Mul_1:fp16\n', 'layer-precisions'],
  ['record.txt', 'record {\n  key: "conv1"\n  value {\n    scale_d: 0.02\n  }\n}\n', 'amct-record'],
  ['params.prototxt', 'layers {\n  layer_name: "conv"\n  outputs { min: 0 }\n}\n', 'tidl-parameters'],
];

describe('look-alikes of quantization tools', () => {
  for (const [name, text, id] of KINDS)
    it(`${name}: ${id}`, () => {
      const found = detect(utf8Bytes(text), name);
      assert.equal(found.kind === 'foreign' ? found.foreign.id : found.format.id, id);
      if (found.kind === 'foreign') assert.match(found.foreign.hint, /^[A-Z].*\.$/);
    });

  it('calib_data.h5: HDF5 data', () => {
    const found = detect(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0), 'calib_data.h5');
    assert.equal(found.kind === 'foreign' && found.foreign.id, 'hdf5');
  });

  it('plain lines under the name of MQBench are ranges', () => {
    const found = detect(utf8Bytes('conv1: 1.5\nconv2: 2.5\n'), 'resnet18_clip_ranges.json');
    assert.equal(found.kind === 'table' && found.format.id, 'tensorrt-ranges');
  });
});
