import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('the profile', () => {
  const vscode = useWorkbench({ themes: THEMES, size: { width: 1600, height: 1000 } });
  let table: Table;
  const canvas = (): Locator => table.frame.locator('#profile canvas');
  const said = (): Promise<string | null> => canvas().getAttribute('aria-valuetext');
  before(async () => {
    table = await Table.open(vscode(), CACHE);
    await table.button('histogram-tab-profile').click();
    await canvas().waitFor();
  });

  it('says what it shows, and marks what stands out', async () => {
    assert.match(
      (await canvas().getAttribute('aria-label')) ?? '',
      /^Dynamic range of 162 tensors in the order of the file, logarithmic axis, from ± 1 to ± 28\.34\./,
    );
    await table.select(3);
    await until('the entry', async () => /Layer\* 1\) \[Scale\]_output \(Scale\): ± 4\.008/.test((await said()) ?? ''));
    await vscode().pictures('profile');
    await assertAccessible(vscode(), table.frame);
  });

  it('selects the row of a point that is clicked, and is walked by keys', async () => {
    const { width, height } = (await canvas().boundingBox()) ?? { width: 0, height: 0 };
    await canvas().click({ position: { x: width - 10, y: height / 2 } });
    await until('the last entry', async () => /^prob/.test((await said()) ?? ''));
    await vscode().press('ArrowLeft');
    await until('the one before', async () => !/^prob/.test((await said()) ?? ''));
    await vscode().press('Home');
    await until('the first row', async () =>
      /active-cell/.test(
        (await table
          .cell(1, 'name')
          .getAttribute('class')
          .catch(() => '')) ?? '',
      ),
    );
  });

  it('filters by a brush, drawn or typed, until its chip is closed', async () => {
    const box = (await canvas().boundingBox()) ?? assert.fail('no canvas');
    const { mouse } = vscode().page;
    await mouse.move(box.x + box.width * 0.3, box.y + 20);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.5, box.y + 30, { steps: 5 });
    await mouse.up();
    const chip = table.frame.locator('.chip');
    await chip.waitFor();
    assert.match(await chip.innerText(), /^positions \d+ to \d+/);
    const shown = parseInt(await table.count());
    assert.ok(shown > 20 && shown < 45, String(shown));
    await vscode().screenshot('profile-brush');
    await table.button('clear-stretch').click();
    await table.waitForCount('162 of 162');
    await canvas().focus();
    await vscode().press('Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await table.waitForCount('3 of 162');
    await vscode().press('Escape');
    await table.waitForCount('162 of 162');
  });

  it('is zoomed by the wheel and by keys, and whole again', async () => {
    const whole = table.button('profile-whole');
    await canvas().hover();
    await vscode().page.mouse.wheel(0, -200);
    await whole.waitFor();
    await vscode().screenshot('profile-zoomed');
    await whole.click();
    await whole.waitFor({ state: 'hidden' });
    await canvas().focus();
    await vscode().press('+');
    await whole.waitFor();
    await vscode().press('0');
    await whole.waitFor({ state: 'hidden' });
  });

  it('shows one layer type by a click in its legend', async () => {
    await table.frame.locator('#profile .count-button[data-value=Convolution]').click();
    await until('rows of one type', async () => parseInt(await table.count()) < 60);
    assert.ok((await table.column('type')).every((type) => type === 'Convolution'));
    await table.filter('');
  });

  it('is saved as a picture and as numbers', async () => {
    for (const [extension, start] of [
      ['svg', '<svg xmlns='],
      ['csv', 'position,entry,name,type,range,scale,stands out\n1,1,data,'],
      ['png', '\u0089PNG'],
    ] as const) {
      const target = `resnet34/out.${extension}`;
      await table.button(`save-${extension}`).click();
      await answerSaveDialog(vscode(), vscode().path(target));
      await until(target, () => existsSync(vscode().path(target)));
      await until('its content', () => readFileSync(vscode().path(target), 'latin1').startsWith(start));
    }
  });
});

describe('a table and the types of its network', () => {
  const vscode = useWorkbench({ fresh: true });

  it('has them in its column, and its order in the profile', async () => {
    const table = await Table.open(vscode(), CACHE);
    await until('the first row', async () => (await table.text(5, 'name')) === 'conv1');
    await vscode().runCommand('Calibration Tables: Check Against Network…');
    await vscode().quickInput.choose('resnet34.prototxt');
    await until('a type that no name tells', async () => (await table.text(6, 'type')) === 'Pooling');
    await table.button('histogram-tab-profile').click();
    await until('the network', async () =>
      /in the order of the network/.test(
        (await table.frame.locator('#profile canvas').getAttribute('aria-label')) ?? '',
      ),
    );
    await table.filter('type:pool');
    await until('poolings', async () => (await table.column('type')).every((type) => type === 'Pooling'));
    await vscode().pictures('profile-network');
    await table.filter('');
    await table.button('toggle-groups').click();
    // Unnamed tensors are of the block whose blob their layers write.
    const block = table.frame.locator('#groups .count-button[data-value=res2a]');
    await until('a whole block', async () => Number(await block.innerText()) > 3);
    await block.click();
    await until('its rows', async () => (await table.column('name')).some((name) => name.startsWith('(Unnamed')));
    await vscode().pictures('groups-network');
  });
});
