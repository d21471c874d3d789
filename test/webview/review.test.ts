import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { NVDLA, sampleText } from './support/files.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';
import { buttonBy, inputBy } from './support/toolkit.js';

/** The sample's cache without two of its tensors: NVDLA's compiler would ask for them. */
const SHORT = sampleText('resnet34/resnet34-trt7203.cache')
  .split('\n')
  .filter((line) => !/^(pool1|prob):/.test(line))
  .join('\n');

interface Scales {
  [name: string]: { scale: number };
}

describe('the review of a conversion', () => {
  const vscode = useWorkbench({ themes: ['dark', 'highContrast'], files: { 'resnet34/short.cache': SHORT } });
  let review: Frame;

  const count = (what: string): Promise<string> => review.locator(`#summary [data-count=${what}]`).innerText();
  const written = (): Scales => JSON.parse(readFileSync(vscode().path('out.json'), 'utf8')) as Scales;

  it('shows every pair and its rule before anything is written', async () => {
    await Table.open(vscode(), 'resnet34/short.cache');
    await vscode().runCommand('Calibration Tables: Convert to NVDLA JSON…');
    await vscode().quickInput.choose('resnet34.prototxt');
    review = await vscode().webviewFrame('#footer #write');
    assert.match(await count('all'), /162/);
    assert.match(await count('missing'), /2/);
    assert.match(
      await review.locator('.grid-body [data-row="1"]').innerText(),
      /\(Unnamed Layer\* 0\) \[Convolution\]_output\s+conv1\s+number/,
    );
    await vscode().pictures('review');
  });

  it('shows what a count counts, and is not stopped by a hopeless expression', async () => {
    const filter = review.locator(inputBy('#filter'));
    const shown = (text: string): Promise<string> =>
      until(`"${text}"`, async () => (await review.locator('#count').innerText()).startsWith(text) && text);
    await review.locator('#summary [data-count=missing] button').click();
    assert.equal(await filter.inputValue(), 'is:missing');
    await shown('2 of');
    await review.locator(buttonBy('#filter-regex')).click();
    await filter.fill('((([^x]|.)+)+)+\\\\$');
    await shown('0 of');
    await review.locator(buttonBy('#filter-regex')).click();
    await filter.fill('');
    await shown('162 of');
  });

  it('does not write while an entry is missing that the compiler needs', async () => {
    assert.ok(await review.locator('#write').evaluate((button) => button.hasAttribute('disabled')));
    assert.match(await review.locator('#write-note').innerText(), /2 .*nvdla_compiler/);
    assert.ok(!existsSync(vscode().path('out.json')));
  });

  it("lets a pair be mended by hand: the neighbour's scale, and a typed one", async () => {
    await review.click('#show-missing');
    await review.locator('.grid-body [role=row]', { hasText: 'pool1' }).first().click();
    await review.click('#fix-neighbour');
    await until('one to be missing', async () => /\b1\b/.test(await count('missing')));
    await review.locator('.grid-body [role=row]', { hasText: 'prob' }).first().click();
    await review.locator('#fix-scale input').fill('0.0078');
    await review.click('#fix-set-scale');
    await until(
      'nothing to be missing',
      async () => !(await review.locator('#write').evaluate((button) => button.hasAttribute('disabled'))),
    );
    await review.click('#show-all');
    await vscode().pictures('review-mended');
  });

  it('counts what was mended, takes it back by key and button, makes it again, and says when there is no more', async () => {
    assert.match(await count('hand'), /2/);
    await review.locator('#grid').focus();
    await vscode().press('ControlOrMeta+z');
    await until('one by hand', async () => /\b1\b/.test(await count('hand')));
    await review.click('#fix-undo');
    await until('two to be missing', async () => /\b2\b/.test(await count('missing')));
    assert.equal(await review.locator('#summary [data-count=hand]').count(), 0);
    await review.locator('#grid').focus();
    await vscode().press('ControlOrMeta+z');
    await until('a word', async () => /nothing to undo/.test(await review.locator('#fix-message').innerText()));
    await vscode().press('ControlOrMeta+y');
    await until('one by hand again', async () => /\b1\b/.test(await count('hand').catch(() => '')));
    await review.click('#fix-redo');
    await until('two by hand', async () => /2/.test(await count('hand').catch(() => '')));
  });

  it('keeps what was mended when no file is chosen', async () => {
    await review.click('#write');
    await until(
      'the dialog',
      async () =>
        (await vscode().quickInput.widget.isVisible()) && /short\.json$/.test(await vscode().quickInput.value()),
    );
    await vscode().quickInput.cancel();
    await vscode().quickInput.closed();
    assert.match(await review.locator('.grid-body').innerText(), /by hand/);
    assert.ok(!existsSync(vscode().path('out.json')));
  });

  it('comes back after a restart, mended as it was', async () => {
    await vscode().reload(/"byHand":\[\{/);
    review = await vscode().webviewFrame('#footer #write');
    // The row is the last one: only those in sight exist.
    await review.locator(inputBy('#filter')).fill('prob');
    await review.locator('.grid-body [role=row]', { hasText: 'by hand' }).waitFor();
    assert.equal(await review.locator('#summary [data-count=missing]').count(), 0);
    assert.equal(await review.locator('#write').evaluate((button) => button.hasAttribute('disabled')), false);
    await vscode().screenshot('review-restored');
    await review.locator(inputBy('#filter')).fill('');
  });

  it('writes what was reviewed', async () => {
    await review.click('#write');
    assert.equal(await answerSaveDialog(vscode(), vscode().path('out.json')), 'short.json');
    await vscode().notifications.waitFor('Wrote 162 entries, made of 160, to "out.json"');
    const truth = JSON.parse(sampleText(NVDLA)) as Scales;
    assert.deepEqual(Object.keys(written()), Object.keys(truth));
    assert.equal(written()['conv1']?.scale, truth['conv1']?.scale);
    assert.equal(written()['prob']?.scale, 0.0078);
    assert.equal(written()['pool1']?.scale, truth['conv1_relu']?.scale);
  });
});
