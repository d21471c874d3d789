import assert from 'node:assert/strict';
import { useWorkbench } from '../support/useWorkbench.js';
import { until } from '../support/until.js';
import { CACHE } from '../webview/support/files.js';
import { Table } from '../webview/support/table.js';

describe('in VS Code for the web', () => {
  const vscode = useWorkbench();

  it('the extension runs in a web worker of the browser, on a virtual file system', async () => {
    await Table.open(vscode(), CACHE);
    await vscode().runCommand('Test Disk: Where Extensions Run');
    const where = await until('what the extension host says', async () => {
      const text = await vscode().page.evaluate(() => navigator.clipboard.readText());
      return text.startsWith('{') && (JSON.parse(text) as Record<string, unknown>);
    });
    assert.deepEqual(where, {
      uiKind: 'Web',
      remoteName: null,
      appHost: 'web',
      worker: true,
      process: 'undefined',
      scheme: 'testdisk',
      isActive: true,
    });
  });

  it('a comparison with what git has says that there is no git', async () => {
    for (const command of ['Compare Table with HEAD', 'Compare Table with Commit…']) {
      await vscode().runCommand(`Calibration Tables: ${command}`);
      await vscode().notifications.waitFor('VS Code for the web has no git');
      await vscode().runCommand('Notifications: Clear All Notifications');
    }
  });
});
