import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { Table } from './support/table.js';
import { buttonBy } from './support/toolkit.js';

/** Ranges as onnxruntime's provider tables hold them: of `b` and `c` the end that is not the larger one. */
const TABLE = 'a 2.5\nb 2.0\nc -1.0\n';
const RANGES = '{"a": [-1.5, 2.5], "b": [-8, 2], "c": [-3, -1]}';

describe('ranges that are smaller than those in the JSON beside the table', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    files: { 'ranges/calibration.cache': TABLE, 'ranges/calibration.json': RANGES },
  });

  it('are said above the table, with what takes the larger ones', async () => {
    const table = await Table.open(vscode(), 'ranges/calibration.cache');
    const notice = table.frame.locator('#notices');
    await until('a notice', async () => /2 .*ranges/.test(await notice.innerText()));
    await vscode().pictures('understated');
  });

  it('become those of the JSON by a click, as one step that can be undone', async () => {
    const table = await Table.shown(vscode());
    await table.frame.locator(`#notices ${buttonBy()}`).first().click();
    await until('the range of the JSON', async () => (await table.text(2, 'range')).includes('8'));
    assert.match(await table.text(3, 'range'), /3/);
    await until('no notice', async () => (await table.frame.locator('#notices').innerText()).trim() === '');
    await vscode().tabs.waitUntilDirty('calibration.cache');
    await vscode().runCommand('Undo');
    await until('the range as stored', async () => (await table.text(2, 'range')).includes('2'));
    assert.equal(readFileSync(vscode().path('ranges/calibration.cache'), 'utf8'), TABLE);
  });
});
