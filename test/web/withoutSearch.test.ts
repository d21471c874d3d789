import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { root } from '../support/paths.js';
import { until } from '../support/until.js';
import { openWorkbench } from '../support/useWorkbench.js';
import { WebHostServer } from '../support/webHost/webHostServer.js';
import type { Workbench } from '../support/workbench/workbench.js';
import { DiffView } from '../webview/support/diffView.js';
import { answerSaveDialog } from '../webview/support/saveDialog.js';
import { Table } from '../webview/support/table.js';

const CACHE = 'resnet34-trt7203.cache';
const NETWORK = 'resnet34.prototxt';

/** Where VS Code has no search `findFiles` never answers. */
describe('on a file system that VS Code cannot search', () => {
  let server: WebHostServer;
  let vscode: Workbench;
  let table: Table;

  before(async () => {
    server = await WebHostServer.start([root], 'plaindisk');
    vscode = await openWorkbench({}, server);
    await vscode.explorer.open('resnet34');
    await Table.after(vscode, () => vscode.explorer.open(CACHE));
  });
  after(async () => {
    await vscode.close();
    await server.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vscode.screenshot(`failed-${this.currentTest.title}`);
  });

  it('a table to compare with can be chosen from the folder', async () => {
    await vscode.runCommand('Calibration Tables: Compare With…');
    await until('Browse…', async () => (await vscode.quickInput.labels()).some((label) => /Browse…/.test(label)));
    await vscode.screenshot('web-compare-at-once');
    await vscode.quickInput.choose('resnet34-trt8601.cache');
    const diff = await DiffView.shown(vscode);
    assert.ok((await diff.names()).length > 0);
    await vscode.screenshot('web-compare');
  });

  it('tables that were open are offered before anything is searched', async () => {
    table = await Table.after(vscode, () => vscode.explorer.open('resnet34-legacy.cache'));
    await vscode.runCommand('Calibration Tables: Compare With…');
    assert.equal((await vscode.quickInput.labels())[0], CACHE);
    await vscode.quickInput.cancel();
  });

  it('a network to check against is found by walking the folders', async () => {
    await vscode.runCommand('Calibration Tables: Check Against Network…');
    await vscode.quickInput.choose(NETWORK);
    await until('the network above the table', async () =>
      (await table.frame.locator('body').innerText()).includes(NETWORK),
    );
  });

  it('a table is converted without a network, without waiting', async () => {
    await vscode.explorer.choose(CACHE, 'Convert to NVDLA JSON…');
    await vscode.quickInput.choose('Without a network: carry the names over');
    await vscode.dialogs.press('Choose File…');
    await answerSaveDialog(vscode, vscode.path('out.json'));
    await vscode.notifications.waitFor('Wrote 162 of 162 entries to "out.json"');
    assert.match(readFileSync(vscode.path('out.json'), 'utf8'), /"data"/);
  });
});
