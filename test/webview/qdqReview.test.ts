/** Scales written into an ONNX model: the review, before and after a layer is left in float, and what is written. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { onnxQdq } from '../../src/core/formats/onnxQdq.js';
import { corpusBytes, corpusFolder, needCorpus } from '../core/support/corpus.js';
import { largeModel, largeModelCache, writePieces } from '../core/support/largeModel.js';
import { node, onnxModel } from '../core/support/onnxModel.js';
import { floats, value } from '../core/support/qdqModel.js';
import { THEMES } from '../support/settings.js';
import { patience, until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';
import { buttonBy } from './support/toolkit.js';

/** Two convolutions and an addition of what they write; the second one's input has no entry. */
const MODEL = onnxModel({
  node: [
    node('Conv', ['x', 'w1'], ['a']),
    node('Conv', ['a', 'w2'], ['b']),
    node('Conv', ['a', 'w3'], ['c']),
    node('Conv', ['c', 'w1'], ['d']),
    node('Add', ['b', 'd'], ['y']),
  ],
  initializer: [floats('w1', [1, 1, 1, 1], [2]), floats('w2', [1, 1, 1, 1], [3]), floats('w3', [1, 1, 1, 1], [4])],
  input: [value('x', [1, 1, 2, 2])],
  output: [value('y', [1, 1, 2, 2])],
});
const CACHE = 'TRT-8601-EntropyCalibration2\nx: 3f000000\na: 3e800000\nd: 3d800000\nold: 3f800000\nzero: 00000000\n';

const COMMAND = 'Calibration Tables: Write Into ONNX Model (Q/DQ)…';

describe('scales written into an ONNX model', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    files: { 'qdq/net.onnx': MODEL, 'qdq/net.cache': CACHE },
  });
  let review: Frame;

  const count = (shown: string): Promise<string> => review.locator(`#show-${shown} .toggle-count`).innerText();
  const row = (text: string): ReturnType<Frame['locator']> =>
    review.locator('.grid-body [role=row]', { hasText: text }).first();

  it('are reviewed: each pair with its reason, each layer left in float with its own', async () => {
    await Table.open(vscode(), 'qdq/net.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('net.onnx');
    review = await vscode().webviewFrame('.qdq-page #write');
    assert.deepEqual([await count('pair'), await count('float'), await count('entries')], ['4', '1', '2']);
    assert.match(
      await row('Conv_c').innerText(),
      /INT8\s+Conv_c\s+Conv\s+a\s+0\.2500000\s+31\.75000\s+the layer has weights/,
    );
    assert.match(await row('Conv_d').innerText(), /float\s+Conv_d\s+Conv\s+its input "c" has no entry/);
    assert.match(await row('Add_y').innerText(), /d\s+0\.06250000\s+7\.937500\s+residual of an addition/);
    assert.match(await row('zero').innerText(), /its scale is 0/);
    await vscode().pictures('qdq-review');
    await assertAccessible(vscode(), review);
  });

  it('leave a layer in float at a click, and take it back', async () => {
    await row('Conv_c').click();
    await review.click('#exclude-layer');
    await until('one left out', async () => (await count('excluded')) === '1');
    assert.match(await row('Conv_c').innerText(), /left out\s+Conv_c\s+Conv\s+it is excluded/);
    assert.equal(await count('pair'), '3');
    await vscode().screenshot('qdq-review-excluded');
    await row('Conv_c').click();
    await review.click('#include');
    await until('none left out', async () => (await count('excluded')) === '0');
    await row('Conv_b').click();
    await review.click('#exclude-tensor');
    await until('both readers left out', async () => (await count('excluded')) === '2');
  });

  it('show the rows of a number at a click', async () => {
    await review.click('.count-button[data-value=excluded]');
    await until('two rows', async () => (await review.locator('#count').innerText()) === '2 of 9');
    await review.click('.count-button[data-value=excluded]');
  });

  it('say why where nothing would be left to write, and keep the plan', async () => {
    await row('Conv_a').click();
    await review.click('#exclude-layer');
    await until('the reason', async () =>
      /none of the 5 entries/.test(
        await review
          .locator('#fix-message')
          .innerText()
          .catch(() => ''),
      ),
    );
    assert.equal(await count('excluded'), '2');
  });

  it('come back after a restart, as they were left', async () => {
    await vscode().reload(/"exclude":"\["a"\]"/);
    review = await vscode().webviewFrame('.qdq-page #write');
    assert.equal(await count('excluded'), '2');
  });

  it('are written, and open as a table', async () => {
    await review.click('#write');
    assert.equal(await answerSaveDialog(vscode(), vscode().path('qdq/out.onnx')), 'net-qdq.onnx');
    await vscode().notifications.waitFor('Wrote 1 pair on activations and 1 on weights to "out.onnx"');
    const { table } = onnxQdq.read(new Uint8Array(readFileSync(vscode().path('qdq/out.onnx'))));
    assert.deepEqual([table.names, [...table.values]], [['x'], [0.5]]);
  });

  it('take the place of pairs that a model has, once that is agreed to', async () => {
    await vscode().openFile('qdq/net.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('out.onnx');
    assert.match(await vscode().dialogs.text(), /"out\.onnx" has Q\/DQ pairs on activations already/);
    await vscode().dialogs.press('Replace Pairs');
    review = await vscode().webviewFrame('.qdq-page #write');
    await until('the plan', async () => (await count('pair')) === '4');
    await review.click('#cancel');
  });
});

describe('a model opened as a table', () => {
  const vscode = useWorkbench({ files: { 'qdq/net.onnx': MODEL, 'qdq/net.cache': CACHE } });

  it('is said to be plain, and offers to write the scales of a table into it', async () => {
    await vscode().openFile('qdq/net.onnx');
    await vscode().runCommand('Calibration Tables: Open as Table');
    const page = await vscode().webviewFrame('#foreign');
    assert.match(await page.locator('h1').innerText(), /an ONNX model without Q\/DQ pairs/);
    await vscode().screenshot('plain-model');
    await page.locator(buttonBy('[data-command=writeIntoModel]')).click();
    await vscode().quickInput.choose('net.cache');
    const review = await vscode().webviewFrame('.qdq-page #write');
    assert.match(await review.locator('#files').innerText(), /net\.cache → net\.onnx/);
  });
});

describe('scales written into a large model', () => {
  const layers = 300;
  const writing = 'Writing pairs into net.onnx';
  const vscode = useWorkbench({ files: { 'large/net.cache': largeModelCache(layers) } });
  const output = (): string => vscode().path('large/out.onnx');

  it('are written not at all once that is called off, and the plan stays', async () => {
    await writePieces(vscode().path('large/net.onnx'), largeModel(layers));
    await Table.open(vscode(), 'large/net.cache');
    // A quick machine may be done before the button is pressed: then once more.
    await until(
      'writing to be called off',
      async () => {
        if (await calledOff()) return true;
        rmSync(output());
        return false;
      },
      4 * patience,
    );
    const left = ['net.cache', 'net.onnx'].join();
    await until('nothing half written', () => readdirSync(vscode().path('large')).sort().join() === left);
    assert.equal(await (await review()).locator('#show-pair .toggle-count').innerText(), String(layers));
  });

  it('are written after all', async () => {
    await write(await review());
    await vscode().notifications.waitFor(`Wrote ${layers} pairs on activations and ${layers} on weights to "out.onnx"`);
    assert.ok(statSync(output()).size > layers * 1024 ** 2);
  });

  const review = (): Promise<Frame> => vscode().webviewFrame('.qdq-page #write');

  async function write(page: Frame): Promise<void> {
    // A click is lost where the page is filled anew at that moment.
    await until('the save dialog', async () => {
      await page.click('#write');
      const isOpen = async (): Promise<boolean> => vscode().quickInput.widget.isVisible();
      return until('it to open', isOpen, 8000).catch(() => false as const);
    });
    await answerSaveDialog(vscode(), output());
  }

  async function calledOff(): Promise<boolean> {
    await vscode().tabs.select('net.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('net.onnx');
    await write(await review());
    const pressed = vscode().notifications.press(writing, 'Cancel', { force: true });
    await Promise.race([pressed, vscode().notifications.waitFor(`Wrote ${layers} pairs`)]);
    pressed.catch(() => undefined);
    await vscode().notifications.gone(writing);
    return !existsSync(output());
  }
});

describe('scales written into a real model', () => {
  const hasCorpus = existsSync(corpusFolder);
  before(needCorpus);
  const vscode = useWorkbench({
    size: { width: 900, height: 700 },
    files: hasCorpus
      ? {
          'real/rfb.onnx': corpusBytes('onnx/ultraface-rfb-320.onnx'),
          'real/rfb.cache': corpusBytes('onnx/ultraface-rfb-320.cache'),
        }
      : {},
  });

  it('are reviewed in a narrow window', async () => {
    await Table.open(vscode(), 'real/rfb.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('rfb.onnx');
    const review = await vscode().webviewFrame('.qdq-page #write');
    await vscode().screenshot('qdq-review-real');
    await review.click('#show-float');
    await vscode().screenshot('qdq-review-real-float');
    assert.match(await review.locator('#summary').innerText(), /with a pair/);
    const why = await review.locator('.grid-body [data-column=why]').first().boundingBox();
    const page = await review.locator('.qdq-page').boundingBox();
    assert.ok(why && page && why.x + why.width <= page.x + page.width + 1, 'the reasons are in sight');
  });
});
