import assert from 'node:assert/strict';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const NAMES = ['data', 'res2a_branch1', 'res2a_branch2a', 'res2a_branch2b', 'res2b'];
const TEXT =
  HEADER +
  NAMES.map((name, i) => `${name}: ${['3c010204', '3da6a4', '0', 'bf800000', '3d5265b9'][i] ?? ''}\n`).join('');

describe('the text of a table', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    files: { 'side.cache': TEXT },
    settings: { 'editor.inlayHints.enabled': 'on' },
  });

  it('says ranges, findings and what it is', async () => {
    await vscode().explorer.choose('side.cache', 'Open With...');
    await vscode().quickInput.choose(/^\s*Text Editor/);
    await until('ranges', async () => (await vscode().textEditor.text()).includes('±'));
    await until('squiggles', async () => (await vscode().textEditor.squiggles()) > 0);
    await until('the line over the header', async () =>
      (await vscode().textEditor.pane.innerText()).includes('5 entries'),
    );
    await vscode().pictures('text-side');
  });

  it('offers fixes at the lamp', async () => {
    await vscode().textEditor.clickAfter('res2a_branch1');
    assert.match(await vscode().textEditor.fixes(), /Pad with leading zeros to 8 digits/);
    await vscode().screenshot('text-side-fixes');
    await vscode().press('Enter');
    await until('the padded hex', async () => (await vscode().textEditor.text()).includes('003da6a4'));
    await vscode().runCommand('File: Revert File');
  });
});
