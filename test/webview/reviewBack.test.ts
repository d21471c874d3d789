import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE, NVDLA, sampleText } from './support/files.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

const SHORT = sampleText(CACHE)
  .split('\n')
  .filter((line) => !/^(pool1|prob):/.test(line))
  .join('\n');
/** With an entry that the network does not know. */
const STRANGE = `${sampleText(CACHE)}stray: 3d4ccccd\n`;

describe('the way back, from layers to tensors', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    files: { 'resnet34/short.cache': SHORT, 'resnet34/strange.cache': STRANGE },
  });
  let review: Frame;

  it('is reviewed too: each tensor with its name in TensorRT', async () => {
    const table = await Table.open(vscode(), NVDLA);
    await table.button('convert').click();
    await vscode().quickInput.choose('TensorRT calibration cache');
    await vscode().quickInput.choose('resnet34.prototxt');
    review = await vscode().webviewFrame('#footer #write');
    assert.match(await review.locator('#summary').innerText(), /^162 entries · 157 renamed$/);
    assert.match(
      await review.locator('.grid-body [data-row="1"]').innerText(),
      /conv1\s+\(Unnamed Layer\* 0\) \[Convolution\]_output/,
    );
    assert.equal((await vscode().tabs.active())?.label, 'Convert to TensorRT calibration cache');
    await vscode().screenshot('review-back');
  });

  it('asks for version and algorithm, with a word on what each TensorRT makes of a cache', async () => {
    await review.click('#write');
    await until('the versions', async () => (await vscode().quickInput.labels()).includes('8.6.1'));
    const said = await vscode().quickInput.widget.innerText();
    for (const word of [
      /TensorRT 10 reads caches; it runs layers with a missing tensor without INT8/,
      /TensorRT 7 reads caches; it stops at a missing tensor/,
      /TensorRT 11 reads no cache/,
    ])
      assert.match(said, word);
    await vscode().screenshot('review-back-version');
    await vscode().quickInput.choose('7.2.3');
    await vscode().quickInput.choose('EntropyCalibration2');
  });

  it('writes the cache that the table was made from, byte for byte, without another question', async () => {
    assert.equal(await answerSaveDialog(vscode(), vscode().path('back.cache')), 'resnet34-calib.cache');
    await vscode().notifications.waitFor('Wrote 162 of 162 entries to "back.cache"');
    assert.equal(readFileSync(vscode().path('back.cache'), 'utf8'), sampleText(CACHE));
    await vscode().screenshot('review-back-done');
  });

  it('remembers the network of a table', async () => {
    await vscode().tabs.select('resnet34-calib.json');
    await Table.shown(vscode());
    await vscode().runCommand('Calibration Tables: Convert to TensorRT Cache…');
    assert.match(
      await vscode().quickInput.rows.first().innerText(),
      /resnet34\.prototxt[^]*Chosen for this table before/,
    );
    await vscode().quickInput.cancel();
  });

  it('does nothing when it is called off', async () => {
    await vscode().explorer.choose('short.cache', 'Convert to NVDLA JSON…');
    await vscode().quickInput.choose('resnet34.prototxt');
    review = await vscode().webviewFrame('#footer #write');
    await review.click('#cancel');
    await until(
      'the review to be gone',
      async () => !(await vscode().tabs.list()).some(({ label }) => label.startsWith('Convert to')),
    );
    assert.equal(await vscode().quickInput.widget.count(), 0);
  });

  it('lists what has no place in the new file', async () => {
    await vscode().explorer.choose('strange.cache', 'Convert to NVDLA JSON…');
    await vscode().quickInput.choose('resnet34.prototxt');
    review = await vscode().webviewFrame('#footer #write');
    await review.click('#dropped-summary');
    await review.locator('#dropped-list li').waitFor();
    assert.deepEqual(await review.locator('#dropped-list li').allInnerTexts(), [
      'stray\nthe network has no such tensor',
    ]);
    await assertAccessible(vscode(), review);
    await vscode().screenshot('review-dropped');
    await review.click('#copy-dropped');
    await until(
      'the list on the clipboard',
      async () =>
        (await vscode().page.evaluate(() => navigator.clipboard.readText())) ===
        'Name\tReason\nstray\tthe network has no such tensor',
    );
    await review.click('#cancel');
  });

  it('writes what is incomplete only when told so, and says what is missing', async () => {
    await vscode().explorer.choose('short.cache', 'Convert to NVDLA JSON…');
    await vscode().quickInput.choose('resnet34.prototxt');
    review = await vscode().webviewFrame('#footer #write');
    await review.click('#write-incomplete');
    await review.click('#write');
    await answerSaveDialog(vscode(), vscode().path('incomplete.json'));
    await vscode().notifications.waitFor('Wrote 160 of 160 entries to "incomplete.json". 2 missing.');
    assert.equal(Object.keys(JSON.parse(readFileSync(vscode().path('incomplete.json'), 'utf8')) as object).length, 160);
    await vscode().notifications.press('2 missing.', 'Details');
    await until(
      'the report',
      async () =>
        (await vscode().textEditor.isOpen()) &&
        /Missing: the network needs them\n• pool1\n• prob/.test(await vscode().textEditor.text()),
    );
  });
});
