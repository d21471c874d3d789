import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';
import { changedFile, commit, git, gitSettings, showSourceControl } from './support/git.js';
import { Table } from './support/table.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const FIRST = `${HEADER}data: 3c010204\nconv1: 3c010204\nfc: 3f800000\n`;
const SECOND = FIRST.replace('3f800000', '3f400000');
const NOW = FIRST.replace('3f800000', '3e800000');
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 123\n`;

describe('comparing with what git has', () => {
  const vscode = useWorkbench({
    settings: gitSettings,
    files: { 'model.cache': FIRST, 'stored.cache': POINTER },
  });
  let diff: DiffView;

  before(() => {
    git(vscode().folder, 'init', '--quiet');
    commit(vscode().folder, 'First tables');
    writeFileSync(vscode().path('model.cache'), SECOND);
    commit(vscode().folder, 'Calibrate again');
    writeFileSync(vscode().path('model.cache'), NOW);
    writeFileSync(vscode().path('stored.cache'), FIRST);
    writeFileSync(vscode().path('new.cache'), FIRST);
  });

  it('a changed file of the source control view, by the button above its text', async () => {
    await showSourceControl(vscode());
    await changedFile(vscode(), 'model.cache').click();
    await vscode().page.locator('.monaco-diff-editor').first().waitFor();
    await vscode().editorAction('Compare Table with HEAD');
    diff = await DiffView.shown(vscode());
    assert.deepEqual([await diff.fact('old'), await diff.fact('new')], ['model.cache (HEAD)', 'model.cache']);
    assert.match(await diff.cell('fc', 'log2').innerText(), /[-−]1\.58/);
    await vscode().screenshot('diff-head');
  });

  it('follows a commit', async () => {
    git(vscode().folder, 'commit', '--quiet', '-m', 'Third', 'model.cache');
    await until('no difference', async () => (await diff.frame.locator('#likeness').count()) === 1);
    writeFileSync(vscode().path('model.cache'), FIRST);
    await until('a difference again', async () => (await diff.names()).join() === 'fc');
  });

  it('with any commit of the file', async () => {
    await vscode().openFile('model.cache');
    await Table.shown(vscode());
    await vscode().runCommand('Calibration Tables: Compare Table with Commit…');
    await until('the commits', async () => (await vscode().quickInput.labels()).length === 3);
    assert.deepEqual(await vscode().quickInput.labels(), ['Third', 'Calibrate again', 'First tables']);
    await vscode().screenshot('diff-commits');
    await vscode().quickInput.choose('Calibrate again');
    diff = await DiffView.shown(vscode());
    await until('the version of that commit', async () =>
      /^model\.cache \([0-9a-f]{8}\)$/.test(await diff.fact('old')),
    );
    assert.equal(await diff.cell('fc', 'oldScale').innerText(), '0.7500000');
  });

  it('says when HEAD has no such file', async () => {
    await vscode().openFile('new.cache');
    await Table.shown(vscode());
    await vscode().editorAction('Compare Table with HEAD');
    assert.match(
      await vscode().notifications.waitFor(/new\.cache/),
      /"new\.cache" is new: the last commit \(HEAD\) does not have it\./,
    );
    await vscode().screenshot('diff-not-in-head');
  });

  it('says when git has an LFS pointer only', async () => {
    await vscode().openFile('stored.cache');
    await Table.shown(vscode());
    await vscode().runCommand('Calibration Tables: Compare Table with HEAD');
    const failed = await vscode().webviewFrame('#failed');
    assert.match(await failed.locator('#failed').innerText(), /is a Git LFS pointer[^]*run "git lfs pull"/);
    await vscode().screenshot('diff-lfs');
  });
});

describe('comparing with git where there is none', () => {
  const vscode = useWorkbench({ files: { 'model.cache': FIRST } });

  it('says why not', async () => {
    await vscode().explorer.choose('model.cache', 'Select Table for Compare');
    await vscode().explorer.openForGood('model.cache');
    await Table.shown(vscode());
    await vscode().runCommand('Calibration Tables: Compare Table with HEAD');
    await vscode().notifications.waitFor('Git is switched off in VS Code');
  });
});
