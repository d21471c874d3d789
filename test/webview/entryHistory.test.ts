import { writeFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { commit, git, gitSettings, showSourceControl } from './support/git.js';
import { Table } from './support/table.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const FIRST = `${HEADER}data: 3c010204\nconv1: 3c010204\nfc: 3f800000\n`;
const SECOND = FIRST.replace('3f800000', '3f400000');

describe('who changed an entry last', () => {
  const vscode = useWorkbench({ settings: gitSettings, files: { 'blamed.cache': FIRST } });
  let table: Table;

  before(async () => {
    git(vscode().folder, 'init', '--quiet');
    commit(vscode().folder, 'First tables');
    writeFileSync(vscode().path('blamed.cache'), SECOND);
    commit(vscode().folder, 'Calibrate again');
    await showSourceControl(vscode());
    table = await Table.open(vscode(), 'blamed.cache');
    await table.button('toggle-inspector').click();
  });

  const says = (text: RegExp): Promise<unknown> =>
    until(String(text), async () => text.test(await table.frame.locator('#entry-history').innerText()));

  it('is told by the inspector, as git has it', async () => {
    await table.select(3, 'name');
    await says(/Last changed\s+.+, Test, [0-9a-f]{7,8}: Calibrate again/);
    await vscode().screenshot('entry-history');
    await table.select(2, 'name');
    await says(/Test, [0-9a-f]{7,8}: First tables/);
  });

  it('is nobody while it is edited, and until it is committed', async () => {
    await table.edit(2, 'scale', '0.5');
    await says(/^$/);
    await vscode().press('ControlOrMeta+S');
    await vscode().tabs.waitUntilDirty('blamed.cache', false);
    await table.select(3, 'name');
    await table.select(2, 'name');
    await says(/not committed yet/);
  });
});
