import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/paths.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE, NVDLA, sampleText } from './support/files.js';
import { answerSaveDialog, asksToOverwrite } from './support/saveDialog.js';
import { Table } from './support/table.js';

describe('converting', () => {
  const vscode = useWorkbench();

  it('to NVDLA JSON from the palette asks once, suggests a name and tells what it did', async () => {
    await Table.open(vscode(), CACHE);
    await vscode().runCommand('Calibration Tables: Convert to NVDLA JSON…');
    await withoutNetwork();
    assert.match(
      await vscode().dialogs.text(),
      /Convert "resnet34-trt7203\.cache" to an NVDLA calibration table\?[^]*162 of 162 entries/,
    );
    await vscode().screenshot('convert-question');
    await vscode().dialogs.press('Choose File…');
    assert.equal(await answerSaveDialog(vscode(), vscode().path('out.json')), 'resnet34-trt7203.json');
    assert.match(await vscode().notifications.waitFor('Wrote 162 of 162 entries to "out.json"'), /162/);
    await vscode().screenshot('convert-done');
    assert.equal(text('out.json'), byCli(CACHE, 'nvdla'));
  });

  it('opens what was written on request', async () => {
    const table = await Table.after(vscode(), () => vscode().notifications.press('Wrote 162 of 162', 'Open'));
    assert.match(await table.fact('format'), /NVDLA/);
    assert.equal(await table.text(2, 'scale'), '0.08136773');
  });

  it('never overwrites without asking', async () => {
    await vscode().explorer.choose('resnet34-trt7203.cache', 'Convert to NVDLA JSON…');
    await withoutNetwork();
    await vscode().dialogs.press('Choose File…');
    await answerSaveDialog(vscode(), vscode().path(NVDLA));
    await until('a warning', () => asksToOverwrite(vscode()));
    await vscode().screenshot('convert-overwrite');
    await vscode().quickInput.cancel();
    assert.equal(text(NVDLA), sampleText(NVDLA));
  });

  it('to a TensorRT cache from the explorer asks for version and algorithm', async () => {
    await vscode().explorer.choose('resnet34-calib.json', 'Convert to TensorRT Cache…');
    await withoutNetwork();
    await until('versions', async () => (await vscode().quickInput.labels()).includes('8.6.1'));
    await vscode().screenshot('convert-version');
    await vscode().quickInput.choose('Another version…');
    await vscode().quickInput.type('8.x');
    await until('what is wrong', async () => /Type a version of TensorRT/.test(await vscode().quickInput.message()));
    await vscode().quickInput.answer('8.4.1');
    await vscode().quickInput.choose('MinMaxCalibration');
    await vscode().dialogs.press('Choose File…');
    await answerSaveDialog(vscode(), vscode().path('out.cache'));
    await vscode().notifications.waitFor('Wrote 162 of 162 entries to "out.cache"');
    assert.equal(
      text('out.cache'),
      byCli(NVDLA, 'tensorrt', '--trt-version', '8.4.1', '--algorithm', 'MinMaxCalibration'),
    );
    assert.match(text('out.cache'), /^TRT-8401-MinMaxCalibration\ndata: 3c010204\nconv1: 3da6a420\n/);
  });

  it('shows a report of what was lost', async () => {
    await vscode().notifications.press('"out.cache"', 'Details');
    await until(
      'the report',
      async () =>
        (await vscode().textEditor.isOpen()) && (await vscode().textEditor.text()).includes('entries out      162'),
    );
    await vscode().screenshot('convert-report');
  });

  it('takes the unsaved edits of the table', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.edit(1, 'scale', '1');
    await table.button('convert').click();
    await vscode().quickInput.choose('NVDLA calibration table');
    await withoutNetwork();
    await vscode().dialogs.press('Choose File…');
    await answerSaveDialog(vscode(), vscode().path('edited.json'));
    await until('the file', () => existsSync(vscode().path('edited.json')) && text('edited.json').endsWith('}\n'));
    assert.equal((JSON.parse(text('edited.json')) as { data: { scale: number } }).data.scale, 1);
  });

  async function withoutNetwork(): Promise<void> {
    await vscode().quickInput.choose('Without a network: carry the names over');
  }

  function text(path: string): string {
    return readFileSync(vscode().path(path), 'utf8');
  }

  function byCli(source: string, format: string, ...options: string[]): string {
    const target = vscode().path(`by-cli.${format}`);
    execFileSync(
      process.execPath,
      [join(root, 'dist/cli.js'), 'convert', join(root, 'samples', source), '--to', format, '-o', target, ...options],
      { stdio: 'ignore' },
    );
    return readFileSync(target, 'utf8');
  }
});
