import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { until } from '../support/until.js';
import { describeInThemes, useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/Table.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const files = {
  'old.cache': `${HEADER}same: 3c010204\ngrown: 3c010204\nshrunk: 3f800000\nremoved: 3c010204\n`,
  'new.cache': `${HEADER}same: 3c010204\ngrown: 3c810204\nadded: 3c010204\nadded_too: 3c010204\nshrunk: 3f000000\n`,
};
const COUNTS = { changed: '2', same: '1', removed: '1', added: '2', grew: '1', shrank: '1' };

describeInThemes('comparing', ['light', 'highContrast'], (theme) => {
  const vscode = useWorkbench({ theme, files });
  let view: Frame;

  it('two files selected in the explorer', async () => {
    // Once a file is open, the explorer selects it alone: only then is a selection of two sure to stay.
    await Table.after(vscode(), () => vscode().explorer.open('old.cache'));
    await vscode().explorer.select('old.cache', 'new.cache');
    await vscode().explorer.choose('new.cache', 'Compare Selected Tables');
    view = await vscode().webviewFrame('main.diff-page .grid-row[data-row]');
    const [before, after] = [await fact('old'), await fact('new')];
    assert.deepEqual([before, after].sort(), ['new.cache', 'old.cache']);
    if (before !== 'old.cache') await swap('old.cache');
    assert.deepEqual(await counts(), COUNTS);
    await vscode().screenshot(`compare-${theme}`);
  });

  it('shows what changed, and the rest on request', async () => {
    assert.deepEqual(await names(), ['grown', 'added', 'added_too', 'shrunk', 'removed']);
    await view.locator('vscode-button#show-same').click();
    await until('the unchanged entry', async () => (await names()).includes('same'));
    const ratio = view.locator('.grid-row:has([data-column=name]:text-is("grown")) [data-column=ratio]');
    assert.equal(await ratio.innerText(), '2.000000');
  });

  it('the other way round', async () => {
    await swap('new.cache');
    assert.deepEqual(await counts(), { ...COUNTS, removed: '2', added: '1' });
  });

  it('follows unsaved edits', async () => {
    await view.locator('vscode-button#open-new').click();
    const table = await Table.shown(vscode());
    await table.edit(2, 'scale', '1');
    await vscode().press('ControlOrMeta+Z');
    await table.waitFor(2, 'hex', '3c010204');
    await table.edit(1, 'scale', '1');
    await vscode().tabs.select('new.cache ↔ old.cache');
    view = await vscode().webviewFrame('main.diff-page');
    await until('one change more', async () => (await fact('changed')) === '3');
  });

  it('with a file chosen from a list', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.button('compare-with').click();
    assert.ok((await vscode().quickInput.labels()).some((label) => label.includes('resnet34-trt8601.cache')));
    await vscode().quickInput.choose('resnet34-trt8601.cache');
    view = await vscode().webviewFrame('main.diff-page .grid-row[data-row]');
    assert.deepEqual([await fact('old'), await fact('new')], [CACHE, 'resnet34/resnet34-trt8601.cache']);
    assert.deepEqual([await fact('removed'), await fact('added')], ['0', '0']);
    await view.locator('[role=columnheader][data-column=log2]').click();
    await view.locator('[role=columnheader][data-column=log2]').click();
    await vscode().screenshot(`compare-resnet34-${theme}`);
  });

  async function swap(firstAfter: string): Promise<void> {
    await view.locator('vscode-button#swap').click();
    await until('the other order', async () => (await fact('old')) === firstAfter);
  }

  function fact(id: string): Promise<string> {
    return view.locator(`[data-fact="${id}"] dd`).innerText();
  }

  async function counts(): Promise<Record<string, string>> {
    const ids = Object.keys(COUNTS);
    const values = await Promise.all(ids.map(fact));
    return Object.fromEntries(ids.map((id, at) => [id, values[at] ?? '']));
  }

  function names(): Promise<string[]> {
    return view.locator('.grid-body [data-column=name]').allInnerTexts();
  }
});
