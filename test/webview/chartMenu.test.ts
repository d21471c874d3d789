import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';
import { CACHE } from './support/files.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

const PNG = '\x89PNG';

describe('the menu over a chart', () => {
  const vscode = useWorkbench({ fresh: true, size: { width: 1600, height: 1000 } });

  it('saves the numbers of a histogram, beside the table', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.button('histogram-tab-histogram').click();
    const chart = table.frame.locator('#histogram canvas');
    await vscode().menu.of(chart);
    const labels = await vscode().menu.labels();
    assert.deepEqual(labels, ['Save Chart as PNG…', 'Save Numbers of Chart as CSV…']);
    await vscode().screenshot('chart-menu');
    await vscode().menu.choose('Save Numbers of Chart as CSV…');
    const text = await saved('resnet34/bins.csv');
    const [head, ...lines] = text.trimEnd().split('\n');
    assert.match(head ?? '', /^[^,]+,[^,]+/);
    const counts = lines.map((line) => Number(line.split(',').at(-1)));
    assert.ok(lines.length > 5 && counts.every(Number.isFinite), text.slice(0, 200));
  });

  it('saves the picture of a chart, also by a key or the palette', async () => {
    const diff = await DiffView.compare(vscode(), CACHE, 'resnet34/resnet34-trt8601.cache');
    const chart = diff.frame.locator('#charts canvas').first();
    if (!(await chart.isVisible())) await diff.button('toggle-charts').click();
    await choose(chart, 'Save Chart as PNG…');
    assert.ok((await saved('resnet34/residuals.png')).startsWith(PNG));
    await vscode().runCommand('Calibration Tables: Save Chart as PNG…');
    assert.ok((await saved('resnet34/again.png')).startsWith(PNG));
  });

  it('has no numbers where the rows are the numbers, and says where nothing can be saved', async () => {
    const diff = await DiffView.shown(vscode());
    await vscode().menu.of(diff.frame.locator('#charts canvas').first());
    assert.deepEqual(await vscode().menu.labels(), ['Save Chart as PNG…']);
    await vscode().menu.dismiss();
    await diff.button('toggle-charts').click();
    await diff.frame.locator('#charts canvas').first().waitFor({ state: 'hidden' });
    await vscode().runCommand('Calibration Tables: Save Chart as PNG…');
    assert.match(await vscode().notifications.waitFor('chart'), /no chart in sight/);
  });

  async function choose(chart: Locator, label: string): Promise<void> {
    await vscode().menu.of(chart);
    await vscode().menu.choose(label);
  }

  async function saved(name: string): Promise<string> {
    const path = vscode().path(name);
    await answerSaveDialog(vscode(), path);
    return until(name, () => existsSync(path) && readFileSync(path, 'latin1'));
  }
});
