import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { onnxruntimeFlatbuffers } from '../../src/core/formats/onnxruntime/flatbuffers.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { sampleText } from './support/files.js';
import { Table } from './support/table.js';

const TAGGED = `{
  "CLS": "TensorsData",
  "data": {
    "data": {"lowest": {"data": 0.0, "CLS": "numpy.array"}, "highest": {"data": 1.0, "CLS": "numpy.array"}, "CLS": "TensorData"},
    "conv": {"lowest": {"data": -3.5, "CLS": "numpy.array"}, "highest": {"data": 1.25, "CLS": "numpy.array"}, "CLS": "TensorData"}
  }
}
`;

interface Case {
  readonly path: string;
  readonly format: RegExp;
  /** Entry (from 1) that gets the range 2.5, and the whole text then. */
  readonly entry: number;
  readonly edited: (text: string) => string;
}

const CASES: readonly Case[] = [
  {
    path: 'formats/calibration.json',
    format: /onnxruntime.*JSON/,
    entry: 3,
    edited: (text) =>
      text.replace('"/relu1/Relu_output_0": [0, 7.366075038909912]', '"/relu1/Relu_output_0": [-2.5, 2.5]'),
  },
  {
    path: 'tagged-calibration.json',
    format: /onnxruntime.*JSON/,
    entry: 2,
    edited: (text) => text.replace('-3.5', '-2.5').replace('1.25', '2.5'),
  },
  {
    path: 'formats/digits-calib-ranges.txt',
    format: /TensorRT dynamic ranges/,
    entry: 1,
    edited: (text) => text.replace('data: 1\n', 'data: 2.5\n'),
  },
  {
    path: 'formats/calibration.cache',
    format: /onnxruntime calibration text/,
    entry: 1,
    edited: (text) => text.replace('data 1\n', 'data 2.5\n'),
  },
  {
    path: 'formats/digits.cali_table',
    format: /TPU-MLIR/,
    entry: 9,
    edited: (text) => text.replace(/prob \S+/, 'prob 2.5'),
  },
];

describe('a table of another tool', () => {
  const vscode = useWorkbench({
    files: { 'tagged-calibration.json': TAGGED, 'listing.csv': 'name,scale\nconv1,0.5\nconv2,0.25\n' },
  });

  for (const { path, format, entry, edited } of CASES) {
    it(`is edited by its own number, undone and saved: ${path}`, async () => {
      const table = await Table.open(vscode(), path);
      const before = bytes(path);
      assert.match(await table.fact('format'), format);
      await table.edit(entry, 'range', '2.5');
      assert.match(await details(table), /stored: range 2\.5 · scale 0\.0196850/);
      await save(path);
      assert.equal(bytes(path).toString(), edited(before.toString()));
      await table.press('ControlOrMeta+Z');
      await save(path);
      assert.deepEqual(bytes(path), before);
      // Neither about who may open the file, nor about its own saves.
      assert.deepEqual(await vscode().notifications.texts(), []);
    });
  }

  it('is edited, undone and saved though it is binary', async () => {
    const path = 'formats/calibration.flatbuffers';
    const table = await Table.open(vscode(), path);
    const before = bytes(path);
    assert.equal(await table.count(), '9 of 9');
    await table.edit(2, 'range', '2.5');
    await table.select(3);
    await table.press('Delete');
    await table.waitForCount('8 of 8');
    await vscode().screenshot('formats-flatbuffers');
    await save(path);
    const saved = onnxruntimeFlatbuffers.read(Uint8Array.from(bytes(path))).table;
    assert.deepEqual([saved.names.length, saved.values[1], saved.values[0]], [8, 2.5, 1]);
    await table.press('ControlOrMeta+Z');
    await table.waitForCount('9 of 9');
    await table.press('ControlOrMeta+Z');
    await table.waitFor(2, 'range', '7.475027');
    await save(path);
    assert.deepEqual(bytes(path), before);
  });

  it('says why it can not be edited, and shows what it holds besides', async () => {
    const table = await Table.open(vscode(), 'formats/digits_calib.table');
    assert.match(await table.frame.locator('#read-only').innerText(), /ncnn int8 table: this format is read only here/);
    assert.equal(await table.button('add-entry').isVisible(), false);
    await table.cell(1, 'scale').dblclick();
    assert.match(await table.frame.locator('#cell-note').innerText(), /read only here/);
    await table.press('Delete');
    assert.equal(await table.count(), '3 of 3');
    assert.match(await details(table), /stored: reciprocal 127 · scale 0\.00787/);
    assert.match((await table.cell(2, 'scale').getAttribute('title')) ?? '', /In the file: reciprocal 17\.2/);
    const kept = table.frame.locator('#kept details');
    assert.equal(await kept.locator('summary').innerText(), 'Weights: 3 lines kept as they are');
    await kept.locator('summary').click();
    assert.deepEqual(await lines(table), [
      'conv1_param_0\n8 output channels',
      'conv2_param_0\n16 output channels',
      'fc1_param_0\n10 output channels',
    ]);
    await vscode().screenshot('formats-ncnn');
    await assertAccessible(vscode(), table.frame);
  });

  it('keeps its sections', async () => {
    const table = await Table.open(vscode(), 'formats/digits.cali_table');
    await table.frame.locator('#kept summary').click();
    assert.deepEqual(await lines(table), sampleText('formats/digits.cali_table').split('\n').slice(-5, -1));
    assert.equal(await table.frame.locator('#kept summary').innerText(), 'weight_scale: 4 lines kept as they are');
  });

  it('opens from a listing by "Reopen Editor With", read only', async () => {
    await vscode().openFile('listing.csv');
    const table = await Table.after(vscode(), async () => {
      await vscode().runCommand('View: Reopen Editor With...');
      await vscode().quickInput.choose(/Calibration Table/);
    });
    assert.equal(await table.count(), '2 of 2');
    assert.match(
      await table.frame.locator('#read-only').innerText(),
      /Comma-separated values: this format is read only here/,
    );
    assert.equal(await table.text(2, 'scale'), '0.2500000');
  });

  it('can be converted to any other format than its own', async () => {
    const table = await Table.open(vscode(), 'formats/digits-calib-ranges.txt');
    await table.button('convert').click();
    const labels = await vscode().quickInput.labels();
    assert.ok(
      labels.includes('TensorRT calibration cache') && labels.includes('onnxruntime calibration text'),
      labels.join(),
    );
    assert.ok(!labels.includes('TensorRT dynamic ranges'), labels.join());
    await vscode().screenshot('formats-convert-to');
    await vscode().quickInput.cancel();
  });

  async function save(path: string): Promise<void> {
    const tab = path.split('/').at(-1) ?? path;
    // Pressed before VS Code knows of the change, the key would do nothing.
    await vscode().tabs.waitUntilDirty(tab, true);
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty(tab, false);
  }

  function bytes(path: string): Buffer {
    return readFileSync(vscode().path(path));
  }

  /** What is kept, once it has opened. */
  async function lines(table: Table): Promise<string[]> {
    await table.frame.locator('#kept li').first().waitFor();
    return table.frame.locator('#kept li').allInnerTexts();
  }

  async function details(table: Table): Promise<string> {
    return until('details', async () => (await table.frame.locator('#details').innerText()) || undefined);
  }
});

describe('the samples of other tools', () => {
  it('agree on the ranges', () => {
    const numbers = (path: string): number[] =>
      [...sampleText(path).matchAll(/[: ](\d+(?:\.\d+)?)$/gm)].map(([, number]) => Number(number));
    assert.deepEqual(numbers('formats/calibration.cache'), numbers('formats/digits-calib-ranges.txt'));
  });
});
