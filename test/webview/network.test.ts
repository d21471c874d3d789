import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { Table } from './support/table.js';
import { buttonBy } from './support/toolkit.js';

const PROTOTXT = [
  'name: "tiny"',
  'input: "data"',
  ...[
    ['conv1', 'Convolution', 'data'],
    ['pool1', 'Pooling', 'conv1'],
    ['prob', 'Softmax', 'pool1'],
  ].map(([name, type, bottom]) => `layer { name: "${name}" type: "${type}" bottom: "${bottom}" top: "${name}" }`),
].join('\n');
const TABLE =
  '{\n    "data": { "scale": 0.0078, "min": 0, "max": 0, "offset": 0 },\n    "conv1": { "scale": 0.05, "min": 0, "max": 0, "offset": 0 }\n}\n';
const CACHE = 'TRT-8601-EntropyCalibration2\ndata: 3bff9724\nconv1: 3d4ccccd\npool1: 3d4ccccd\n';
const LOG = [
  '[V] [TRT] Setting dynamic range for data to [-0.9906,0.9906]',
  '[V] [TRT] Setting dynamic range for conv1 to [-6.35,6.35]',
  '[W] [TRT] Missing scale and zero-point for tensor prob, expect fall back to non-int8 implementation for any layer consuming or producing given tensor',
].join('\n');

describe('a table and its network', () => {
  const vscode = useWorkbench({
    fresh: true,
    files: { 'tiny/calib.json': TABLE, 'tiny/tiny.prototxt': PROTOTXT, 'logs/a.cache': CACHE, 'logs/build.log': LOG },
  });

  it('is told what is missing by the network beside it', async () => {
    const table = await Table.open(vscode(), 'tiny/calib.json');
    const notice = table.frame.locator('#notices');
    await until('a notice', async () =>
      /tiny\.prototxt asks for 2 entries that the table lacks, and nvdla_compiler aborts without them: pool1, prob/.test(
        await notice.innerText(),
      ),
    );
    assert.match(await table.frame.locator('#file-findings').innerText(), /missing-entry/);
    await vscode().screenshot('network-missing');
  });

  it('gets the missing entries as one undoable edit', async () => {
    const table = await Table.shown(vscode());
    await table.frame.locator(`#notices ${buttonBy()}, #notices button`).first().click();
    await until('the missing entries to choose from', async () =>
      (await vscode().quickInput.labels()).some((label) => label.includes('pool1')),
    );
    await vscode().screenshot('network-add');
    await vscode().quickInput.accept();
    await until('the question for a scale', async () =>
      (await vscode().quickInput.labels()).some((label) => label.includes('neighbour')),
    );
    await vscode().quickInput.choose("Take the neighbour's scale");
    await until('four entries', async () => (await table.fact('entries')) === '4');
    assert.equal(await table.text(4, 'name'), 'prob');
    assert.equal(await table.text(3, 'scale'), await table.text(2, 'scale'));
    await until('the notice to go', async () => (await table.frame.locator('#notices').innerText()).trim() === '');
    await vscode().tabs.waitUntilDirty('calib.json');
    await vscode().runCommand('Undo');
    await until('two entries', async () => (await table.fact('entries')) === '2');
    assert.equal(readFileSync(vscode().path('tiny/calib.json'), 'utf8'), TABLE);
  });

  it('is checked against the log of a build, which is offered where it lies beside the table', async () => {
    const table = await Table.open(vscode(), 'logs/a.cache');
    await vscode().runCommand('Calibration Tables: Check Against Network…');
    await until('the log', async () => (await vscode().quickInput.labels()).includes('build.log'));
    await vscode().screenshot('network-or-log');
    await vscode().quickInput.choose('build.log');
    await until('the finding', async () =>
      /The build asks for "prob"/.test(await table.frame.locator('main').innerText()),
    );
    await table.select(3);
    assert.match(await table.frame.locator('#details').innerText(), /The build set no range for it/);
    await vscode().screenshot('network-log');
  });

  it('gets another version and algorithm, and no other change', async () => {
    const table = await Table.shown(vscode());
    await vscode().runCommand('Calibration Tables: Change Version and Algorithm…');
    await vscode().quickInput.choose('10.3.0');
    await vscode().quickInput.choose('MinMaxCalibration');
    assert.match(
      await vscode().dialogs.text(),
      /EntropyCalibration2 and stay as they are; the header will say MinMaxCalibration[^]*Different major versions/,
    );
    await vscode().screenshot('rehead-question');
    await vscode().dialogs.press('Change Header');
    await until('the new header', async () => (await table.fact('version')) === '10.3.0');
    await vscode().runCommand('File: Save');
    await vscode().tabs.waitUntilDirty('a.cache', false);
    assert.equal(
      readFileSync(vscode().path('logs/a.cache'), 'utf8'),
      CACHE.replace('TRT-8601-EntropyCalibration2', 'TRT-100300-MinMaxCalibration'),
    );
  });
});

describe('tables of other formats', () => {
  const vscode = useWorkbench({
    fresh: true,
    files: {
      'calibration.json': '{"data": [-1.5, 2.25], "conv": [-3.0, 1.0]}',
      'int8-calib.txt': 'data:1.000244122\nconv1:5.43116007373\n',
      'net_calib.table': 'conv1_param_0 187.25 246.4\nconv1 63.5\n',
      'net.cali_table':
        '# op_name    threshold    min    max\ndata 2.5000000 -2.5000000 2.2500000\n#weight_scale\nw 1.0 2.0\n',
    },
  });
  const expected = { 'calibration.json': '2', 'int8-calib.txt': '2', 'net_calib.table': '1', 'net.cali_table': '1' };

  for (const [file, entries] of Object.entries(expected)) {
    it(`open: ${file}`, async () => {
      const table = await Table.open(vscode(), file);
      assert.equal(await table.fact('entries'), entries);
      if (file.startsWith('net'))
        assert.match(await table.frame.locator('#kept summary').innerText(), /kept as (it is|they are)/);
      await vscode().screenshot(`format-${file}`);
    });
  }

  it('are edited in the number that they store', async () => {
    const table = await Table.open(vscode(), 'int8-calib.txt');
    await table.edit(2, 'range', '6.5');
    await vscode().tabs.waitUntilDirty('int8-calib.txt');
    await vscode().runCommand('File: Save');
    await vscode().tabs.waitUntilDirty('int8-calib.txt', false);
    assert.equal(readFileSync(vscode().path('int8-calib.txt'), 'utf8'), 'data:1.000244122\nconv1:6.5\n');
  });
});
