/** The scales of a Q/DQ model as a table of another format: what a plain reading leaves out is asked for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { node, onnxModel } from '../core/support/onnxModel.js';
import { floats, INT8, pair, value, whole } from '../core/support/qdqModel.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

const ZERO = whole('z', INT8, [], [0]);
const PAIRS = [pair('x', floats('s1', [], [0.5]), ZERO, 'a'), pair('x', floats('s2', [], [0.25]), ZERO, 'b')];
/** One tensor with two scales, and a ReLU to carry one on. */
const MODEL = onnxModel({
  node: [...PAIRS.flatMap(({ nodes }) => nodes), node('Relu', ['a'], ['y']), node('Relu', ['b'], ['v'])],
  initializer: [...new Set(PAIRS.flatMap(({ initializers }) => initializers))],
  input: [value('x')],
  output: [value('y'), value('v')],
});

describe('the scales of a Q/DQ model', () => {
  const vscode = useWorkbench({ files: { 'qdq/two.onnx': MODEL } });

  it('are read as a table of another format, with the largest of several', async () => {
    await vscode().openFile('qdq/two.onnx');
    await vscode().runCommand('Calibration Tables: Open as Table');
    const { frame } = await Table.shown(vscode());
    assert.match(await frame.locator('#empty').innerText(), /^No entries\s+Nothing in the file makes an entry/);
    assert.equal(await frame.locator('#kept').innerText(), 'Tensors with several scales: 1');
    await vscode().screenshot('qdq-as-table');
    await vscode().runCommand('Calibration Tables: Read Scales of Q/DQ Model…');
    await vscode().quickInput.choose('TensorRT calibration cache');
    assert.ok((await vscode().quickInput.labels()).includes('Of several scales take the largest'));
    await vscode().screenshot('qdq-read-options');
    await vscode().quickInput.accept();
    await vscode().quickInput.choose('8.6.1');
    await vscode().quickInput.choose('EntropyCalibration2');
    await vscode().dialogs.press('Choose File…');
    assert.equal(await answerSaveDialog(vscode(), vscode().path('qdq/two.cache')), 'two.cache');
    await vscode().notifications.waitFor('Wrote 1 of 1 entries to "two.cache"');
    assert.equal(readFileSync(vscode().path('qdq/two.cache'), 'utf8'), 'TRT-8601-EntropyCalibration2\nx: 3f000000\n');
  });
});
