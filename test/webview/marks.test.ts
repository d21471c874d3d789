/** What somebody notes of tensors: beside the table, in its grid, and given to tools. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { Table } from './support/table.js';

describe('marks on tensors', () => {
  const vscode = useWorkbench({ themes: THEMES });
  let table: Table;
  const file = (): string => vscode().path('build/digits.cache.marks.json');
  const marks = (): string => readFileSync(file(), 'utf8');

  it('are set for the selected entries, and stand in a file beside the table', async () => {
    table = await Table.open(vscode(), 'build/digits.cache');
    await table.select(2);
    await vscode().runCommand('Calibration Tables: Mark…');
    await vscode().quickInput.choose('Keep in FP16');
    await until('the file', () => existsSync(file()));
    assert.equal(marks(), '{\n  "marks": {\n    "/conv1/Conv_output_0": { "fp16": true }\n  }\n}\n');
    await table.waitFor(2, 'mark', 'FP16');
  });

  it('hold a note, too', async () => {
    await table.select(5);
    await vscode().runCommand('Calibration Tables: Mark…');
    await vscode().quickInput.choose('Note…');
    await vscode().quickInput.answer('measured again');
    await table.waitFor(5, 'mark', 'measured again');
    await vscode().pictures('marks');
    await assertAccessible(vscode(), table.frame);
  });

  it('are asked for in the filter box', async () => {
    await table.filter('mark:fp16');
    await table.waitForCount('1 of 7');
    await table.filter('');
  });

  it('follow their file', async () => {
    writeFileSync(file(), marks().replace('"fp16": true', '"suspicious": true'));
    await table.waitFor(2, 'mark', 'suspicious');
    writeFileSync(file(), marks().replace('"suspicious": true', '"fp16": true'));
    await table.waitFor(2, 'mark', 'FP16');
  });

  it('are given to tools', async () => {
    await vscode().runCommand('Calibration Tables: Copy Marked Tensors As…');
    await vscode().quickInput.choose('--exclude');
    await until('the clipboard', async () =>
      /--exclude \/conv1\/Conv_output_0/.test(await vscode().page.evaluate(() => navigator.clipboard.readText())),
    );
  });

  it('stand beside what a build did, as long as that is open', async () => {
    await vscode().runCommand('Calibration Tables: What the Build Did…');
    await vscode().quickInput.choose('digits-build.log');
    await vscode().webviewFrame('.build-page #grid');
    await vscode().tabs.select('digits.cache');
    table = await Table.shown(vscode());
    await table.waitFor(5, 'fate', 'differs');
    await vscode().screenshot('fates-in-table');
  });
});
