import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { Table } from './support/table.js';

const HEADER = 'TRT-8601-EntropyCalibration2';
const tableOf = (...names: readonly string[]): string =>
  [HEADER, ...names.map((name) => `${name}: 3c010a14`), ''].join('\n');

describe('the list of tables to compare with', () => {
  const vscode = useWorkbench({
    fresh: true,
    files: {
      'pick/own.cache': tableOf('stem/x', 'stem/y', 'stem/z'),
      'pick/near.cache': tableOf('other'),
      'far/away/same.cache': tableOf('stem/x', 'stem/y', 'stem/w'),
      'pick/qmake.cache': 'CONFIG += release\n',
    },
  });

  it('has the one with most names in common first, and no file that only looks like a table', async () => {
    // That one of another network is open makes it no likelier.
    await Table.open(vscode(), 'resnet34/resnet34-trt8601.cache');
    await Table.open(vscode(), 'pick/own.cache');
    await vscode().runCommand('Calibration Tables: Compare With…');
    await until('the tables of the workspace', async () =>
      (await vscode().quickInput.labels()).some((label) => label.includes('detector-trt8601')),
    );
    const labels = await vscode().quickInput.rows.allInnerTexts();
    await vscode().screenshot('pick-table');
    const at = (word: string): number => labels.findIndex((label) => label.includes(word));
    assert.match(labels[at('same.cache')] ?? '', /2 names in common/);
    assert.ok(at('same.cache') < at('near.cache') && at('near.cache') < at('detector-trt8601'), labels.join(' | '));
    assert.equal(at('qmake'), -1);
    // Behind all others, and so out of sight.
    assert.equal(at('resnet34-trt8601'), -1);
  });
});

describe('a tensor in any table', () => {
  const vscode = useWorkbench();

  it('is found in the tables of the workspace, and gone to', async () => {
    await vscode().runCommand('Calibration Tables: Find Tensor in All Tables…');
    await vscode().quickInput.answer('Concat_1_output');
    await vscode().quickInput.choose('/Concat_1_output_0');
    const table = await Table.shown(vscode());
    await until('the entry', async () =>
      (await table.frame.locator('#details').innerText()).includes('/Concat_1_output_0'),
    );
    await vscode().runCommand('Calibration Tables: Find Tensor in All Tables…');
    await vscode().quickInput.answer('no such tensor');
    await vscode().notifications.waitFor('No table has an entry with "no such tensor" in its name.');
  });
});
