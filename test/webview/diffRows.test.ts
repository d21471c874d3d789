import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const files = {
  'a.cache': `${HEADER}data: 3c010204\nconv1: 3c010204\nconv2: 3d010204\npool: 3d010204\nfeature.old_suffix: 3e410204\nfc: 3f800000\nprob: 3b010204\n`,
  'b.cache': `${HEADER}data: 3c010204\nconv1: 3c0d0e10\nconv2: 3d810204\npool: 3d010204\nfeature.new_suffix: 3e410204\nfc: 3f000000\nprob: 3b010204\n`,
};

describe('the rows of a comparison', () => {
  const vscode = useWorkbench({ files });
  let diff: DiffView;
  before(async () => {
    diff = await DiffView.compare(vscode(), 'a.cache', 'b.cache');
  });

  it('jump from change to change with the keys of a diff editor, round the ends', async () => {
    await diff.button('show-same').click();
    await diff.waitForCount('7 of 7');
    await diff.press('ControlOrMeta+Home');
    for (const [key, name] of [
      ['F7', 'conv1'],
      ['F7', 'conv2'],
      ['Alt+F5', 'feature.new_suffix'],
      ['F7', 'fc'],
      ['F7', 'conv1'],
      ['Shift+F7', 'fc'],
      ['Shift+Alt+F5', 'feature.new_suffix'],
    ] as const) {
      await diff.press(key);
      await diff.waitForActive(name);
    }
    await vscode().screenshot('diff-next-change');
  });

  it('jump with the arrows in the title bar, too', async () => {
    await vscode().editorAction('Next Change in Comparison');
    await diff.waitForActive('fc');
    await vscode().editorAction('Previous Change in Comparison');
    await diff.waitForActive('feature.new_suffix');
  });

  it('are filtered by what became of them', async () => {
    await diff.button('show-renamed').click({ modifiers: ['Alt'] });
    await diff.waitForNames('feature.new_suffix');
    await diff.button('show-changed').click();
    await diff.waitForNames('conv1', 'conv2', 'feature.new_suffix', 'fc');
    await vscode().screenshot('diff-filter-status');
    await diff.button('show-renamed').click();
    await diff.waitForNames('conv1', 'conv2', 'fc');
  });

  it('are those of a count that is clicked, or of a term; a hopeless expression stops nothing', async () => {
    await diff.frame.locator('[data-fact=grew] button').click();
    assert.equal(await diff.field('filter').inputValue(), 'is:grew');
    await diff.waitForNames('conv1', 'conv2');
    await diff.field('filter').fill('log2<0');
    await diff.waitForNames('fc');
    await diff.button('filter-regex').click();
    await diff.field('filter').fill('(([^x]+)+)+\\\\$');
    await diff.waitForCount('0 of 7');
    await diff.button('filter-regex').click();
    await diff.field('filter').fill('');
  });

  it('are filtered by the size of the change, as log2 or as ratio', async () => {
    await diff.field('threshold').fill('0.5');
    await diff.waitForNames('conv2', 'fc');
    assert.equal(await diff.frame.locator('#threshold-ratio').innerText(), '× 1.414 either way');
    await diff.field('threshold').fill('x1.05');
    await diff.waitForNames('conv1', 'conv2', 'fc');
    await diff.frame.locator('#threshold-slider').focus();
    for (let step = 0; step < 20; step++) await vscode().press('ArrowRight');
    await diff.frame.locator('#no-match').waitFor();
    await vscode().screenshot('diff-filter-threshold');
    await diff.frame.locator('#threshold-slider').press('Home');
    await diff.waitForNames('conv1', 'conv2', 'fc');
    assert.equal((await diff.counts())['changed'], '3');
  });

  it('are filtered by either name', async () => {
    await diff.field('filter').fill('old_suff');
    await diff.frame.locator('#show-all').waitFor();
    await diff.button('show-renamed').click();
    await diff.waitForNames('feature.new_suffix');
    await diff.field('filter').fill('');
  });

  it('show ranges on request', async () => {
    await diff.button('unit-range').click();
    await until('a range', async () => (await diff.cell('fc', 'oldScale').innerText()) === '127.0000');
    await diff.button('unit-scale').click();
  });

  it('are copied with all digits', async () => {
    await diff.row('fc').click();
    await diff.press('Shift+Space', 'ControlOrMeta+C');
    await until('the row on the clipboard', async () =>
      /fc\t1\tchanged\t6\tfc\t0\.5\t0\.5\t-1\t50 % clipped\t100 %/.test(
        await vscode().page.evaluate(() => navigator.clipboard.readText()),
      ),
    );
  });

  it('keep what is chosen when VS Code starts again', async () => {
    await diff.field('threshold').fill('0.5');
    await diff.waitForCount('3 of 7');
    await diff.press('F7');
    await vscode().reload(/"threshold":0\.5/);
    await vscode().tabs.waitFor('a.cache ↔ b.cache');
    diff = await DiffView.shown(vscode());
    await diff.waitForNames('conv2', 'feature.new_suffix', 'fc');
    await vscode().screenshot('diff-reloaded');
  });
});
