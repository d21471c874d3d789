import { THEMES } from '../support/settings.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

describe('axe', () => {
  const vscode = useWorkbench({ themes: THEMES });

  it('finds nothing serious in a table', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.select(2);
    await table.button('add-entry').click();
    await table.button('edit-header').click();
    await assertAccessible(vscode(), table.frame);
    await vscode().pictures('axe-table');
  });

  it('finds nothing serious in a table with findings, while a cell is edited', async () => {
    const table = await Table.open(vscode(), 'broken.cache');
    await table.frame.locator('#reuse-summary').click();
    await table.typeInto(2, 'scale', 'x');
    await assertAccessible(vscode(), table.frame);
  });

  it('finds nothing serious while terms are offered, beside the groups', async () => {
    const table = await Table.shown(vscode());
    await vscode().press('Escape');
    await table.button('toggle-groups').click();
    await table.field('filter').fill('finding:');
    await table.frame.locator('[role=option]').first().waitFor();
    await vscode().press('ArrowDown');
    await assertAccessible(vscode(), table.frame);
    await table.filter('');
    await table.button('toggle-groups').click();
  });

  it('finds nothing serious on the page of a foreign file', async () => {
    await vscode().openFile('labels.cache');
    await assertAccessible(vscode(), await vscode().webviewFrame('#foreign'));
  });

  it('finds nothing serious in a comparison', async () => {
    const table = await Table.after(vscode(), () => vscode().tabs.select('resnet34-trt7203.cache'));
    await table.button('compare-with').click();
    await vscode().quickInput.choose('resnet34-trt8601.cache');
    await assertAccessible(vscode(), await vscode().webviewFrame('main.diff-page .grid-row[data-row]'));
  });
});
