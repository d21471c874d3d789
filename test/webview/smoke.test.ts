import assert from 'node:assert/strict';
import { useWorkbench } from '../support/useWorkbench.js';

describe('the workbench', () => {
  const vscode = useWorkbench();

  it('shows the samples', async () => {
    await vscode().screenshot('workbench');
    assert.ok((await vscode().explorer.names()).includes('labels.cache'));
  });
});
