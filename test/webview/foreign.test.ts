import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { buttonBy } from './support/toolkit.js';

const files = {
  'qmake.cache': 'CONFIG += release\nQMAKE_MAC_SDK = macosx\n',
  'pointer.cache':
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
  'empty.cache': '',
};

describe('a file that is something else', () => {
  const vscode = useWorkbench({ themes: ['light', 'highContrast'], files });

  for (const [name, beginning] of [
    ['qmake.cache', 'CONFIG += release'],
    ['pointer.cache', 'version https://git-lfs'],
    ['calib.json', '{'],
  ] as const) {
    it(`opens as text in one tab: ${name}`, async () => {
      if (name === 'calib.json') await vscode().explorer.open('camera');
      await vscode().explorer.open(name);
      await until(
        `the text of ${name}`,
        async () => (await activeLabel()) === name && (await vscode().textEditor.text()).startsWith(beginning),
      );
      assert.deepEqual(
        (await vscode().tabs.list()).map(({ label, preview }) => [label, preview]),
        [[name, true]],
      );
      assert.equal(await vscode().dialogs.isOpen(), false);
      assert.ok(
        await vscode()
          .page.locator(
            '.explorer-folders-view .monaco-list.element-focused, .explorer-folders-view .monaco-list:focus',
          )
          .count(),
        'the focus stays in the explorer',
      );
    });
  }

  it('opens for good when it is opened for good', async () => {
    for (const [name, text] of [
      ['qmake.cache', 'CONFIG'],
      ['pointer.cache', 'version'],
    ] as const) {
      await vscode().explorer.openForGood(name);
      await until(
        `the text of ${name}`,
        async () => (await vscode().textEditor.isOpen()) && (await vscode().textEditor.text()).startsWith(text),
      );
      await until(`the tab of ${name} to stay`, async () => (await vscode().tabs.active())?.preview === false);
    }
    assert.deepEqual(
      (await vscode().tabs.list()).map(({ label }) => label),
      ['qmake.cache', 'pointer.cache'],
    );
    await vscode().runCommand('View: Close All Editors');
  });

  it('is named on a page when it is binary', async () => {
    await vscode().explorer.open('labels.cache');
    const page = await vscode().webviewFrame('#foreign');
    assert.match(await page.locator('h1').innerText(), /label cache/);
    await vscode().pictures('foreign-labels');
    await page.locator(buttonBy('[data-command=openWith]')).click();
    assert.ok((await vscode().quickInput.labels()).some((label) => label.startsWith('Text Editor')));
    await vscode().quickInput.cancel();
  });

  it('and may be sent to other editors from then on', async () => {
    const page: Frame = await vscode().webviewFrame('#foreign');
    await page.locator(buttonBy('[data-command=openAsTextAlways]')).click();
    await until('no table editor', async () => (await vscode().webviews.visible()).length === 0);
    const settings = await until('the setting', () => settingsOf(vscode().path('.vscode/settings.json')));
    assert.deepEqual(settings['workbench.editorAssociations'], { 'labels.cache': 'default' });
    await vscode().pictures('foreign-never-again');
    assert.equal((await vscode().tabs.list()).length, 1);
  });

  it('opens as text when it is empty', async () => {
    await vscode().explorer.open('empty.cache');
    await until(
      'an empty text',
      async () => (await activeLabel()) === 'empty.cache' && (await vscode().textEditor.isOpen()),
    );
    assert.equal(await vscode().textEditor.text(), '');
  });

  async function activeLabel(): Promise<string | undefined> {
    return (await vscode().tabs.active())?.label;
  }
});

function settingsOf(path: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
