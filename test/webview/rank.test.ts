/** Which layers suffer: from a table by its model to the layer that hurts, in the view and in the table. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { samples } from '../support/paths.js';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { sampleText } from './support/files.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

const COMMAND = 'Calibration Tables: Analyze with Model…';
/** The tensor whose one range serves two very different halves. */
const WORST = '/Concat_1_output_0';

describe('which layers suffer', () => {
  const vscode = useWorkbench({
    themes: THEMES,
    files: {
      'shapes/wide.cache': sampleText('shapes/shapes.cache').replace(/^(\/stem.*): 3e/gm, '$1: 40'),
      'shapes/broken.onnx': readFileSync(join(samples, 'shapes/shapes.onnx')).subarray(0, 5000),
    },
  });
  let rank: Frame;
  let earlier: string | undefined;

  const clipboard = (): Promise<string> =>
    vscode()
      .page.evaluate(() => navigator.clipboard.readText())
      .catch(() => '');
  const text = (selector: string): Promise<string> => rank.locator(selector).innerText();
  const row = (name: string): ReturnType<Frame['locator']> =>
    rank.locator('.grid-body [role=row]', { hasText: name }).first();
  const firstRow = (): Promise<string> => rank.locator('.grid-body [role=row]').first().innerText();
  const output = (name: string): Promise<string> => rank.locator('#outputs tr', { hasText: name }).innerText();

  it('is told of a table by a model and pictures that are chosen once', async () => {
    await Table.open(vscode(), 'shapes/shapes.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('shapes.onnx');
    await vscode().quickInput.choose(/^test/);
    await vscode().quickInput.answer('div=255');
    rank = await vscode().webviewFrame('.rank-page #grid');
    assert.match(await firstRow(), new RegExp(`1\\s+${WORST}\\s+5\\.5 dB`));
    assert.match(await text('#files'), /24 inputs of test, prepared by div=255/);
    assert.match(await output('small'), /small\s+5\.0 dB/);
    assert.match(await output('medium'), /medium\s+33\.2 dB/);
    await vscode().pictures('rank');
    await assertAccessible(vscode(), rank);
  });

  it('measures the outputs without the tensors that are selected', async () => {
    await row(WORST).click();
    await until('the tensor to be told of', async () => (await text('#selected')).includes(WORST));
    await rank.click('#without');
    await until('the gain', async () => (await rank.locator('#gain').count()) > 0);
    assert.match(await text('#gain'), /1 tensor in float: the outputs go from 24\.7 dB to 33\.9 dB/);
    assert.match(await output('small'), /5\.0 dB\s+32\.5 dB/);
    await rank.click('#gain .count-button');
    await until('that tensor alone', async () => (await text('#count')).startsWith('1 of'));
    await rank.click('#gain .count-button');
  });

  it('proposes what to leave in float for the decibels that are asked for', async () => {
    await rank.locator('#reach input').fill('30');
    await rank.click('#propose');
    await until('the proposal', async () => (await rank.locator('#proposal').count()) > 0);
    assert.match(await text('#proposal'), /For 30\.0 dB leave 1 tensor in float: \/Concat_1_output_0 \(33\.9 dB\)/);
    await vscode().pictures('rank-proposal');
    await rank.locator('#reach input').fill('many');
    await rank.click('#propose');
    assert.match(await text('#problem'), /"many" is no number of decibels/);
  });

  it('gives the layers to trtexec and to the conversion', async () => {
    await row(WORST).click();
    await rank.click('#copy-precisions');
    await until('the list', async () => (await clipboard()).startsWith('--layerPrecisions=/fine/fine.0/Conv:fp32'));
    await rank.click('#copy-exclude');
    await until('the list', async () => (await clipboard()) === `--exclude ${WORST}`);
  });

  it('shows in the table what the values of its tensors look like, and what each does to the outputs', async () => {
    await row(WORST).click();
    await rank.click('#show-tensor');
    const table = await Table.shown(vscode());
    await until('the entry to be selected', async () =>
      (await table.frame.locator('#details').innerText()).includes(WORST),
    );
    const entry = table.frame.locator('.grid-body [role=row]', { hasText: WORST }).first();
    await until('the outputs', async () => (await entry.innerText()).includes('5.5 dB'));
    await table.button('toggle-inspector').click();
    await until('where they are from', async () =>
      /Histogram from shapes\.onnx on 24 inputs/.test(await table.frame.locator('#inspector').innerText()),
    );
    assert.match(
      await table.frame.locator('#notices').innerText(),
      /Measured by shapes\.onnx on 24 inputs of test, prepared by div=255\./,
    );
    await vscode().pictures('rank-table');
    await assertAccessible(vscode(), table.frame);
  });

  it('draws along the table what each tensor does to the outputs, the worst marked', async () => {
    const table = await Table.shown(vscode());
    await table.frame.locator('#legend .count-button', { hasText: '1 up to 20 dB' }).click();
    await table.waitForCount('1 of 28');
    await table.frame.locator('#legend .count-button', { hasText: '1 up to 20 dB' }).click();
    await table.waitForCount('28 of 28');
    await table.press('Control+a');
    await until('their boxes', async () => (await table.frame.locator('#inspector .box-row').count()) === 28);
    await vscode().pictures('rank-boxes');
    await assertAccessible(vscode(), table.frame);
    await table.button('toggle-inspector').click();
    // With all that stands over the rows there is no height for a chart that nobody asks for.
    if (!(await table.frame.locator('#histogram-tab-profile').isVisible()))
      await table.button('toggle-histogram').click();
    await table.frame.locator('#histogram-tab-profile').click();
    await table.frame.locator('#measure-outputs').click();
    const picture = table.frame.locator('#profile canvas');
    await until('the outputs', async () =>
      /^Decibels of the outputs when the tensor alone is quantized of 12 tensors .* from 5\.49 dB to 55\.8 dB/.test(
        (await picture.getAttribute('aria-label')) ?? '',
      ),
    );
    await vscode().pictures('rank-profile');
    await assertAccessible(vscode(), table.frame);
    await table.frame.locator('#measure-range').click();
  });

  it('says when the table is no longer what was measured, and runs again', async () => {
    const table = await Table.shown(vscode());
    await table.select(23);
    await table.edit(23, 'range', '500');
    await vscode().tabs.select('Suffering: shapes.cache');
    rank = await vscode().webviewFrame('.rank-page #grid');
    await until('it is said', () => rank.locator('#age').isVisible());
    await rank.click('#run-again');
    await until('it is new', async () => !(await rank.locator('#age').isVisible()));
  });

  it('measures another table on the same inputs, and says which is better', async () => {
    [, earlier] = await vscode().stored(/"key":"([0-9a-f]{20})"/);
    await rank.click('#add-table');
    await vscode().quickInput.type('wide.cache');
    await vscode().quickInput.choose(/wide\.cache/);
    await until('both tables', async () => (await rank.locator('.table-line').count()) === 2);
    assert.match(await rank.locator('.table-line').first().innerText(), /shapes\.cache .*: the best on these inputs/);
  });

  it('comes back after a restart without running anything', async () => {
    await vscode().reload(new RegExp(`"key":"(?!${earlier})[0-9a-f]{20}"`));
    rank = await vscode().webviewFrame('.rank-page #grid');
    assert.match(await firstRow(), new RegExp(WORST));
    await until('both tables', async () => (await rank.locator('.table-line').count()) === 2);
  });

  it('writes the histograms beside the table', async () => {
    await rank.click('#save-histograms');
    await answerSaveDialog(vscode(), vscode().path('shapes/calibration.json'));
    await until('the file', () => existsSync(vscode().path('shapes/calibration.json')));
    const { data } = JSON.parse(readFileSync(vscode().path('shapes/calibration.json'), 'utf8')) as { data: object };
    assert.ok(Object.keys(data).includes(WORST));
  });

  it('gives Model Explorer what each tensor does to the outputs', async () => {
    await vscode().tabs.select('shapes.cache');
    const table = await Table.shown(vscode());
    await until('what it was measured by, after the restart, too', async () =>
      /Measured by shapes\.onnx on 24 inputs/.test(await table.frame.locator('#notices').innerText()),
    );
    await vscode().runCommand('Calibration Tables: Export for Model Explorer…');
    await vscode().quickInput.choose('What tensors do to the outputs');
    await answerSaveDialog(vscode(), vscode().path('shapes/outputs.json'));
    await until('the file', () => existsSync(vscode().path('shapes/outputs.json')));
    const { results } = JSON.parse(readFileSync(vscode().path('shapes/outputs.json'), 'utf8')) as {
      results: Record<string, { value: number }>;
    };
    assert.ok((results[WORST]?.value ?? NaN) < 10);
    await vscode().tabs.select('Suffering: shapes.cache');
    rank = await vscode().webviewFrame('.rank-page #grid');
  });

  it('forgets the run where it is told to', async () => {
    await rank.click('#forget');
    await until(
      'the view to be gone',
      async () => !(await vscode().tabs.list()).some(({ label }) => /Suffering/.test(label)),
    );
    const table = await Table.open(vscode(), 'shapes/shapes.cache');
    assert.equal(await table.frame.locator('#notices').innerText(), '');
    assert.equal(await table.frame.locator('[role=columnheader][data-column=outputs]').count(), 0);
    assert.equal(await table.frame.locator('[role=columnheader][data-column=clipped]').count(), 0);
  });

  it('says of noise that it is a hint, and of a broken model what is wrong with it', async () => {
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('shapes.onnx');
    await vscode().quickInput.choose(/noise/);
    rank = await vscode().webviewFrame('.rank-page #grid');
    assert.match(await text('#strip'), /Noise is a hint at most/);
    await vscode().tabs.close('Suffering: shapes.cache');
    await Table.open(vscode(), 'shapes/shapes.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('broken.onnx');
    await vscode().quickInput.choose(/noise/);
    rank = await vscode().webviewFrame('#failed');
    assert.match(await text('#failed'), /"broken\.onnx"/);
    await vscode().screenshot('rank-broken');
  });
});

describe('which layers suffer, in a narrow view', () => {
  const vscode = useWorkbench({ themes: THEMES, size: { width: 860, height: 900 } });

  it('is told above the rows', async () => {
    await Table.open(vscode(), 'shapes/shapes.cache');
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.choose('shapes.onnx');
    await vscode().quickInput.choose(/noise/);
    const rank = await vscode().webviewFrame('.rank-page #grid');
    await until('rows', async () => (await rank.locator('.grid-body [role=row]').count()) >= 4);
    assert.equal(await headersUnderButton(rank), '');
    await vscode().pictures('rank-narrow');
    await vscode().runCommand('Calibration Tables: Compare Output Dumps…');
    await vscode().quickInput.type('outputs-fp32.npz');
    await vscode().quickInput.choose('outputs-fp32.npz');
    await vscode().quickInput.type('outputs-int8.npz');
    await vscode().quickInput.choose('outputs-int8.npz');
    const outputs = await vscode().webviewFrame('.outputs-page #grid');
    await until('rows', async () => (await outputs.locator('.grid-body [role=row]').count()) === 3);
    await vscode().pictures('outputs-narrow');
  });
});

/** The headers over which the button stands that tells of columns without room. */
async function headersUnderButton(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const button = document.querySelector('.grid-missing')?.getBoundingClientRect();
    const isUnder = (header: Element): boolean => {
      const range = document.createRange();
      range.selectNodeContents(header);
      const { left, right } = range.getBoundingClientRect();
      return button !== undefined && right > button.left && left < button.right;
    };
    return [...document.querySelectorAll<HTMLElement>('[role=columnheader]')]
      .filter(isUnder)
      .map((header) => header.innerText)
      .join();
  });
}
