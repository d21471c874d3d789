import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';
import { Table } from './support/table.js';

const WALKTHROUGH = 'Get Started with Calibration Tables';
const STEPS = [
  'Open a table',
  'Change a value',
  'See what is wrong',
  'Compare two tables',
  'Convert or port a table',
  'See which layers suffer',
];

describe('the walkthrough', () => {
  // In a narrow window VS Code shows no pictures.
  const vscode = useWorkbench({ size: { width: 1700, height: 900 } });

  it('has six steps, each with a picture that is drawn', async () => {
    await showWalkthrough();
    for (const [at, step] of STEPS.entries()) {
      await vscode().page.locator('.getting-started-step').filter({ hasText: step }).click();
      await until(`the picture of "${step}"`, () => isPictured());
      await vscode().screenshot(`walkthrough-${at + 1}`);
    }
    assert.deepEqual(
      (await vscode().page.locator('.getting-started-step .step-title').allInnerTexts()).map(trimmed),
      STEPS,
    );
  });

  it('opens a sample table, and one to compare', async () => {
    await vscode()
      .page.locator('.getting-started-step')
      .filter({ hasText: STEPS[0] ?? '' })
      .click();
    const table = await Table.after(vscode(), () =>
      vscode().page.getByRole('button', { name: 'Open Sample Table' }).click(),
    );
    assert.equal(await table.count(), '162 of 162');
    await table.edit(1, 'scale', '1');
    await vscode().runCommand('Calibration Tables: Open Sample Comparison');
    const diff = await DiffView.shown(vscode());
    assert.ok((await diff.names()).length > 0);
  });

  it('ticks off what was done', async () => {
    await showWalkthrough();
    const done = vscode().page.locator('.getting-started-step:has(.codicon.complete) .step-title');
    const expected = [STEPS[0], STEPS[1], STEPS[3]];
    await until('three steps to be done', async () => (await done.count()) === 3);
    assert.deepEqual((await done.allInnerTexts()).map(trimmed), expected);
    await vscode().screenshot('walkthrough-done');
  });

  async function showWalkthrough(): Promise<void> {
    await vscode().runCommand('Welcome: Open Walkthrough...');
    await vscode().quickInput.type(WALKTHROUGH);
    await vscode().quickInput.choose(WALKTHROUGH);
    await vscode().page.locator('.getting-started-step').first().waitFor();
  }

  /** VS Code draws the picture in a webview of its own. */
  async function isPictured(): Promise<boolean> {
    const boxes = await Promise.all(
      vscode()
        .page.frames()
        .map((frame) => frame.evaluate(widthOfPicture).catch(() => 0)),
    );
    return boxes.some((width) => width > 200);
  }
});

/** Runs in a frame. */
function widthOfPicture(): number {
  return document.querySelector('svg:has(> title)')?.getBoundingClientRect().width ?? 0;
}

function trimmed(text: string): string {
  return text.trim();
}
