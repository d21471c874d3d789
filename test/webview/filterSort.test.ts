import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';
import { textBoxBy } from './support/toolkit.js';

describe('rows', () => {
  const vscode = useWorkbench();
  let table: Table;
  before(async () => {
    table = await Table.open(vscode(), CACHE);
  });

  describe('filtered', () => {
    it('by plain text, in which brackets stand for themselves', async () => {
      await table.filter('[scale]');
      await table.waitForCount('53 of 162');
      assert.ok((await table.column('name')).every((name) => name.includes('[Scale]')));
    });

    it('by a regular expression', async () => {
      await table.button('filter-regex').click();
      await table.filter('^(data|prob)$');
      await table.waitForCount('2 of 162');
      assert.deepEqual(await table.column('name'), ['data', 'prob']);
      assert.deepEqual(await table.column('index'), ['1', '162']);
    });

    it('by letter case when asked to', async () => {
      await table.filter('^DATA$');
      await table.waitForCount('1 of 162');
      await table.button('filter-case').click();
      await table.waitForCount('0 of 162');
      assert.match(await table.frame.locator('#no-match').innerText(), /No entry passes the filter/);
      await vscode().screenshot('filter-no-match');
      await table.button('filter-case').click();
    });

    it('not at all by an expression that is none, and says why', async () => {
      await table.filter('conv(');
      await table.waitForCount('162 of 162');
      assert.match(await table.frame.locator('#filter-problem').innerText(), /missing closing \)/);
      assert.equal(await table.frame.locator(textBoxBy('#filter')).getAttribute('aria-invalid'), 'true');
      await vscode().screenshot('filter-problem');
    });

    it('no more after Escape', async () => {
      await table.field('filter').press('Escape');
      await table.waitForCount('162 of 162');
      assert.equal(await table.frame.locator('#filter-problem').innerText(), '');
      await table.button('filter-regex').click();
    });

    it('by terms that complete as one types', async () => {
      await table.field('filter').fill('');
      await table.field('filter').pressSequentially('type:sca');
      await table.frame.getByRole('option', { name: /^Scale/ }).waitFor();
      await vscode().pictures('filter-suggestions');
      await vscode().press('ArrowDown', 'Enter');
      await until('the term', async () => (await table.field('filter').inputValue()) === 'type:Scale');
      await table.waitForCount('53 of 162');
      await vscode().type(' range>10');
      await until('fewer rows', async () => parseInt(await table.count()) < 53);
      const ranges = numbers(await table.column('range'));
      assert.ok(ranges.length > 0 && ranges.every((range) => range > 10), String(ranges));
    });

    it('not for ever by a hopeless expression', async () => {
      await table.button('filter-regex').click();
      await table.filter('((((a|.)+)+)+)+\\$');
      await table.waitForCount('0 of 162');
      await table.button('filter-regex').click();
      await table.filter('');
    });

    it('by Ctrl+F from the rows, and down to the rows again', async () => {
      await table.press('ControlOrMeta+F');
      await vscode().type('conv1');
      await vscode().press('ArrowDown', 'ArrowDown');
      assert.equal(await table.grid.evaluate((grid) => grid === document.activeElement), true);
      await table.filter('');
    });
  });

  describe('sorted', () => {
    it('by scale, the largest first, then the smallest, from the top', async () => {
      await table.select(3);
      await table.sortBy('scale');
      assert.equal(await table.frame.locator('.grid-scroller').evaluate((scroller) => scroller.scrollTop), 0);
      assert.deepEqual(
        numbers(await table.column('scale')),
        numbers(await table.column('scale')).sort((a, b) => b - a),
      );
      await table.sortBy('scale');
      assert.deepEqual(
        numbers(await table.column('scale')),
        numbers(await table.column('scale')).sort((a, b) => a - b),
      );
      assert.equal(
        await table.frame.locator('[role=columnheader][data-column=scale]').getAttribute('aria-sort'),
        'ascending',
      );
      await vscode().screenshot('sort-ascending');
    });

    it('in the order of the file after the third click', async () => {
      await table.sortBy('scale');
      assert.deepEqual((await table.column('index')).slice(0, 5), ['1', '2', '3', '4', '5']);
    });

    it('by name, with numbers read as numbers', async () => {
      await table.sortBy('name');
      const numbered = (await table.column('name'))
        .flatMap((name) => name.match(/Layer\* (\d+)/)?.[1] ?? [])
        .map(Number);
      assert.ok(numbered.length > 10);
      assert.deepEqual(
        numbered,
        [...numbered].sort((a, b) => a - b),
      );
    });

    it('still after being hidden behind another tab', async () => {
      await vscode().openFile('README.md');
      table = await Table.after(vscode(), () => vscode().tabs.select('resnet34-trt7203.cache'));
      assert.equal(
        await table.frame.locator('[role=columnheader][data-column=name]').getAttribute('aria-sort'),
        'ascending',
      );
    });
  });
});

function numbers(texts: readonly string[]): number[] {
  return texts.map(Number);
}
