/** What version 0.1 left in a user's VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { packBackup } from '../../src/host/editor/bytes/backup.js';
import { takeOldBackup } from '../../src/host/editor/oldBackup.js';
import { inWorkspace, write } from './files.js';

const SAVED = 'TRT-8601-EntropyCalibration2\na: 3c010a14\nb: 3c010a15\n';
const EDITED = SAVED.replace('a: 3c010a14', 'a: 3f800000');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('after version 0.1', () => {
  it('its unsaved edits are unsaved edits of the text', async () => {
    const uri = await write('upgrade/kept.cache', SAVED);
    const backup = inWorkspace('upgrade/backup');
    await vscode.workspace.fs.writeFile(backup, packBackup(bytesOf(EDITED), bytesOf(SAVED)));
    await takeOldBackup(uri, backup.toString());
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.getText(), EDITED);
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
    await document.save();
  });

  it('a damaged or a missing backup leaves the file as it is saved', async () => {
    const uri = await write('upgrade/damaged.cache', SAVED);
    const backup = inWorkspace('upgrade/damaged');
    await vscode.workspace.fs.writeFile(backup, packBackup(bytesOf(EDITED), bytesOf(SAVED)).subarray(0, 9));
    await takeOldBackup(uri, backup.toString());
    await takeOldBackup(uri, inWorkspace('upgrade/gone').toString());
    const document = await vscode.workspace.openTextDocument(uri);
    assert.deepEqual([document.getText(), document.isDirty], [SAVED, false]);
  });

  it('names that users gave to its editors still open tables', async () => {
    const { packageJSON } = vscode.extensions.getExtension('calibration-tables.calibration-tables') ?? {};
    const { customEditors } = (packageJSON as { contributes: { customEditors: { viewType: string }[] } }).contributes;
    const types = customEditors.map(({ viewType }) => viewType);
    for (const old of ['calibrationTables.table', 'calibrationTables.tableOption']) assert.ok(types.includes(old), old);
  });
});
