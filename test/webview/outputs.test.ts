/** Dumps of a network's outputs in float and in INT8: which output suffers, and how. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';

const COMMAND = 'Calibration Tables: Compare Output Dumps…';

describe('dumps of outputs', () => {
  const vscode = useWorkbench({ themes: THEMES, files: { 'dumps/none.npz': 'no archive' } });
  let view: Frame;

  const text = (selector: string): Promise<string> => view.locator(selector).innerText();
  /** Two lists look alike: what is typed into the one that goes is lost. */
  const asksForSecond = (): Promise<unknown> =>
    until('the second list', async () =>
      /in INT8/.test(
        await vscode()
          .quickInput.widget.innerText()
          .catch(() => ''),
      ),
    );
  const firstRow = (): Promise<string> => view.locator('.grid-body [role=row]').first().innerText();

  it('are chosen among the files of the workspace, and compared worst first', async () => {
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.type('outputs-fp32.npz');
    await vscode().quickInput.choose('outputs-fp32.npz');
    await asksForSecond();
    await vscode().quickInput.type('outputs-int8.npz');
    await vscode().quickInput.choose('outputs-int8.npz');
    view = await vscode().webviewFrame('.outputs-page #grid');
    assert.match(await firstRow(), /1\s+small\s+1x4x24x24\s+3\.8 dB/);
    assert.match(await text('#verdict'), /3 outputs, 24\.1 dB in the mean; the worst, small, has 3\.8 dB/);
    assert.match(await text('#told'), /small: 3\.8 dB.*Drawn: 1,152 values of 2,304 elements|small: 3\.8 dB/);
    await until('the charts', async () => (await view.locator('.picture canvas').count()) === 2);
    await vscode().pictures('outputs');
    await assertAccessible(vscode(), view);
  });

  it('are drawn for the output that is selected', async () => {
    await view.locator('.grid-body [role=row]', { hasText: 'large' }).click();
    await until('the other output', async () => (await text('#told')).startsWith('large: 34.7 dB'));
    assert.match((await view.locator('.picture canvas').first().getAttribute('aria-label')) ?? '', /large: 34\.7 dB/);
  });

  it('count what differs by more than an epsilon', async () => {
    await view.locator('#epsilon input').fill('0.5');
    await view.locator('#epsilon input').press('Enter');
    await until('the other share', async () => /98 %/.test(await firstRow()));
    await view.locator('#epsilon input').fill('much');
    await view.locator('#epsilon input').press('Enter');
    assert.match(await text('#epsilon-problem'), /Type a number/);
  });

  it('say what is wrong with a file that is none', async () => {
    await vscode().runCommand(COMMAND);
    await vscode().quickInput.type('outputs-fp32.npz');
    await vscode().quickInput.choose('outputs-fp32.npz');
    await asksForSecond();
    await vscode().quickInput.type('none.npz');
    await vscode().quickInput.choose('none.npz');
    const failed = await vscode().webviewFrame('#failed');
    assert.match(await failed.locator('#failed').innerText(), /none\.npz/);
  });
});
