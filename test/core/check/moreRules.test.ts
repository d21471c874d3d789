import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkDocument, RULES, type RuleId } from '../../../src/core/check/index.js';
import { fixFindings } from '../../../src/core/check/fixes.js';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { detect } from '../../../src/core/formats/index.js';
import { ncnn } from '../../../src/core/formats/ncnn.js';
import { onnxruntimeFlatbuffers } from '../../../src/core/formats/onnxruntime/flatbuffers.js';
import { tensorrtRanges } from '../../../src/core/formats/tensorrtRanges.js';
import { tpuMlir } from '../../../src/core/formats/tpuMlir.js';
import { corpusBytes, needCorpus } from '../support/corpus.js';
import { flatbuffersOf } from '../support/flatbuffersOf.js';
import { cache, cacheOf, calib, HEADER, textOf } from '../support/tables.js';

/** Line and entry of what a rule finds. */
function found(document: TableDocument, rule: RuleId): [number | null, string | null][] {
  return checkDocument(document)
    .filter((item) => item.rule === rule)
    .map(({ line, entry }) => [line, entry]);
}

function fixed(document: TableDocument, ...rules: RuleId[]): string {
  const all = checkDocument(document).filter(({ rule }) => rules.includes(rule));
  const result = fixFindings(document, all);
  return textOf(result ? applySplice(document.bytes, result.splice) : document.bytes);
}

const ranges = (text: string): TableDocument => tensorrtRanges.read(utf8Bytes(text));
const tpu = (...rows: string[]): TableDocument =>
  tpuMlir.read(utf8Bytes(['# op_name    threshold    min    max', ...rows, ''].join('\n')));

describe('a single scale with its bytes in reverse order', () => {
  it('is found among right ones', () => {
    assert.deepEqual(found(cacheOf('a: 3c010a14', 'b: 140a013c', 'c: 3d0a3f1c'), 'byte-swapped'), [[3, 'b']]);
    assert.deepEqual(found(cacheOf('a: 140a013c'), 'byte-swapped'), [[2, 'a']]);
  });

  it('is said once where the whole file has them so', () => {
    const document = cacheOf('a: 140a013c', 'b: 89b6553c', 'c: 1289003c', 'd: e439983f');
    assert.deepEqual([found(document, 'byte-swapped'), found(document, 'implausible-scale')], [[[null, null]], []]);
  });

  it('is none where the scale is plausible as it stands, negative or odd in both orders', () => {
    for (const hex of ['3c01013c', 'bc010a3c', '0', '7f800000', '00000001', '7fc00000', 'ff7fffff'])
      assert.deepEqual(found(cacheOf(`a: ${hex}`), 'byte-swapped'), [], hex);
  });
});

describe('a scale that is implausible', () => {
  it('is found, whatever its sign and its format', () => {
    for (const document of [
      cacheOf('a: 140a013c'),
      cacheOf('a: 7e967699'),
      cacheOf('a: fe967699'),
      calib({ a: { scale: 6.97e-27 } }),
      ranges('a: 1e38\n'),
      ranges('a: 39310120\n'),
      ranges('a: -39310120\n'),
    ])
      assert.equal(found(document, 'implausible-scale').length, 1);
  });

  it('is none at the bounds, and where another rule speaks', () => {
    for (const document of [
      calib({ a: { scale: 1e-9 } }),
      calib({ a: { scale: 1e5 } }),
      cacheOf('a: 0', 'b: 7f800000', 'c: 7fc00000', 'd: 00000001'),
    ])
      assert.deepEqual(found(document, 'implausible-scale'), []);
  });
});

describe('a table that was never calibrated', () => {
  it("is one of trtexec's placeholders alone", () => {
    for (const document of [
      cacheOf('a: 3c810204', 'b: 3d010204', 'c: 3c810204'),
      cacheOf('a: 3d010204'),
      ranges('a: 2.0\nb: 4.0\n'),
    ])
      assert.deepEqual(found(document, 'never-calibrated'), [[null, null]]);
  });

  it('is none with one other scale, and none without entries', () => {
    assert.deepEqual(found(cacheOf('a: 3c810204', 'b: 3d010204', 'c: 3c810205'), 'never-calibrated'), []);
    assert.deepEqual(found(cacheOf(), 'never-calibrated'), []);
  });
});

describe('a table without entries', () => {
  it('is an error of the file', () => {
    for (const document of [cacheOf(), cache(HEADER), tpu(), onnxruntimeFlatbuffers.read(flatbuffersOf([]))])
      assert.deepEqual(found(document, 'no-entries'), [[null, null]]);
  });

  it('says what it keeps where it keeps something', () => {
    const [finding] = checkDocument(ncnn.read(utf8Bytes('conv_param_0 1.5 2.5\nfc_param_0 3.5\n')));
    assert.equal(finding?.rule, 'no-entries');
    assert.match(finding.message, /keeps only Weights \(2\)/);
  });
});

describe('blanks around names', () => {
  it('are told, a line each, and taken away', () => {
    const document = cacheOf('images : 3c010a14', '\tconv1: 3d0a3f1c', '  größe\t: 3d0a3f1d', 'a b: 3d0a3f1e');
    assert.deepEqual(
      found(document, 'blank-around-name').map(([line]) => line),
      [2, 3, 4],
    );
    assert.equal(
      fixed(document, 'blank-around-name'),
      `${HEADER}\nimages: 3c010a14\nconv1: 3d0a3f1c\ngröße: 3d0a3f1d\na b: 3d0a3f1e\n`,
    );
  });

  it('are left where another entry has the name', () => {
    const document = cacheOf('a : 3c010a14', 'a: 3d0a3f1c', ' b: 3d0a3f1c', 'b : 3d0a3f1c');
    assert.equal(found(document, 'blank-around-name').length, 3);
    assert.equal(fixed(document, 'blank-around-name'), textOf(document.bytes));
  });

  it('are told of ranges too, whose reader does not trim either', () => {
    assert.equal(fixed(ranges('a : 1.5\n b:2.5\n'), 'blank-around-name'), 'a: 1.5\nb:2.5\n');
  });

  it('are none in a non-breaking space, and none in NVDLA', () => {
    assert.deepEqual(found(cacheOf('a\u00a0: 3c010a14'), 'blank-around-name'), []);
    assert.deepEqual(found(calib({ ' a ': { scale: 1 } }), 'blank-around-name'), []);
  });
});

describe('what a reader takes for something else', () => {
  it("is told of trtexec's, and written so that it is read", () => {
    const document = cacheOf(
      'a:3c010a14',
      'b:  3c010a14',
      'c: 0x3c010a14',
      'd:\t3c010a14',
      'e: 3c010a14',
      'f: 0',
      'g: 3c0',
    );
    assert.deepEqual(
      found(document, 'reader-misreads').map(([line]) => line),
      [2, 3, 4],
    );
    assert.equal(
      fixed(document, 'reader-misreads'),
      `${HEADER}\na: 3c010a14\nb: 3c010a14\nc: 3c010a14\nd:\t3c010a14\ne: 3c010a14\nf: 0\ng: 3c0\n`,
    );
  });

  it('is fixed together with missing digits and blanks', () => {
    assert.equal(
      fixed(cacheOf('a :c010a14', ' b:  0xC010A14'), 'reader-misreads', 'hex-length', 'blank-around-name'),
      `${HEADER}\na: 0c010a14\nb: 0C010A14\n`,
    );
  });
});

describe('a header of an algorithm that TensorRT does not have', () => {
  for (const algorithm of [
    'EntropyCalibrationTable',
    '',
    'entropycalibration2',
    'PercentileCalibration',
    'ENTROPY_CALIBRATION_2',
  ])
    it(`is told (${algorithm || 'none'})`, () =>
      assert.deepEqual(found(cache(`TRT-8601-${algorithm}\na: 3c010a14\n`), 'unknown-header'), [[1, null]]));

  it('is none for the four that it has, in versions old and new', () => {
    for (const algorithm of ['EntropyCalibration2', 'MinMaxCalibration', 'EntropyCalibration', 'LegacyCalibration'])
      for (const version of ['5105', '8601', '101401'])
        assert.deepEqual(found(cache(`TRT-${version}-${algorithm}\na: 3c010a14\n`), 'unknown-header'), []);
  });
});

describe('a TPU-MLIR row that says signed', () => {
  it('is told of a tensor that has no negative values', () => {
    const document = tpu('x_Relu 1.5 -1.5 1.5', 'y_Conv 1.5 -1.5 1.5', 'z_Sigmoid 1.0 0.0 1.0', 'w_Tanh 1.0 -1.0 1.0');
    assert.deepEqual(found(document, 'other-signedness'), [[2, 'x_Relu']]);
  });
});

describe('the rules for numbers and names', () => {
  before(needCorpus);

  it('raise no alarm on published tables that are right', () => {
    const folder = resolve(__dirname, '../../../../shared/corpus');
    const rules = [
      'byte-swapped',
      'implausible-scale',
      'never-calibrated',
      'no-entries',
      'blank-around-name',
      'reader-misreads',
      'tensor-keyed-nvdla',
      'other-signedness',
    ] as const;
    const alarms: string[] = [];
    let entries = 0;
    for (const file of readdirSync(folder)) {
      if (!statSync(resolve(folder, file)).isFile() || statSync(resolve(folder, file)).size > 2e6) continue;
      const detection = detect(corpusBytes(file), file);
      if (detection.kind !== 'table') continue;
      const document = detection.format.read(corpusBytes(file));
      entries += document.table.names.length;
      for (const { rule, entry, message } of checkDocument(document))
        if ((rules as readonly string[]).includes(rule)) alarms.push(`${file}: ${rule} ${entry}: ${message}`);
    }
    assert.ok(entries > 5000, `${entries} entries`);
    // Masks of attention: values that stand for minus infinity.
    const masks = alarms.filter((alarm) => /^diffusion-inf.*implausible-scale.*\+38/.test(alarm));
    assert.deepEqual([masks.length, alarms.filter((alarm) => !masks.includes(alarm))], [18, []]);
    assert.ok(rules.every((rule) => rule in RULES));
  });
});
