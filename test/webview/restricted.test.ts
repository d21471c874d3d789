import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('a folder that is not trusted', () => {
  const vscode = useWorkbench({
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  });

  it('still opens tables, and lets them be edited', async () => {
    await vscode().page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
    const table = await Table.open(vscode(), CACHE);
    await table.edit(1, 'scale', '1');
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty('resnet34-trt7203.cache', false);
    assert.match(readFileSync(vscode().path(CACHE), 'utf8'), /\ndata: 3f800000\n/);
    await vscode().screenshot('restricted');
  });
});
