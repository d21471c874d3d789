import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, moment, read, write } from './files.js';
import { closeAllTabs, openTabs, tabOf } from './tabs.js';

const NETWORK = `name: "two"
input: "data"
layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1" convolution_param { num_output: 1 kernel_size: 1 } }
layer { name: "conv2" type: "Convolution" bottom: "conv1" top: "conv2" convolution_param { num_output: 1 kernel_size: 1 } }
`;
const TEXT = JSON.stringify({ data: { scale: 0.5 }, conv1: { scale: 0.25 } }, undefined, 2);

const TABLE_EDITOR = 'calibrationTables.table';

describe('an editor', () => {
  beforeEach(closeAllTabs);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllTabs();
  });

  it('opens by the name of the file, and by choice for broader names', async () => {
    await vscode.commands.executeCommand(
      'vscode.open',
      await write('editor/by-name.cache', 'TRT-8601-EntropyCalibration2\na: 3f800000\n'),
    );
    await eventually('the table of the text', () => openTabs().join() === 'by-name.cache: table');
    await vscode.commands.executeCommand(
      'vscode.openWith',
      await write('editor/by-choice.json', TEXT),
      'calibrationTables.tableOption',
    );
    await eventually('the chosen table', () => openTabs().at(-1) === 'by-choice.json: table');
  });

  it('is marked, undone, redone and saved as any other', async () => {
    const table = await openEdited('editor/lifecycle-calib.json');
    await vscode.commands.executeCommand('undo');
    await until(table, false);
    await vscode.commands.executeCommand('redo');
    await until(table, true);
    assert.equal(await read(table), TEXT);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await until(table, false);
    const saved = await read(table);
    assert.deepEqual(Object.keys(JSON.parse(saved) as object), ['data', 'conv1', 'conv2']);
    assert.ok(
      saved.startsWith(TEXT.slice(0, TEXT.lastIndexOf('}', TEXT.length - 3))),
      'what stood there stays as it was',
    );
    await vscode.commands.executeCommand('undo');
    await until(table, true);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await until(table, false);
    assert.equal(await read(table), TEXT);
  });

  it('is reverted', async () => {
    const table = await openEdited('editor/revert-calib.json');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(table, false);
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(await read(table), TEXT);
  });

  it('shares its document with a second one beside it', async () => {
    const table = await openEdited('editor/beside-calib.json');
    await vscode.commands.executeCommand('vscode.openWith', table, TABLE_EDITOR, vscode.ViewColumn.Two);
    await areBothMarked();
    await vscode.commands.executeCommand('undo');
    await eventually('neither is', () =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).every(({ isDirty }) => !isDirty),
    );
  });

  it('opens beside another one of its file, also where that one gets the focus meanwhile', async () => {
    const table = await openEdited('editor/focus-calib.json');
    for (let time = 0; time < 5; time++) {
      const opened = vscode.commands.executeCommand('vscode.openWith', table, TABLE_EDITOR, vscode.ViewColumn.Two);
      await eventually('the second tab', () => vscode.window.tabGroups.all.length === 2);
      await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
      await opened;
      await areBothMarked();
      await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await eventually('one tab', () => openTabs().length === 1);
    }
  });
});

/** Opens a table and adds an entry to it, by the command that needs no mouse. */
async function openEdited(path: string): Promise<vscode.Uri> {
  const table = await write(path, TEXT);
  const network = await write('editor/two.prototxt', NETWORK);
  await vscode.commands.executeCommand('calibrationTables.checkAgainstNetwork', table, network);
  // Older versions of VS Code have it under another name.
  const accept = (await vscode.commands.getCommands()).includes('quickInput.accept')
    ? 'quickInput.accept'
    : 'workbench.action.acceptSelectedQuickOpenItem';
  while (tabOf(table)?.isDirty !== true) {
    const added = vscode.commands.executeCommand('calibrationTables.addMissingEntries', table).then(() => true);
    // Takes both questions' suggestions. Nothing tells when a question has got its items; one that is accepted before is asked again.
    while (!(await Promise.race([added, moment()]))) await vscode.commands.executeCommand(accept);
    await eventually('the mark', () => tabOf(table)?.isDirty === true, 1000).catch(() => undefined);
  }
  return table;
}

async function areBothMarked(): Promise<void> {
  const told = (): string => openTabs().join(', ');
  await eventually(
    () => `both are marked: ${told()}`,
    () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.length === 2 && tabs.every(({ isDirty }) => isDirty);
    },
  );
}

async function until(uri: vscode.Uri, dirty: boolean): Promise<void> {
  await eventually(dirty ? 'the mark' : 'no mark', () => tabOf(uri)?.isDirty === dirty);
}
