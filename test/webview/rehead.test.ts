import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { Table } from './support/table.js';

/** With all that a change of the header must leave alone. */
const ODD = '\ufeffTRT-8601-EntropyCalibration2\r\n\r\ndata: 3C008912\r\nno entry\r\nconv1: 3d4ccccd ';
const COMMAND = 'Calibration Tables: Change Version and Algorithm…';

describe('another version and algorithm', () => {
  const vscode = useWorkbench({ files: { 'odd.cache': ODD } });
  let table: Table;

  it('of the same major version is said to pass, and changes the header line alone', async () => {
    table = await Table.open(vscode(), 'odd.cache');
    await change('8.5.2', 'EntropyCalibration2');
    const said = await vscode().dialogs.text();
    assert.match(said, /Change "TRT-8601-EntropyCalibration2" to "TRT-8502-EntropyCalibration2"\?/);
    assert.match(said, /Same major version: the header check is expected to pass\. \(inferred\)/);
    assert.doesNotMatch(said, /The scales were made by/);
    await vscode().dialogs.press('Change Header');
    await until('the new version', async () => (await table.fact('version')) === '8.5.2');
    await save();
    assert.equal(text(), ODD.replace('TRT-8601', 'TRT-8502'));
  });

  it('is undone like any edit', async () => {
    await table.press('ControlOrMeta+Z');
    await until('the old version', async () => (await table.fact('version')) === '8.6.1');
    await save();
    assert.equal(text(), ODD);
  });

  it('changes nothing when the question is called off', async () => {
    await change('7.2.3', 'MinMaxCalibration');
    assert.match(
      await vscode().dialogs.text(),
      /made by EntropyCalibration2 and stay as they are; the header will say MinMaxCalibration[^]*Different major versions: TensorRT is expected to refuse or ignore/,
    );
    await vscode().dialogs.press('Cancel');
    assert.equal(await table.fact('version'), '8.6.1');
  });

  it('warns of TensorRT 11, which reads no cache', async () => {
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('Another version…');
    await vscode().quickInput.type('11.0.0');
    await until('the warning', async () => /TensorRT 11 removed calibrators/.test(await vscode().quickInput.message()));
    await vscode().quickInput.accept();
    await vscode().quickInput.choose('EntropyCalibration2');
    assert.match(await vscode().dialogs.text(), /there a cache is of no use/);
    await vscode().screenshot('rehead-11');
    await vscode().dialogs.press('Cancel');
  });

  async function change(version: string, algorithm: string): Promise<void> {
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose(version);
    await vscode().quickInput.choose(algorithm);
  }

  async function save(): Promise<void> {
    await table.press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty('odd.cache', false);
  }

  function text(): string {
    return readFileSync(vscode().path('odd.cache'), 'utf8');
  }
});
