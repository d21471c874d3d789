import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE, sampleText } from './support/files.js';
import { Table } from './support/table.js';

const TAB = 'resnet34-trt7203.cache';

describe('many entries', () => {
  const vscode = useWorkbench({ themes: THEMES });
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  it('are renamed by find and replace, which says before what will change', async () => {
    await table.select(5);
    await table.press('ControlOrMeta+H');
    await table.field('replace-find').fill('^res(\\d)([a-z])_branch');
    await preview(/^0 names of 162/);
    await table.button('replace-regex').click();
    await table.field('replace-by').fill('block$1/$2_');
    await preview(/names of 162 \(all entries in sight\) would change: res2a_branch2a → block2\/a_2a/);
    await assertAccessible(vscode(), table.frame);
    await vscode().pictures('replace-names');
    await table.button('replace-all').click();
    await table.waitFor(10, 'name', 'block2/a_2a');
    assert.match((await table.column('name')).join('\n'), /block2\/a_2b/);
    await table.press('ControlOrMeta+Z');
    await table.waitFor(10, 'name', 'res2a_branch2a');
    await vscode().tabs.waitUntilDirty(TAB, false);
  });

  it('are not renamed where two would have one name', async () => {
    await table.press('ControlOrMeta+H');
    await table.field('replace-find').fill('^res.*');
    await table.field('replace-by').fill('same');
    await until('what is wrong', async () =>
      /"same": Entry \d+ has this name already/.test(
        await table.frame.locator('#replace-form .form-message').innerText(),
      ),
    );
    await table.field('replace-find').press('Escape');
    await table.frame.locator('#replace-form').waitFor({ state: 'hidden' });
  });

  it('of a selection are renamed alone', async () => {
    await table.select(5);
    await table.press('Shift+ArrowDown', 'F2');
    await note(/Ctrl\+H/);
    await table.press('ControlOrMeta+H');
    await table.field('replace-find').fill('1$');
    await preview(/^2 names of 2 \(the selected entries\) would change: conv1 →/);
    await table.field('replace-find').press('Escape');
  });

  it('are duplicated, moved, and stay selected', async () => {
    await table.select(5);
    await table.press('Shift+Alt+ArrowDown');
    await table.waitFor(6, 'name', 'conv1_copy');
    await table.press('Alt+ArrowDown');
    await table.waitFor(7, 'name', 'conv1_copy');
    await table.press('Alt+ArrowUp', 'Alt+ArrowUp');
    await table.waitFor(5, 'name', 'conv1_copy');
    assert.equal(await table.cell(5, 'name').getAttribute('aria-selected'), 'true');
    await table.press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty(TAB, false);
    const text = sampleText(CACHE);
    const line = /conv1: .*\n/.exec(text)?.[0] ?? '';
    assert.equal(
      readFileSync(vscode().path(CACHE), 'utf8'),
      text.replace(line, line.replace('conv1', 'conv1_copy') + line),
    );
  });

  it('are not moved while a column orders them', async () => {
    await table.sortBy('scale');
    await table.frame.locator('.grid-row[data-row="1"] [data-column=name]').click();
    await table.press('Alt+ArrowUp');
    await note(/order of a column/);
  });

  async function preview(text: RegExp): Promise<void> {
    await until(`a preview like ${text}`, async () =>
      text.test(await table.frame.locator('#replace-preview').innerText()),
    );
  }

  async function note(text: RegExp): Promise<void> {
    await until(`a note like ${text}`, async () => text.test(await table.frame.locator('#cell-note').innerText()));
  }
});
