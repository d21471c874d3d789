import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const OLD = `${HEADER}data: 3c010204\nconv1: 3c010204\nstem.alpha: 3d010204\nfc: 3f800000\n`;
const NEW = `${HEADER}data: 3c010204\nconv1: 3c0d0e10\nblock.omega: 41810204\nfc: 3f000000\n`;

describe('pairs of a comparison by hand', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    files: { 'old.cache': OLD, 'new.cache': NEW },
  });
  let diff: DiffView;
  before(async () => {
    diff = await DiffView.compare(vscode(), 'old.cache', 'new.cache');
  });

  const status = (name: string): Promise<string> => diff.cell(name, 'status').innerText();

  it('are made of two rows that are selected', async () => {
    await diff.cell('stem.alpha', 'oldName').click();
    await diff.cell('block.omega', 'newName').click({ modifiers: ['ControlOrMeta'] });
    await diff.button('pair').click();
    await until('one pair', async () => /renamed, changed/.test(await status('block.omega')));
    assert.match(await diff.fact('by-hand'), /^1/);
    await diff.cell('block.omega', 'newName').click();
    await until('what it was paired by', async () => /paired by hand/.test(await diff.details()));
    await vscode().pictures('diff-by-hand');
  });

  it('stay when the window is loaded again', async () => {
    await vscode().reload(/"byHand":\[\{"kind":"pair"/);
    diff = await DiffView.shown(vscode());
    await until('one pair', async () => /renamed, changed/.test(await status('block.omega')));
  });

  it('are found again as they were', async () => {
    await diff.cell('block.omega', 'newName').click();
    await diff.button('undo-hand').click();
    await until('no pair', async () => (await status('block.omega')) === 'added');
    assert.equal(await diff.frame.locator('[data-fact=by-hand]').count(), 0);
  });

  it('are taken apart', async () => {
    await diff.cell('fc', 'newName').click();
    await diff.button('unpair').click();
    await until('two rows', async () => (await diff.names()).filter((name) => name === 'fc').length === 2);
    await diff.cell('fc', 'newName').click();
    await diff.button('undo-hand').click();
    await until('one row', async () => (await diff.names()).filter((name) => name === 'fc').length === 1);
  });

  it('give a value to the other table, unsaved, and the comparison follows', async () => {
    await diff.cell('conv1', 'newName').click();
    await diff.button('take-into-new').click();
    await vscode().tabs.waitUntilDirty('new.cache');
    await until('the comparison in front', async () => /old\.cache/.test((await vscode().tabs.active())?.label ?? ''));
    diff = await DiffView.shown(vscode());
    await until('no change', async () => !(await diff.names()).includes('conv1'));
    assert.equal(readFileSync(vscode().path('new.cache'), 'utf8'), NEW);
  });
});
