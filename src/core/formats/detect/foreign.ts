/** Files that have the names of calibration tables and are something else. Each is told by its kind, never shown as an empty table. */
import { LFS_POINTER } from '../../bytes/bytes.js';
import { readModel } from '../../model/model.js';
import type { Sample } from '../format.js';
import type { ForeignKind } from './foreignKind.js';
import { HDF5, LOOK_ALIKE_JSON, LOOK_ALIKE_TEXTS } from './lookAlikes.js';
import { t } from '../../texts/translate.js';

/** What trtexec and TensorRT's loggers put into their lines, whatever stands before it. */
const BUILD_LOG =
  /\[TRT\]|\[TensorRT\] (?:VERBOSE|INFO|WARNING|ERROR):|&&&& RUNNING TensorRT|\] \[[VIWE]\] === \w+ Options ===|Missing scale and zero-point for tensor|Reading Calibration Cache for calibrator/;

const CAMERA_KEY =
  /^(camera|cam\d|intrinsic|extrinsic|distortion|dist_?coeff|rvec|tvec|[fc][xy]$|[kp][1-6]$|image_(width|height|size)|resolution|rotation|translation|projection|rectification|reprojection|baseline|focal|principal|fov|lens|sensor)/i;

/** In the order in which they are tried; the last ones take everything. */
export const FOREIGN_KINDS: readonly ForeignKind[] = [
  {
    id: 'empty',
    label: t`an empty file`,
    hint: t`It holds nothing but white space.`,
    text: true,
    test: ({ bytes, head }) => bytes.length <= 65536 && head.trim() === '',
  },
  {
    id: 'git-lfs',
    label: t`a Git LFS pointer`,
    hint: t`The table itself was not fetched: run "git lfs pull".`,
    text: true,
    test: ({ head }) => LFS_POINTER.test(head),
  },
  {
    id: 'timing-cache',
    label: t`a TensorRT timing cache`,
    hint: t`It holds kernel timings of a build, no scales.`,
    text: false,
    test: ({ head, isText }) => !isText && head.startsWith('ptrt'),
  },
  {
    id: 'label-cache',
    label: t`a label cache`,
    hint: t`Training tools (Ultralytics and others) keep a data set's labels in it: NumPy, zip or pickle bytes.`,
    text: false,
    test: ({ head, isText }) => !isText && /^(PK\x03\x04|\x93NUMPY|\u201cNUMPY|[\x80\u20ac][\x02-\x05])/.test(head),
  },
  HDF5,
  {
    id: 'onnx-model',
    label: t`an ONNX model without Q/DQ pairs on activations`,
    hint: t`It holds no scales of tensors.`,
    text: false,
    advice: t`To write the scales of a table into it: convert TABLE --to onnx-qdq --network MODEL.`,
    test: ({ bytes, isText }) => !isText && isModel(bytes),
  },
  {
    id: 'broken-onnx',
    label: t`a broken ONNX model`,
    hint: t`Its bytes break off, or are no protobuf of a model with one graph: fetch or export it again.`,
    text: false,
    test: ({ fileName, isText }) => !isText && fileName.endsWith('.onnx'),
  },
  {
    id: 'utf-16',
    label: t`UTF-16 text`,
    hint: t`TensorRT and NVDLA read ASCII or UTF-8: save the file with another encoding.`,
    text: true,
    test: ({ bytes }) => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff),
  },
  {
    id: 'binary',
    label: t`a binary file of an unknown kind`,
    hint: t`It is no calibration table that is known here.`,
    text: false,
    test: ({ isText }) => !isText,
  },
  {
    id: 'build-log',
    label: t`a TensorRT build log`,
    hint: t`It prints no scales. Use it with check --network, or with Check Against Network… in the editor: it says what a build took from a table; build tells the rest.`,
    text: true,
    test: ({ head }) => BUILD_LOG.test(head),
  },
  {
    id: 'deepstream',
    label: t`a DeepStream configuration`,
    hint: t`Its "int8-calib-file" names the calibration cache.`,
    text: true,
    test: ({ head }) =>
      /^[ \t]*\[(?:property|application|primary-gie|secondary-gie\d*|class-attrs-[\w-]+)\]/m.test(head),
  },
  {
    id: 'autoconf',
    label: t`an autoconf cache`,
    hint: t`A configure script wrote it.`,
    text: true,
    test: ({ head }) =>
      /^# This file is a shell script that caches/.test(head) || /^(ac_cv_\w+=|: "?\$\{ac_cv_)/m.test(head),
  },
  {
    id: 'qmake',
    label: t`a qmake cache`,
    hint: t`Qt's build tool wrote it.`,
    text: true,
    test: ({ head }) => /^(CONFIG|QMAKE\w*|QT\w*)\s*\+?=/m.test(head),
  },
  ...LOOK_ALIKE_JSON,
  ...LOOK_ALIKE_TEXTS,
  {
    id: 'camera-calibration',
    label: t`a camera calibration`,
    hint: t`It describes lenses, not INT8 scales.`,
    text: true,
    test: isCamera,
  },
  {
    id: 'json',
    label: t`other JSON`,
    hint: t`It has no entries with "scale", or "min" and "max".`,
    text: true,
    test: ({ json }) => json !== undefined,
  },
  {
    id: 'symlink-path',
    label: t`the path of a symbolic link`,
    hint: t`The link was checked out as a text file; open the file that it names.`,
    text: true,
    test: ({ head }) => /^[^\r\n:]*\r?\n?$/.test(head) && /[/\\]/.test(head),
  },
  {
    id: 'text',
    label: t`text of an unknown kind`,
    hint: t`It is no calibration table that is known here.`,
    text: true,
    test: () => true,
  },
];

/** Whether the bytes are an ONNX model with a graph. */
function isModel(bytes: Uint8Array): boolean {
  if (bytes[0] !== 8 && bytes[0] !== 0x3a) return false;
  try {
    return readModel(bytes).nodes.length > 0;
  } catch {
    return false;
  }
}

/** JSON, or `name: numbers` lines, that speak of lenses and poses. */
function isCamera({ json, lines }: Sample): boolean {
  if (json !== undefined) return keysOf(json, 2).some((key) => CAMERA_KEY.test(key));
  const keys = lines.flatMap((line) => /^\s*([\w-]+)\s*[:=]/.exec(line)?.[1] ?? []);
  const kitti = /^(P[0-3]|R0_rect|Tr_\w+):( -?\d\S*){3,}/m.test(lines.join('\n'));
  return kitti || keys.filter((key) => CAMERA_KEY.test(key)).length >= 2;
}

/** The keys of an object and of the objects in it, `depth` levels down. */
function keysOf(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [
    ...own,
    ...Object.values(value)
      .slice(0, 100)
      .flatMap((member) => keysOf(member, depth - 1)),
  ];
}
