/** Names that would be markup wherever they are shown: through every command that says something. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { DiffView } from './support/diffView.js';
import { HOSTILE, plainText, plainTexts } from './support/plainText.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

const LINK = '[Show](command:workbench.action.terminal.new)';
const HEADER = 'TRT-8601-EntropyCalibration2\n';
const NAMES = {
  old: `${LINK} $(flame) old.cache`,
  fresh: `${LINK} $(flame) fresh.cache`,
  twin: `${LINK} $(flame) twin.cache`,
  shell: `${LINK} $(flame) qmake.cache`,
  header: `${LINK} header.cache`,
  apart: `${LINK} $(flame) apart.cache`,
  layers: `${LINK} calib.json`,
  network: `${LINK} $(flame) net.prototxt`,
};
const OLD = `${HEADER}data: 3c010a14\n${HOSTILE}: 3d6b851f\nplain: 3d55b689\nprob: 3b810204\n`;
/** The hostile tensor has a scale that no table can take. */
const FRESH = OLD.replace(`${HOSTILE}: 3d6b851f`, `${HOSTILE}: 7f800000`).replace('plain: 3d55b689', 'plain: 3d70a3d7');
const LAYER = HOSTILE.replace('\u202e', '');
const FILES = {
  [NAMES.old]: OLD,
  [NAMES.fresh]: FRESH,
  [NAMES.twin]: OLD,
  // Of mixed line ends, so that its table and its text are two contents.
  [NAMES.apart]: OLD.replace('\n', '\r\n'),
  [NAMES.shell]: 'CONFIG += done\n',
  [NAMES.header]: `TRT-8601-${LINK}\ndata: 3c010a14\n`,
  [NAMES.layers]: '{"data": {"scale": 0.0078, "min": 0, "max": 0, "offset": 0}}',
  [NAMES.network]: `name: "n"\ninput: "data"\nlayer { name: "${LAYER}" type: "Convolution" bottom: "data" top: "${LAYER}" }\n`,
};

describe('hostile names', () => {
  const vscode = useWorkbench({
    settings: {
      'git.enabled': true,
      'git.autoRepositoryDetection': true,
      'git.openRepositoryInParentFolders': 'always',
      'git.autofetch': false,
    },
    files: FILES,
  });
  const notification = (text: string | RegExp): Locator =>
    vscode()
      .page.locator('.notification-toast')
      .filter({ hasText: text })
      .last()
      .locator('.notification-list-item-message');
  const statusBar = (text: RegExp): Locator =>
    vscode().page.locator('.statusbar-item-label').filter({ hasText: text }).last();
  const rows = (): Locator => vscode().quickInput.rows.filter({ hasNotText: /Browse…|Without a network/ });
  const parts = (): Locator => rows().locator('.label-name:visible, .label-description:visible');
  const title = (): Locator => vscode().quickInput.widget.locator('.quick-input-title');
  const run = (command: string): Promise<void> => vscode().runCommand(`Calibration Tables: ${command}`);

  /** Rows of the explorer may move between the two clicks, when the window has just started: the second one then opens another file. */
  async function open(name: string): Promise<Table> {
    const isInFront = async (): Promise<boolean> => (await vscode().tabs.active())?.label === name;
    return until(`${name} in front`, async (attempt) => {
      await vscode().explorer.openForGood(name);
      await until(`${name} in front`, isInFront, 3000 * attempt).catch(() => undefined);
      const table = await Table.shown(vscode());
      return (await isInFront()) && table;
    });
  }

  async function pick(text: RegExp): Promise<void> {
    await until(`${text} in the list`, async () => (await rows().filter({ hasText: text }).count()) > 0);
    await rows().filter({ hasText: text }).first().click();
  }

  it('Take Values From: the files to choose from, the choices, and what was not taken', async () => {
    await open(NAMES.old);
    await run('Take Values From…');
    assert.match(await plainText(title()), /Take values into .*\$.*\(flame\) old\.cache/);
    await until('the files', async () => (await rows().filter({ hasText: 'fresh.cache' }).count()) > 0);
    await plainTexts(parts());
    await pick(/fresh\.cache/);
    await plainText(title());
    await vscode().quickInput.choose('All changed values');
    assert.match(await plainText(notification('Took 1 value')), /gnp" was not taken: A scale can't be infinite/);
    await vscode().screenshot('hostile-taken');
    await vscode().runCommand('File: Revert File');
    await vscode().tabs.waitUntilDirty(NAMES.old, false);
  });

  it('Take Values From: entry by entry', async () => {
    await open(NAMES.fresh);
    await run('Take Values From…');
    await pick(/old\.cache/);
    await vscode().quickInput.choose('Choose entries…');
    await until('the entries', async () => (await rows().filter({ hasText: 'trash' }).count()) > 0);
    await plainTexts(parts());
    await vscode().screenshot('hostile-entries');
    await vscode().quickInput.cancel();
  });

  it('Take Values From: nothing to take', async () => {
    await open(NAMES.twin);
    await run('Take Values From…');
    await pick(/old\.cache/);
    assert.match(await plainText(notification('There is nothing to take')), /has the same scales/);
  });

  it('Convert: the question, and what was written', async () => {
    await open(NAMES.twin);
    await run('Convert to NVDLA JSON…');
    await vscode().quickInput.choose(/Without a network/);
    await plainTexts(vscode().dialogs.box.locator('.dialog-message-text'));
    await vscode().dialogs.press('Choose File…');
    await answerSaveDialog(vscode(), vscode().path(`${LINK} $(flame) out.json`));
    assert.match(await plainText(notification('Wrote 4 of 4')), /out\.json"/);
    await vscode().screenshot('hostile-converted');
  });

  it('Convert: a file that is none', async () => {
    await vscode().explorer.choose(NAMES.shell, 'Convert to NVDLA JSON…');
    assert.match(await plainText(notification('qmake')), /not a calibration table/);
  });

  it('Compare: the selected file, the titles of the list and of the tab', async () => {
    await vscode().explorer.choose(NAMES.old, 'Select Table for Compare');
    await plainText(statusBar(/Selected .* for compare/));
    await open(NAMES.old);
    await run('Compare With…');
    await plainText(title());
    await until('the files', async () => (await rows().filter({ hasText: 'fresh.cache' }).count()) > 0);
    await plainTexts(parts());
    await pick(/fresh\.cache/);
    await DiffView.shown(vscode());
    await plainText(vscode().page.locator('.tabs-container .tab.active .monaco-icon-label-container'));
    await vscode().screenshot('hostile-diff');
  });

  it('Change Version and Algorithm: the question', async () => {
    await open(NAMES.header);
    await run('Change Version and Algorithm…');
    await vscode().quickInput.choose('8.5.2');
    await vscode().quickInput.choose('EntropyCalibration2');
    await plainTexts(vscode().dialogs.box.locator('.dialog-message-text'));
    await vscode().screenshot('hostile-header');
    await vscode().dialogs.press('Cancel');
  });

  it('Check Against Network and Add Missing Entries: files, counts, names and the question for a scale', async () => {
    await open(NAMES.layers);
    await run('Check Against Network…');
    await plainText(title());
    await until('the networks', async () => (await rows().filter({ hasText: 'net.prototxt' }).count()) > 0);
    await plainTexts(parts());
    await pick(/net\.prototxt/);
    await plainText(statusBar(/1 missing/));
    await run('Add Missing Entries…');
    await until('the entries', async () => (await rows().filter({ hasText: 'trash' }).count()) > 0);
    await plainTexts(parts());
    await vscode().quickInput.accept();
    await vscode().quickInput.choose('Type a scale for each');
    await until('the question', async () => /Scale of/.test(await title().innerText()));
    await plainText(title());
    await plainText(vscode().quickInput.widget.locator('.quick-input-message'));
    await vscode().quickInput.cancel();
  });

  it('Port: the questions, and what was written', async () => {
    await open(NAMES.old);
    await run('Port to Another Version…');
    await vscode().quickInput.choose(/A table of the new version/);
    await until('the files', async () => (await rows().filter({ hasText: 'fresh.cache' }).count()) > 0);
    await plainTexts(parts());
    await pick(/fresh\.cache/);
    await until('the headers', async () => (await rows().filter({ hasText: 'TRT-8601' }).count()) > 0);
    await plainTexts(parts());
    await vscode().quickInput.choose(/TRT-8601-EntropyCalibration2/);
    const review = await vscode().webviewFrame('#write');
    await review.locator('#write').click();
    await answerSaveDialog(vscode(), vscode().path(`${LINK} $(flame) ported.cache`));
    assert.match(await plainText(notification('Wrote 4 entries')), /ported\.cache"/);
  });

  it('a change on disk: the word above the table', async () => {
    const table = await open(NAMES.twin);
    await table.edit(1, 'scale', '1');
    writeFileSync(vscode().path(NAMES.twin), FRESH);
    await plainText(table.frame.locator('#notices .notice-text').first());
    await vscode().runCommand('File: Revert File');
  });

  it('a save over a change on disk, and Open as Text: the questions', async () => {
    const table = await open(NAMES.apart);
    await table.edit(1, 'scale', '1');
    writeFileSync(vscode().path(NAMES.apart), FRESH);
    await plainText(table.frame.locator('#notices .notice-warning .notice-text'));
    await table.press('ControlOrMeta+S');
    await plainTexts(vscode().dialogs.box.locator('.dialog-message-text'));
    await vscode().dialogs.press('Cancel');
    await run('Open as Text');
    await plainTexts(vscode().dialogs.box.locator('.dialog-message-text'));
    await vscode().dialogs.press("Don't Save");
  });

  it('Compare with HEAD and with a commit: what git has not, and what commits are called', async () => {
    const git = (...args: string[]): void => {
      const who = [
        '-c',
        'user.name=$(trash) [Me](command:x)',
        '-c',
        'user.email=me@example.com',
        '-c',
        'commit.gpgsign=false',
      ];
      execFileSync('git', [...who, ...args], { cwd: vscode().folder, stdio: 'pipe' });
    };
    git('init', '--quiet');
    git('add', NAMES.old);
    git('commit', '--quiet', '-m', `${LINK} $(flame) first`);
    await vscode().runCommand('Git: Open Repository');
    await vscode()
      .quickInput.cancel()
      .catch(() => undefined);
    await vscode().reload();
    await open(NAMES.fresh);
    await run('Compare Table with HEAD');
    assert.match(await plainText(notification('is new')), /fresh\.cache" is new/);
    await open(NAMES.old);
    await run('Compare Table with Commit…');
    await plainText(title());
    await until('the commit', async () => (await rows().filter({ hasText: 'first' }).count()) > 0);
    await plainTexts(parts());
    await vscode().screenshot('hostile-commit');
    await vscode().quickInput.cancel();
  });
});
