import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';
import { changedFile, commit, git, gitSettings, showSourceControl } from './support/git.js';

const CAMERA = 'P0: 7.2e+02 0 6.1e+02 0 0 7.2e+02\nP1: 7.2e+02 0 6.1e+02 -3.8e+02 0 7.2e+02\n';
const CACHE = 'TRT-8601-EntropyCalibration2\ndata: 3c010204\nconv1: 3c010204\n';
const files = { 'calib.txt': CAMERA, 'model.cache': CACHE, 'calib.json': '{"camera_matrix": [1, 2]}\n' };

describe('a click in Source Control on a changed file', () => {
  const vscode = useWorkbench({
    settings: { ...gitSettings, 'workbench.editorAssociations': {}, 'editor.inlayHints.enabled': 'on' },
    files,
  });

  before(async () => {
    git(vscode().folder, 'init', '--quiet');
    commit(vscode().folder, 'First');
    for (const [name, text] of Object.entries(files)) writeFileSync(vscode().path(name), text.replace('0', '1'));
    writeFileSync(vscode().path('calib.json'), '{"camera_matrix": [1, 3]}\n');
    await showSourceControl(vscode());
  });

  for (const name of ['calib.txt', 'model.cache', 'calib.json']) {
    it(`shows the change of ${name} as text, in one tab`, async () => {
      await changedFile(vscode(), name).click();
      const label = `${name} (Working Tree)`;
      await until(`the diff of ${name}`, async () => (await vscode().tabs.active())?.label === label);
      await vscode().page.locator('.editor-instance .monaco-diff-editor .view-line').first().waitFor();
      assert.deepEqual(
        (await vscode().tabs.list()).map((tab) => tab.label),
        [label],
      );
      await vscode().screenshot(`source-control-${name}`);
    });
  }

  it('says over the text what changed, and leads to the comparison; ranges stand behind the hex on both sides', async () => {
    writeFileSync(vscode().path('model.cache'), CACHE.replace('conv1: 3c010204', 'conv1: 3d010204'));
    await changedFile(vscode(), 'model.cache').click();
    const editor = vscode().page.locator('.editor-instance .monaco-diff-editor');
    const lens = editor
      .locator('.codelens-decoration a')
      .filter({ hasText: '1 changed, worst conv1 ×4.0 · Compare as tables' });
    await lens.waitFor();
    for (const side of ['original', 'modified'])
      await until(`a range in the ${side} text`, async () =>
        /±/.test(await editor.locator(`.editor.${side} .view-lines`).innerText()),
      );
    await vscode().screenshot('source-control-lens');
    assert.equal(await vscode().page.locator('.notification-toast').count(), 0, 'nothing is wrong');
    await lens.click();
    const diff = await DiffView.shown(vscode());
    await diff.waitForNames('conv1');
  });
});
