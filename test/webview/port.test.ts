import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Frame, Locator } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { CACHE, NVDLA, sampleText } from './support/files.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

const COMMAND = 'Calibration Tables: Port to Another Version…';

/** Names and bits of the old table; those of the new one, whose scales were measured anew; and what a port of one to the other must give. */
const OLD = [
  ['data', '3c010a14'],
  ['conv1', '3d6b851f'],
  ['(Unnamed Layer* 3) [Scale]_output', '3d55b689'],
  ['conv2', '3e0f5c29'],
  ['relu2', '3dcccccd'],
  ['conv3', '3e4ccccd'],
  ['old_branch/pool', '41200000'],
  ['fc1', '3ca3d70a'],
  ['prob', '3b810204'],
] as const;
const NEW = [
  ['data', '3c010a15'],
  ['conv1', '3d6b8520'],
  ['brand/new/resize', '3f7d70a4'],
  ['(Unnamed Layer* 5) [Scale]_output', '3d55b689'],
  ['conv2', '3e0f5c2a'],
  ['act/relu2_out', '3dcccccd'],
  ['conv3', '3e4ccccf'],
  ['fc1', '3ca3d70b'],
  ['prob', '3b810205'],
] as const;
const PORTED = [
  ['data', '3c010a14'],
  ['conv1', '3d6b851f'],
  ['brand/new/resize', '3dcccccd'],
  ['(Unnamed Layer* 5) [Scale]_output', '3d55b689'],
  ['conv2', '3e0f5c29'],
  ['act/relu2_out', '3dcccccd'],
  ['conv3', '3e4ccccd'],
  ['fc1', '3ca3d70a'],
  ['prob', '3b810204'],
] as const;

function cache(header: string, entries: readonly (readonly [string, string])[]): string {
  return `${header}\n${entries.map(([name, bits]) => `${name}: ${bits}\n`).join('')}`;
}

const FILES = {
  'net/net-trt7203.cache': cache('TRT-7203-EntropyCalibration2', OLD),
  'net/net-trt8601.cache': cache('TRT-8601-MinMaxCalibration', NEW),
};

describe('a port to another version', () => {
  const vscode = useWorkbench({ themes: THEMES, files: FILES });
  let review: Frame;

  const row = (name: string): Locator =>
    review.locator('.grid-body [role=row]', {
      has: review.locator('[data-column=to]').getByText(name, { exact: true }),
    });
  const cells = (name: string): Promise<string[]> =>
    row(name)
      .locator('[data-column=status], [data-column=from], [data-column=rule], [data-column=scale]')
      .allInnerTexts();

  it('asks for the new names, and offers the version of their table with the old algorithm', async () => {
    await Table.open(vscode(), 'net/net-trt7203.cache');
    await vscode().runCommand(COMMAND);
    assert.deepEqual(
      (await vscode().quickInput.labels()).map((label) => label.trim()),
      ['A table of the new version', 'The network'],
    );
    await vscode().pictures('port-names');
    await vscode().quickInput.choose('A table of the new version');
    await vscode().quickInput.choose('net-trt8601.cache');
    await until('the versions', async () =>
      (await vscode().quickInput.labels()).some((label) => label.startsWith('TRT-')),
    );
    assert.deepEqual(await vscode().quickInput.labels(), [
      'TRT-8601-EntropyCalibration2',
      'TRT-8601-MinMaxCalibration',
      'Another version and algorithm…',
    ]);
    await vscode().pictures('port-version');
    await vscode().quickInput.choose('TRT-8601-EntropyCalibration2');
  });

  it('shows every pair and how it was found, and fills nothing in by itself', async () => {
    review = await vscode().webviewFrame('#footer #write');
    assert.equal((await vscode().tabs.active())?.label, 'Port to TensorRT 8.6.1 (EntropyCalibration2)');
    assert.equal(await review.locator('#files').innerText(), 'net-trt7203.cache → names from net-trt8601.cache');
    assert.match(await review.locator('#warnings').innerText(), /measured under TensorRT 7\.2\.3/);
    assert.deepEqual(await cells('conv1'), ['ok', 'conv1', 'same name', '0.05750000']);
    assert.deepEqual(await cells('(Unnamed Layer* 5) [Scale]_output'), [
      'ok',
      '(Unnamed Layer* 3) [Scale]_output',
      'renumbered',
      '0.05217603',
    ]);
    assert.deepEqual(await cells('act/relu2_out'), ['ok', 'relu2', 'renamed', '0.1000000']);
    assert.deepEqual(await cells('brand/new/resize'), ['missing', '', '', '']);
    assert.equal(await review.locator('#write-note').innerText(), '1 entry has no scale and is left out of the file.');
    await vscode().pictures('port-review');
    await assertAccessible(vscode(), review);
  });

  it('lists what has no place in the new table', async () => {
    await review.click('#dropped-summary');
    await review.locator('#dropped-list li').waitFor();
    assert.deepEqual(await review.locator('#dropped-list li').allInnerTexts(), [
      'old_branch/pool\nnothing in the new table fits it',
    ]);
    await review.click('#dropped-summary');
  });

  it("gives a tensor without a source what the user chooses: a neighbour's scale, a typed one, another entry, or nothing", async () => {
    await review.click('#show-missing');
    await row('brand/new/resize').click();
    await vscode().pictures('port-missing');
    await review.click('#fix-neighbour');
    await review.click('#show-all');
    await until(
      "the neighbour's scale",
      async () => (await cells('brand/new/resize')).join() === "doubt,conv1,neighbour's,0.05750000",
    );
    await review.click('#fix-nothing');
    await until('no scale', async () => (await cells('brand/new/resize'))[0] === 'missing');
    await review.locator('#fix-scale input').fill('0.5');
    await review.click('#fix-set-scale');
    await until('the typed scale', async () => (await cells('brand/new/resize')).join() === 'ok,,by hand,0.5000000');
    await review.locator('#fix-source').fill('relu2');
    await vscode().pictures('port-source');
    await review.locator('#fix-source').press('Enter');
    await until(
      'the chosen entry',
      async () => (await cells('brand/new/resize')).join() === 'ok,relu2,by hand,0.1000000',
    );
    await vscode().pictures('port-mended');
  });

  it('keeps the review when no file is chosen, and when the file is the old one', async () => {
    await review.click('#write');
    await until('the dialog', async () =>
      /net-trt8601/.test((await vscode().quickInput.widget.isVisible()) ? await vscode().quickInput.value() : ''),
    );
    await vscode().quickInput.cancel();
    await vscode().quickInput.closed();
    await review.click('#write');
    await answerSaveDialog(vscode(), vscode().path('net/net-trt7203.cache'));
    await vscode().quickInput.accept();
    assert.match(
      await vscode().dialogs.text(),
      /"net-trt7203\.cache" is the table with the old scales: choose another name\./,
    );
    await vscode().pictures('port-old-name');
    await vscode().dialogs.press('OK');
    assert.equal(readFileSync(vscode().path('net/net-trt7203.cache'), 'utf8'), FILES['net/net-trt7203.cache']);
    assert.deepEqual(await cells('brand/new/resize'), ['ok', 'relu2', 'by hand', '0.1000000']);
  });

  it('writes the old scales under the new names and header', async () => {
    const target = vscode().path('net/ported.cache');
    await review.click('#write');
    assert.equal(await answerSaveDialog(vscode(), target), 'net-trt8601-ported.cache');
    await vscode().notifications.waitFor('Wrote 9 entries to "ported.cache", 3 under new names.');
    assert.equal(readFileSync(target, 'utf8'), cache('TRT-8601-EntropyCalibration2', PORTED));
    await until(
      'the review to be gone',
      async () => !(await vscode().tabs.list()).some(({ label }) => label.startsWith('Port to')),
    );
    await vscode().pictures('port-done');
  });

  it('opens what it wrote', async () => {
    const table = await Table.after(vscode(), () => vscode().notifications.press('Wrote 9 entries', 'Open'));
    assert.deepEqual([await table.fact('version'), await table.fact('entries')], ['8.6.1', '9']);
  });

  it('says beside its entries where they came from, where they did not simply keep their names', async () => {
    const table = await Table.shown(vscode());
    await vscode().pictures('port-from');
    const from = async (name: string): Promise<string> => {
      await table.filter(`name:"${name}"`);
      await table.waitForCount('1 of 9');
      return (await table.column('from')).join();
    };
    assert.equal(await from('brand/new/resize'), 'relu2 · by hand');
    assert.equal(await from('act/relu2_out'), 'relu2 · renamed');
    assert.equal(await from('conv1'), '');
    await table.filter('from:renumbered');
    await table.waitForCount('1 of 9');
  });
});

describe('a port with a network', () => {
  /** Without a tensor that the network has, and with one that it has not. */
  const short = sampleText(CACHE).replace(/^prob:.*\n/m, 'stray: 3d4ccccd\n');
  const vscode = useWorkbench({ files: { 'resnet34/short.cache': short }, size: { width: 760, height: 640 } });
  let review: Frame;

  it("takes the names of TensorRT's parser, and asks for version and algorithm", async () => {
    await Table.open(vscode(), 'resnet34/short.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('The network');
    await vscode().quickInput.choose('resnet34.prototxt');
    await vscode().quickInput.choose('10.3.0');
    await vscode().quickInput.choose('MinMaxCalibration');
    review = await vscode().webviewFrame('#footer #write');
    assert.equal(await review.locator('#title').innerText(), 'Port to TensorRT 10.3.0 (MinMaxCalibration)');
    assert.match(
      await review.locator('#warnings').innerText(),
      /made by EntropyCalibration2 and stay as they are; the header will say MinMaxCalibration/,
    );
    assert.match(await review.locator('#summary').innerText(), /^162 entries · .*1 missing · 1 dropped$/);
    await vscode().screenshot('port-network-narrow');
  });

  it('shows what mends a row once one is selected', async () => {
    assert.ok(!(await review.locator('#fix-set-scale').isVisible()));
    await review.click('#show-missing');
    await review.locator('.grid-body [role=row]').first().click();
    await review.locator('#fix-set-scale').waitFor();
    await vscode().screenshot('port-network-narrow-missing');
  });

  it('leaves out what stays without a scale, and says so', async () => {
    await review.click('#write');
    assert.equal(await answerSaveDialog(vscode(), vscode().path('ported.cache')), 'short-trt100300.cache');
    await vscode().notifications.waitFor('Wrote 161 entries to "ported.cache". 1 tensor was left out.');
    const [, ...lines] = sampleText(CACHE)
      .replace(/^prob:.*\n/m, '')
      .split('\n');
    assert.equal(
      readFileSync(vscode().path('ported.cache'), 'utf8'),
      ['TRT-100300-MinMaxCalibration', ...lines].join('\n'),
    );
  });
});

describe('a port of a detector', () => {
  const vscode = useWorkbench({ themes: THEMES });

  it('tells how sure each pair is', async () => {
    await Table.open(vscode(), 'detector/detector-trt7203.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('A table of the new version');
    await vscode().quickInput.choose('detector-trt8601.cache');
    await vscode().quickInput.choose('TRT-8601-MinMaxCalibration');
    const review = await vscode().webviewFrame('#footer #write');
    assert.match(await review.locator('#summary').innerText(), /^200 entries · 1\d\d renamed · /);
    await vscode().pictures('port-detector');
    await review.click('#show-warnings');
    await vscode().pictures('port-detector-warnings');
    await review.click('#cancel');
  });
});

describe('a port that can not be', () => {
  const vscode = useWorkbench();

  it('to names of another network is a question with figures, and writes nothing unless somebody gives it scales', async () => {
    await vscode().explorer.open('detector');
    await vscode().explorer.choose('detector-trt7203.cache', COMMAND.replace('Calibration Tables: ', ''));
    await vscode().quickInput.choose('A table of the new version');
    await vscode().quickInput.type('resnet34-trt8601');
    await vscode().quickInput.choose('resnet34-trt8601.cache');
    assert.match(
      await vscode().dialogs.text(),
      /Port "detector-trt7203\.cache" by the names of "resnet34-trt8601\.cache"\?[^]*different networks: 1 of 200 entries/,
    );
    await vscode().screenshot('port-strangers-question');
    await vscode().dialogs.press('Port All the Same');
    await vscode().quickInput.choose('TRT-8601-EntropyCalibration2');
    const review = await vscode().webviewFrame('#footer #write');
    assert.match(await review.locator('#warnings').innerText(), /different networks/);
    assert.match(await review.locator('#write-note').innerText(), /there is nothing to write/);
    assert.ok(await review.locator('#write').evaluate((button) => button.hasAttribute('disabled')));
    await vscode().screenshot('port-strangers');
    await review.click('#cancel');
    await until(
      'the review to be gone',
      async () => !(await vscode().tabs.list()).some(({ label }) => label.startsWith('Port to')),
    );
    assert.ok(!existsSync(vscode().path('detector/detector-trt8601-trt8601.cache')));
  });

  it('with names of layers says what TensorRT asks for', async () => {
    await Table.open(vscode(), CACHE);
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('A table of the new version');
    await vscode().quickInput.choose(NVDLA.split('/').at(-1) ?? '');
    await vscode().quickInput.choose('8.6.1');
    await vscode().quickInput.choose('EntropyCalibration2');
    const review = await vscode().webviewFrame('#footer #write');
    assert.match(await review.locator('#warnings').innerText(), /are those of layers/);
    await vscode().screenshot('port-layers');
    await review.click('#cancel');
  });
});
