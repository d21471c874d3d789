/** What a build did: its layers and what became of a table's entries, from the log and from the inspector's JSON. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { corpusBytes, corpusFolder, needCorpus } from '../core/support/corpus.js';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { sampleText } from './support/files.js';
import { Table } from './support/table.js';

const COMMAND = 'Calibration Tables: What the Build Did…';

describe('what the build did', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    files: {
      'server.log': 'GET / 200\n',
      'build/earlier-layers.json': sampleText('build/digits-layers.json').replace(/"Type": "Float"/g, '"Type": "Int8"'),
    },
  });
  let build: Frame;

  const rows = (): Promise<string> => build.locator('.grid-body').innerText();
  const row = (text: string): ReturnType<Frame['locator']> =>
    build.locator('.grid-body [role=row]', { hasText: text }).first();
  const shows = (count: string): Promise<unknown> =>
    until(`"${count}"`, async () => (await build.locator('#count').innerText()) === count);

  it('is told of a table by a log, chosen among those near it', async () => {
    await Table.open(vscode(), 'build/digits.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('digits-build.log');
    build = await vscode().webviewFrame('.build-page #grid');
    assert.match(await build.locator('#counts-entries').innerText(), /used/);
    assert.match(await build.locator('#notes').innerText(), /No scale for "\/fc1\/Gemm_output_0"/);
    assert.match(await rows(), /data\s+used/);
    assert.equal(
      await build.locator('[role=columnheader][data-column=readers]').count(),
      0,
      'a log tells of no layers',
    );
    await vscode().pictures('build-log');
    await assertAccessible(vscode(), build);
  });

  it('leads from an entry to its row of the table', async () => {
    await row('/relu1/Relu_output_0').click();
    await build.click('#show-entry');
    const table = await Table.shown(vscode());
    await until('the entry to be selected', async () =>
      /relu1\/Relu_output_0/.test(await table.frame.locator('#details').innerText()),
    );
  });

  it('is offered beside what a build has left, and beside no other log', async () => {
    const offered = (): Promise<number> =>
      vscode()
        .page.locator('.editor-group-container.active .editor-actions .action-label[aria-label^="What the Build Did"]')
        .count();
    await vscode().openFile('build/digits-build.log');
    await until('the button', async () => (await offered()) > 0);
    await vscode().openFile('server.log');
    await until('no button', async () => (await offered()) === 0);
  });

  it("is told by the inspector's JSON, layer by layer, and every count filters", async () => {
    await vscode().openFile('build/digits-layers.json');
    await vscode().runCommand(COMMAND);
    await until('the layers', async () => {
      build = await vscode().webviewFrame('.build-page #grid');
      return /digits-layers\.json/.test(
        await build
          .locator('#files')
          .innerText()
          .catch(() => ''),
      );
    });
    const all = await build.locator('#count').innerText();
    await vscode().pictures('build-layers');
    await build.click('.count-button[data-value=float-out]');
    await until('fewer', async () => (await build.locator('#count').innerText()) !== all);
    assert.match(await rows(), /INT8/);
    await build.click('.count-button[data-value=float-out]');
    await shows(all);
  });

  it('takes a table, and leads from a layer to the entries that it reads', async () => {
    await build.click('#choose-table');
    await vscode().quickInput.type('digits.cache');
    await vscode().quickInput.choose('digits.cache');
    await until('the entries', async () => (await build.locator('#counts-entries').count()) > 0);
    await row('/conv2').click();
    await build.locator('#details .count-button').first().click();
    await until('the entries to be shown', async () => (await build.locator('[data-column=fate]').count()) > 1);
    await vscode().screenshot('build-entries');
  });

  it('is put beside another build: which layers left INT8, which entries changed their fate', async () => {
    await build.click('#choose-build');
    await vscode().quickInput.choose('earlier-layers.json');
    await until('the comparison', async () => /against/.test(await build.locator('#files').innerText()));
    await build.click('.count-button[data-value=left-int8]');
    await until('the layer', async () => /\/fc1\/Gemm/.test(await rows()));
    assert.match(await rows(), /left INT8/);
    await vscode().pictures('build-against');
    await assertAccessible(vscode(), build);
    await build.click('.count-button[data-value=left-int8]');
  });

  it('comes back after a restart', async () => {
    await vscode().reload(/digits-build\.log","table":"[^"]*digits\.cache/);
    build = await vscode().webviewFrame('.build-page #grid');
    await until('the table', async () => /digits\.cache/.test(await build.locator('#files').innerText()));
  });

  it('says what is needed where a file tells nothing of a build', async () => {
    await vscode().openFile('build/digits.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('server.log');
    const page = await vscode().webviewFrame('#failed');
    assert.match(await page.innerText('#failed'), /neither a TensorRT build log nor the engine inspector's JSON/);
  });
});

describe('what a published build did', () => {
  before(needCorpus);
  const vscode = useWorkbench({
    size: { width: 900, height: 700 },
    files: existsSync(corpusFolder)
      ? { 'real/resnet18.graph.json': corpusBytes('build/trex-pytorch-resnet18-qat-A100.graph.json') }
      : {},
  });

  it('is shown in a narrow window', async () => {
    await vscode().openFile('real/resnet18.graph.json');
    await vscode().runCommand(COMMAND);
    const build = await vscode().webviewFrame('.build-page #grid');
    await vscode().screenshot('build-real');
    assert.match(await build.locator('#counts-layers').innerText(), /21 in INT8/);
    await build.click('.count-button[data-value=int8]');
    await until('21 layers', async () => /^21 of/.test(await build.locator('#count').innerText()));
    await vscode().screenshot('build-real-int8');
  });
});
