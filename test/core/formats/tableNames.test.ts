import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { anyOf, fits, withoutChoices } from '../../../src/core/formats/fileNames.js';
import { mayBeTable, POSSIBLE_NAMES, SURE_NAMES, TABLE_NAMES } from '../../../src/core/formats/tableNames.js';

interface Contribution {
  readonly viewType: string;
  readonly selector: readonly { readonly filenamePattern: string }[];
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  activationEvents: string[];
  contributes: {
    customEditors: Contribution[];
    commands: { command: string }[];
    menus: Record<string, { command: string; when: string }[]>;
  };
};

function globsOf(viewType: string): string[] {
  const editor = manifest.contributes.customEditors.find((one) => one.viewType === viewType);
  return (editor?.selector ?? []).map(({ filenamePattern }) => filenamePattern);
}

function each(names: readonly string[], what: string, check: (name: string) => void): void {
  for (const name of names) it(`${name} ${what}`, () => check(name));
}

describe('file names', () => {
  each(
    [
      'resnet50.cache',
      'calibration.cache',
      'trt_precision_config_calib.cache',
      'INT8.CACHE',
      'model.calib',
      'calib.json',
      'CalibrationTable',
      'CalibrationTableResNet50',
      'Int8CalibrationTable_ResNet50FPN512x512_4',
      'calibration_table',
      'yolo.int8cache',
      'yolov5s_precision_config_calib.cache',
      'resnet18_cali_table',
      'digits.cali_table',
      'calibration.flatbuffers',
      'squeezenet.calibration.table',
    ],
    'is surely ours',
    (name) => assert.ok(fits(name, SURE_NAMES)),
  );

  each(
    [
      'calibration.json',
      'model.calibration',
      'resnet18_clip_ranges.json',
      'yolov5s_precision_config.json',
      'model.cal.json',
      'resnet34-calib.json',
      'calib.txt',
      'calibration.bin',
      'calib2.bin',
      'cal_trt.bin',
      'cal_trt4.bin',
      'cal.bin',
      'yolov5s_int8.txt',
      'int8_calib_table.txt',
      'resnet50_per_tensor_dynamic_range.txt',
      'mobilenet.table',
    ],
    'is possibly ours, no more',
    (name) => assert.ok(fits(name, POSSIBLE_NAMES) && !fits(name, SURE_NAMES)),
  );

  each(
    [
      'strtod_trt.txt',
      'main.cpp',
      'README.txt',
      'requirements.txt',
      'package.json',
      'tsconfig.json',
      'recalibrate.json',
      'calibre.txt',
      'calib.json.py',
      'gen_cali_table.py',
      'calculator.bin',
      'cache.ts',
      'point8int8x.txt',
      'CMakeCache.txt',
    ],
    'is nobody’s table',
    (name) => assert.ok(!fits(name, TABLE_NAMES)),
  );

  it('are matched in time that grows with the name alone', () => {
    const pattern = new RegExp(anyOf(TABLE_NAMES), 'i');
    assert.ok(!pattern.test(`${'_calib_'.repeat(35)}x`));
  });
});

describe('package.json', () => {
  it('opens by a click what is surely ours, and nothing else', () => {
    assert.deepEqual(globsOf('calibrationTables.table'), SURE_NAMES);
  });

  it('offers a choice of editors for every other name that tables have', () => {
    const wide = globsOf('calibrationTables.tableOption');
    for (const name of ['calib.txt', 'cal.bin', 'calibration.json', 'mobilenet.table', 'int8.txt', 'list.csv'])
      assert.ok(fits(name, wide), name);
  });

  it('wakes the extension by nothing that happens without a table, but for JSON, for which a small part wakes', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:json',
      'onWebviewPanel:calibrationTables.diff',
      'onWebviewPanel:calibrationTables.review',
      'onWebviewPanel:calibrationTables.build',
      'onWebviewPanel:calibrationTables.rank',
      'onWebviewPanel:calibrationTables.outputs',
    ]);
  });

  it('says of every command when the palette shows it', () => {
    const palette = manifest.contributes.menus['commandPalette'] ?? [];
    for (const { command } of manifest.contributes.commands)
      assert.ok(
        palette.some((item) => item.command === command && item.when !== ''),
        command,
      );
  });

  it('has regular expressions that take no foreign name', () => {
    for (const { when } of Object.values(manifest.contributes.menus).flat())
      for (const [, source = ''] of when.matchAll(/resourceFilename =~ \/(.*?)\/i/g))
        for (const name of ['strtod_trt.txt', 'main.cpp']) assert.ok(!new RegExp(source, 'i').test(name), when);
  });
});

describe('a text that may be a table', () => {
  it('has a name that tables have', () => assert.ok(mayBeTable('calib.txt', 'anything')));
  it('begins with a header of TensorRT', () => assert.ok(mayBeTable('x.md', '\nTRT-8601-EntropyCalibration2\n')));
  it('begins as an NVDLA table does', () => assert.ok(mayBeTable('resnet50.json', '{\n  "data": { "scale": 0.1 }')));
  it('begins with an entry', () => assert.ok(mayBeTable('list', 'conv1: 5.43\n')));
  it('begins with a mere 1 and an entry', () =>
    assert.ok(mayBeTable('list.txt', '1\ndata: 3c008912\nprob: 3c010a14\n')));
  it("begins as ONNX Runtime's JSON does", () => {
    assert.ok(mayBeTable('pairs.json', '{"data": [-1.5, 2.25]}'));
    assert.ok(mayBeTable('tagged.json', '{\n  "CLS": "TensorsData",\n  "data": {'));
  });
  it('is no prose with colons', () => assert.ok(!mayBeTable('notes.txt', 'Calibration: a story\nPart 1: the end\n')));
  it('is no other JSON', () => assert.ok(!mayBeTable('package.json', '{\n  "name": "x", "files": { "scale": 1 }')));
  it('is no script', () => assert.ok(!mayBeTable('app.min.js', '!function(e){TRT-1-2}')));
});

describe('a glob without choices', () => {
  it('is one for each', () =>
    assert.deepEqual(withoutChoices('{,*_}{a,b}.{x,y}'), [
      'a.x',
      'a.y',
      'b.x',
      'b.y',
      '*_a.x',
      '*_a.y',
      '*_b.x',
      '*_b.y',
    ]));

  it('takes the same names', () => {
    for (const glob of TABLE_NAMES) {
      const flat = withoutChoices(glob);
      assert.ok(flat.every((one) => !/[{},]/.test(one)));
      for (const name of ['calib.json', 'my_calib-2.txt', 'net.cache', 'cal.bin', 'x_cali_table', 'strtod_trt.txt'])
        assert.equal(fits(name, flat), fits(name, [glob]), `${name} by ${glob}`);
    }
  });
});
