import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('a view that can not read what it is sent', () => {
  const vscode = useWorkbench({ themes: THEMES });

  /** What another version of the extension could send, or what lost a part on its way. */
  const send = (frame: Frame, message: unknown): Promise<void> =>
    frame.evaluate((data) => globalThis.postMessage(data, '*'), message);

  it('says so in place of the table, and shows it again when told to try again', async () => {
    const table = await Table.open(vscode(), CACHE);
    await send(table.frame, { type: 'table', names: ['a'] });
    await table.frame.locator('#failed').waitFor();
    assert.match(await table.frame.locator('#failed').innerText(), /can't be shown[^]*did not arrive whole/);
    await assertAccessible(vscode(), table.frame);
    await vscode().pictures('unreadable');
    await table.button('try-again').click();
    await table.waitForCount('162 of 162');
  });

  it('shows the whole table again when a change is of another one than it has', async () => {
    const table = await Table.shown(vscode());
    await table.edit(1, 'scale', '0.5');
    await table.waitFor(1, 'scale', '0.5000000');
    await send(table.frame, { type: 'foreign', foreign: { id: 'x', label: 'x', hint: 'x' }, actions: [] });
    await table.frame.locator('#foreign').waitFor();
    await vscode().press('ControlOrMeta+Z');
    await until('the table', async () => (await table.frame.locator('main.table-page').count()) > 0);
    await until('the old scale', async () => (await table.text(1, 'scale')) !== '0.5000000');
  });

  it('opens the file as text', async () => {
    const table = await Table.shown(vscode());
    await send(table.frame, { type: 'no such message' });
    await table.button('failed-as-text').click();
    await until('the text', () => vscode().textEditor.isOpen());
  });
});
