/** Files with something wrong or special: what the checks find, and what is no calibration table at all. */

/** One line for each thing that a check reports. */
export const BROKEN_CACHE = `TRT-8601-EntropyCalibration2
data: 3c010204
conv1: 3d0a3f1c
conv1_bias: 0
conv2: 7f800000
conv3: 7fc00000
conv4: bd12a4e0
conv5: 00000c21
conv1: 3d0b77a2
head/cls: c3e910
head/box: 3dzz0012
this line is no entry
head/anchors: 3c010a1400
prob: 3c010a14
`;

/** The same for an NVDLA table. */
export const BROKEN_CALIB_JSON = `{
    "data": { "scale": 0.007874015718698502, "min": 0, "max": 0, "offset": 0 },
    "conv1": { "min": -4.1, "max": 6.35, "offset": 0 },
    "relu1": { "min": 0 },
    "pool1": { "scale": "0.05", "min": 0, "max": 0, "offset": 0 },
    "conv2": { "scale": 0.03, "min": -9.5, "max": 9.5, "offset": 0 },
    "conv3": { "scale": 0.041, "min": 0, "max": 0, "offset": 12 },
    "conv4": { "scale": 0, "min": 0, "max": 0, "offset": 0 },
    "conv5": { "scale": -0.02, "min": 0, "max": 0, "offset": 0 },
    "conv5": { "scale": 0.02, "min": 0, "max": 0, "offset": 0 },
    "prob": { "scale": 0.007875937968492508, "min": 0, "max": 0, "offset": 0 }
}
`;

/** Line 1 of a legacy calibrator's cache: the float64 bits of 1 and of 0.99995. */
export const LEGACY_HEADER = '0 3ff0000000000000 3fefff972474538f';

/** A camera's calibration, which shares its file name with NVDLA's tables. */
export const CAMERA_CALIB_JSON = `{
  "image_width": 1280,
  "image_height": 720,
  "camera_matrix": [[908.4, 0.0, 641.2], [0.0, 907.9, 359.6], [0.0, 0.0, 1.0]],
  "distortion_coefficients": [0.1047, -0.2183, 0.0006, -0.0011, 0.0],
  "rms_reprojection_error": 0.31
}
`;

/** What a training tool keeps beside its images: a NumPy file with an object in it, cut short. */
export function labelCache(): Buffer {
  const description = "{'descr': '|O', 'fortran_order': False, 'shape': (), }";
  const header = Buffer.from(description.padEnd(117) + '\n', 'latin1');
  const pickle = Buffer.concat([
    Buffer.from([0x80, 0x04, 0x95, 0x2a, 0, 0, 0, 0, 0, 0, 0, 0x7d, 0x94, 0x28, 0x8c, 0x06]),
    Buffer.from('labels', 'latin1'),
    Buffer.from([0x94, 0x5d, 0x94, 0x8c, 0x04]),
    Buffer.from('hash', 'latin1'),
    Buffer.from([0x94, 0x8c, 0x10]),
    Buffer.from('0123456789abcdef', 'latin1'),
    Buffer.from([0x94, 0x75, 0x2e]),
  ]);
  return Buffer.concat([
    Buffer.from([0x93]),
    Buffer.from('NUMPY', 'latin1'),
    Buffer.from([1, 0, header.length, 0]),
    header,
    pickle,
  ]);
}
