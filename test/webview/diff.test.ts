import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { DiffView } from './support/diffView.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const OLD = `${HEADER}same: 3c010204\ngrown: 3c010204\nremoved: 42c80000\nshrunk: 3f800000\n`;
const files = {
  'old.cache': OLD,
  // The first one differs by its last bit: that is rounding, and no change.
  'new.cache': `${HEADER}same: 3c010205\ngrown: 3c810204\nadded: 3a010204\nadded_too: 3a110204\nshrunk: 3f000000\n`,
  'twin.cache': OLD.replaceAll('\n', '\r\n'),
};
const COUNTS = { changed: '2', same: '1', removed: '1', added: '2' };

describe('comparing', () => {
  const vscode = useWorkbench({ themes: THEMES, files });
  let diff: DiffView;

  it('two files selected in the explorer', async () => {
    // Once a file is open, the explorer selects it alone: only then is a selection of two sure to stay.
    await Table.after(vscode(), () => vscode().explorer.open('old.cache'));
    await vscode().explorer.select('old.cache', 'new.cache');
    await vscode().explorer.choose('new.cache', 'Compare Selected Tables');
    diff = await DiffView.shown(vscode());
    assert.deepEqual([await diff.fact('old'), await diff.fact('new')].sort(), ['new.cache', 'old.cache']);
    if ((await diff.fact('old')) !== 'old.cache') await swap('old.cache');
    assert.deepEqual(await diff.counts(), COUNTS);
    assert.deepEqual([await diff.fact('grew'), await diff.fact('shrank')], ['1', '1']);
    assert.equal(await diff.fact('rounding'), '1');
    await vscode().pictures('diff');
  });

  it('shows what changed where it stands, and the rest on request', async () => {
    assert.deepEqual(await diff.names(), ['grown', 'removed', 'added', 'added_too', 'shrunk']);
    assert.deepEqual(await diff.column('status'), ['changed', 'removed', 'added', 'added', 'changed']);
    await diff.button('show-same').click();
    await diff.button('missing-columns').click();
    await diff.waitForNames('same', 'grown', 'removed', 'added', 'added_too', 'shrunk');
    assert.equal(await diff.cell('grown', 'ratio').innerText(), '2.0000');
    assert.equal(await diff.cell('grown', 'meaning').innerText(), '1.00 bits lost');
    assert.equal(await diff.cell('shrunk', 'meaning').innerText(), '50 % clipped');
  });

  it('says what a change means, and why it is a pair', async () => {
    await diff.row('shrunk').click();
    assert.match(
      await diff.details(),
      /The range shrank: the outer end of the old range is clipped now \(50 %\)[^]*Same name, 100 % sure/,
    );
    await vscode().pictures('diff-details');
  });

  it('has nothing serious for axe to find', () => assertAccessible(vscode(), diff.frame));

  it('the other way round', async () => {
    await swap('new.cache');
    assert.deepEqual(await diff.counts(), { ...COUNTS, removed: '2', added: '1' });
    assert.equal(await diff.active(), 'shrunk');
  });

  it('follows unsaved edits, and files on disk', async () => {
    await diff.button('open-new').click();
    const table = await Table.shown(vscode());
    await table.edit(1, 'scale', '1');
    await vscode().tabs.select('new.cache ↔ old.cache');
    diff = await DiffView.shown(vscode());
    await until('one change more', async () => (await diff.counts())['changed'] === '3');
    await vscode().pictures('diff-live');
    writeFileSync(vscode().path('new.cache'), OLD);
    await until('another table', async () => (await diff.counts())['removed'] === undefined);
    assert.deepEqual(await diff.names(), ['same', 'grown', 'removed', 'shrunk']);
  });

  it('with a file chosen from a list', async () => {
    const table = await Table.open(vscode(), CACHE);
    await table.button('compare-with').click();
    await vscode().quickInput.type('resnet34-trt8601');
    await vscode().quickInput.choose('resnet34-trt8601.cache');
    diff = await DiffView.shown(vscode());
    assert.deepEqual([await diff.fact('old'), await diff.fact('new')], [CACHE, 'resnet34/resnet34-trt8601.cache']);
    for (let click = 0; click < 2; click++) await diff.frame.locator('[role=columnheader][data-column=log2]').click();
    await vscode().pictures('diff-resnet34');
  });

  it('with the table that was selected before', async () => {
    await vscode().explorer.choose('twin.cache', 'Select Table for Compare');
    await vscode().explorer.choose('broken.cache', 'Compare Table with Selected');
    // Until the new comparison is drawn, the one before it is what is shown.
    await until('the two files', async () => {
      diff = await DiffView.shown(vscode());
      return (await diff.fact('old')) === 'twin.cache' && (await diff.fact('new')) === 'broken.cache';
    });
    assert.match(await diff.frame.locator('#unrelated').innerText(), /seem to be of different networks/);
    await vscode().pictures('diff-unrelated');
  });

  it('says when only line ends differ', async () => {
    writeFileSync(vscode().path('old2.cache'), OLD);
    diff = await DiffView.compare(vscode(), 'old2.cache', 'twin.cache');
    assert.equal(await diff.frame.locator('#likeness').innerText(), 'The same but for line ends.');
    assert.equal(await diff.frame.locator('#no-match > span').innerText(), 'The two tables are the same.');
    await vscode().pictures('diff-twin');
  });

  it('says when a file is gone', async () => {
    rmSync(vscode().path('twin.cache'));
    const failed = await vscode().webviewFrame('#failed');
    assert.match(await failed.locator('#failed').innerText(), /"twin\.cache" is not there/);
    await vscode().pictures('diff-failed');
    writeFileSync(vscode().path('twin.cache'), OLD);
    diff = await DiffView.shown(vscode());
    assert.equal(await diff.frame.locator('#likeness').innerText(), 'The files are the same, byte for byte.');
  });

  async function swap(firstAfter: string): Promise<void> {
    await vscode().editorAction('Swap Sides of Comparison');
    await until('the other order', async () => (await diff.fact('old')) === firstAfter);
  }
});
