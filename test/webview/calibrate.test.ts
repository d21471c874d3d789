/** From a model and pictures to a table that is open, and to ranges that are tuned in it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from '../support/paths.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { sampleText } from './support/files.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

describe('calibrating', () => {
  const vscode = useWorkbench({
    files: Object.fromEntries(
      ['00', '01', '02', '03'].map((name) => [
        `shapes/few/${name}.png`,
        readFileSync(join(samples, `shapes/calibrate/${name}.png`)),
      ]),
    ),
  });

  async function calibrate(method: string, goal: string): Promise<void> {
    await vscode().runCommand('Calibration Tables: Calibrate…');
    await vscode().quickInput.choose('shapes.onnx');
    await vscode().quickInput.choose(/^calibrate/);
    await vscode().quickInput.answer('div=255');
    await vscode().quickInput.choose(method);
    await vscode().quickInput.choose(goal);
  }

  it('ends in an open table, to be compared with the one that is there', async () => {
    await Table.open(vscode(), 'shapes/shapes.cache');
    await calibrate('MinMax', 'TensorRT calibration cache');
    await vscode().quickInput.choose('8.6.1');
    await vscode().quickInput.choose('MinMaxCalibration');
    const table = await Table.after(vscode(), async () => {
      await answerSaveDialog(vscode(), vscode().path('shapes/new.cache'));
    });
    assert.equal(await table.count(), '28 of 28');
    // The sample was made in the same way.
    const [made, sample] = [readFileSync(vscode().path('shapes/new.cache'), 'utf8'), sampleText('shapes/shapes.cache')];
    assert.equal(made.split('\n').length, sample.split('\n').length);
    await vscode().notifications.waitFor(
      /Calibrated 28 tensors by minmax on 12 inputs of calibrate, prepared by div=255/,
    );
    await vscode().pictures('calibrated');
    await vscode().notifications.press('Calibrated 28 tensors', 'Compare');
    const comparison = await vscode().webviewFrame('.diff-page #grid');
    await until('all pairs', async () => /28/.test(await comparison.locator('#count').innerText()));
  });

  it('ends in a Q/DQ model for TensorRT 11', async () => {
    await vscode().explorer.choose('shapes.cache', 'Calibrate…');
    await vscode().quickInput.choose('shapes.onnx');
    await vscode().quickInput.choose(/calibrate, prepared by/);
    await vscode().quickInput.choose('MSE');
    await vscode().quickInput.choose('Q/DQ model');
    await answerSaveDialog(vscode(), vscode().path('shapes/shapes-qdq.onnx'));
    await until('the model', () => existsSync(vscode().path('shapes/shapes-qdq.onnx')));
    await vscode().notifications.waitFor(/Calibrated 28 tensors by mse/);
    assert.match(readFileSync(vscode().path('shapes/shapes-qdq.onnx'), 'latin1'), /QuantizeLinear/);
  });

  it('asks for the model where no table is active', async () => {
    await vscode().openFile('README.md');
    await vscode().runCommand('Calibration Tables: Calibrate…');
    // VS Code's own dialog for files, not a list of networks near a text.
    await until('the dialog', async () =>
      /[/\\]$/.test(
        await vscode()
          .quickInput.value()
          .catch(() => ''),
      ),
    );
    await vscode().quickInput.cancel();
  });

  it('tunes the ranges that are selected, as one step in the open table', async () => {
    await vscode().explorer.choose('shapes.cache', 'Analyze with Model…');
    await vscode().quickInput.choose('shapes.onnx');
    await vscode().quickInput.choose('few');
    await vscode().quickInput.answer('div=255');
    const rank = await vscode().webviewFrame('.rank-page #grid');
    await rank.locator('.grid-body [role=row]', { hasText: '/Concat_1_output_0' }).first().click();
    await rank.click('#tune');
    await vscode().notifications.waitFor(/Tuned 1 range|No better range was found for 1 tensor/);
    await vscode().pictures('tuned');
  });

  it('takes pictures as they are where nothing is said of how they are prepared', async () => {
    await vscode().openFile('README.md');
    await vscode().explorer.choose('shapes.cache', 'Calibrate…');
    await vscode().quickInput.choose('shapes.onnx');
    await vscode().quickInput.choose('few');
    await vscode().quickInput.answer('');
    await vscode().quickInput.choose('MinMax');
    await vscode().quickInput.choose('TensorRT calibration cache');
    await vscode().quickInput.choose('8.6.1');
    await vscode().quickInput.choose('MinMaxCalibration');
    await answerSaveDialog(vscode(), vscode().path('shapes/plain.cache'));
    await vscode().notifications.waitFor(/Calibrated 28 tensors by minmax on 4 inputs of few, prepared by rgb/);
  });
});
