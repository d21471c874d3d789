import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/paths.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';
import { answerSaveDialog } from './support/saveDialog.js';

const [OLD, NEW] = ['detector/detector-trt7203.cache', 'detector/detector-trt8601.cache'] as const;

describe('what comes out of a comparison', () => {
  const vscode = useWorkbench();
  let diff: DiffView;
  before(async () => {
    diff = await DiffView.compare(vscode(), OLD, NEW);
  });

  for (const [label, extension, option] of [
    ['CSV', 'csv', '--csv'],
    ['JSON', 'json', '--json'],
    ['Markdown', 'md', '--markdown'],
  ] as const) {
    it(`${label}: the bytes that the command line prints`, async () => {
      await diff.button('export').click();
      await vscode().quickInput.choose(label);
      const target = vscode().path(`out.${extension}`);
      assert.equal(await answerSaveDialog(vscode(), target), `detector-trt7203-detector-trt8601-diff.${extension}`);
      await until('the file', () => existsSync(target) && readFileSync(target).length > 0);
      assert.equal(readFileSync(target, 'utf8'), byCli(option));
    });
  }

  it("aligned text in VS Code's own diff editor", async () => {
    await vscode().editorAction('Compare as Text');
    await vscode().tabs.waitFor('detector-trt7203.cache ↔ detector-trt8601.cache (aligned text)');
    const [before, after] = ['original', 'modified'].map((side) =>
      vscode().page.locator(`.monaco-diff-editor .editor.${side} .view-lines`),
    );
    await until(
      'both texts',
      async () =>
        /TRT-7203/.test((await before?.innerText()) ?? '') && /TRT-8601/.test((await after?.innerText()) ?? ''),
    );
    await vscode().screenshot('diff-as-text');
    await vscode().press('F7');
    assert.ok(
      (await vscode().page.locator('.monaco-diff-editor .line-insert, .monaco-diff-editor .char-insert').count()) > 0,
    );
  });

  it('follows a file there, too', async () => {
    await vscode().openFile('detector/detector-trt8601.cache');
  });

  function byCli(option: string): string {
    return execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'diff', OLD, NEW, option], {
      cwd: vscode().folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  }
});
