import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { describeInThemes, useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describeInThemes('axe', ['light', 'highContrast'], (theme) => {
  const vscode = useWorkbench({ theme });

  it('finds nothing serious in a table', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.select(2);
    await table.button('add-entry').click();
    await table.button('edit-header').click();
    assert.deepEqual(await violations(table.frame), []);
    await vscode().screenshot(`axe-table-${theme}`);
  });

  it('finds nothing serious in a table with findings, while a cell is edited', async () => {
    const table = await Table.open(vscode(), 'broken.cache');
    await table.frame.locator('#reuse-summary').click();
    await table.typeInto(2, 'scale', 'x');
    assert.deepEqual(await violations(table.frame), []);
  });

  it('finds nothing serious on the page of a foreign file', async () => {
    await vscode().openFile('labels.cache');
    assert.deepEqual(await violations(await vscode().webviewFrame('#foreign')), []);
  });

  it('finds nothing serious in a comparison', async () => {
    const table = await Table.after(vscode(), () => vscode().tabs.select('resnet34-trt7203.cache'));
    await table.button('compare-with').click();
    await vscode().quickInput.choose('resnet34-trt8601.cache');
    assert.deepEqual(await violations(await vscode().webviewFrame('main.diff-page .grid-row[data-row]')), []);
  });
});

/** The serious and critical violations, in words. The page's policy forbids script elements; evaluating needs none. */
async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const results = await frame.evaluate(async () =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}
