import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';
import { Table } from './support/table.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const BASE = `${HEADER}data: 3c010204\nconv1: 3c010204\nconv2: 3d010204\nconv3: 3d410204\nfc: 3f800000\ngone: 41810204\n`;
const OLD = `${HEADER}data: 3c010204\nconv1: 3c810204\nconv2: 3d010204\nconv3: 3e010204\nfc: 40800000\n`;
const NEW = `${HEADER}data: 3c010204\nextra: 42c80000\nconv1: 3c010204\nconv2: 3d810204\nconv3: 3e010204\nfc: 3f000000\n`;

describe('a comparison with a base', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    files: { 'based-base.cache': BASE, 'based-old.cache': OLD, 'based-new.cache': NEW },
  });
  let diff: DiffView;
  before(async () => {
    diff = await DiffView.compare(vscode(), 'based-old.cache', 'based-new.cache');
  });

  const moved = (name: string): Promise<string> => diff.cell(name, 'moved').innerText();
  const hasBase = (): Promise<boolean> =>
    diff.grid
      .locator('.grid-head [data-column=moved]')
      .count()
      .then((count) => count > 0);

  it('gets it from the palette, and says which table moved away from it', async () => {
    await vscode().runCommand('Calibration Tables: Add Base to Comparison…');
    await vscode().quickInput.type('based-base');
    assert.ok(!(await vscode().quickInput.labels()).some((label) => /based-(old|new)/.test(label)));
    await vscode().quickInput.choose('based-base.cache');
    await until('the columns of the base', hasBase);
    await diff.button('show-same').click();
    for (const [name, move] of Object.entries({
      data: 'unchanged',
      conv1: 'old',
      conv2: 'new',
      conv3: 'alike',
      fc: 'apart',
      extra: 'not found',
    }))
      assert.equal(await moved(name), move, name);
    await vscode().pictures('diff-base');
  });

  it('counts the moves, and a click on a count shows them', async () => {
    assert.match(await diff.fact('moved-apart'), /^1/);
    await diff.frame.locator('[data-fact=moved-apart] button').click();
    await until('that row alone', async () => (await diff.names()).join() === 'fc');
    await diff.frame.locator('[data-fact=moved-apart] button').click();
    await until('all rows', async () => (await diff.names()).length > 1);
  });

  it('says of the selected row what it was, and names what only the base has', async () => {
    await diff.cell('fc', 'newName').click();
    await until('the line of the base', async () =>
      /Base "fc": 1 \(± 127\)\.\s+old ×4, new ×0\.5/.test(await diff.details()),
    );
    await diff.frame.locator('#lost-summary').click();
    assert.match(await diff.frame.locator('#lost').innerText(), /gone/);
  });

  it('keeps it when the sides are swapped and the window is loaded again', async () => {
    await vscode().runCommand('Calibration Tables: Swap Sides of Comparison');
    await until('the other side', async () => (await moved('conv1')) === 'new');
    await vscode().reload(/based-new\.cache","[^"]*based-old\.cache"\],"base"/);
    diff = await DiffView.shown(vscode());
    await until('the columns of the base', hasBase);
    assert.equal(await moved('conv1'), 'new');
  });

  it('follows its file, says that it is gone, and goes on without it', async () => {
    const path = vscode().path('based-base.cache');
    const changed = readFileSync(path, 'utf8').replace('fc: 3f800000', 'fc: 3f000000');
    // Right after a start nobody may be watching yet: then it is written once more.
    await until('what it says now', async () => {
      writeFileSync(path, changed);
      return until('the move', async () => (await moved('fc')) === 'new', 3000).catch(() => false as const);
    });
    rmSync(path);
    const said = diff.frame.locator('#base-unread');
    await until('why it is gone', async () =>
      /can't be read.*is not there/.test(await said.innerText().catch(() => '')),
    );
    assert.equal(await hasBase(), false);
    await diff.button('remove-base').click();
    await until('no word of it', async () => (await said.count()) === 0);
  });

  it('is made of three tables that are selected in the explorer', async () => {
    writeFileSync(vscode().path('based-base.cache'), BASE);
    await vscode().runCommand('View: Close All Editors');
    const { explorer } = vscode();
    await explorer.open('based-base.cache');
    await vscode().tabs.waitFor('based-base.cache');
    await Table.shown(vscode());
    await explorer.select('based-base.cache', 'based-new.cache', 'based-old.cache');
    await explorer.choose('based-old.cache', 'Compare Selected Tables');
    await vscode().quickInput.choose('based-base.cache');
    diff = await DiffView.shown(vscode());
    await until('the columns of the base', hasBase);
    assert.equal(await moved('fc'), 'apart');
  });
});
