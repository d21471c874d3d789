import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { noticesFor } from '../../src/host/editor/notices.js';
import { type DocumentEdit, BytesFile } from '../../src/host/editor/bytes/bytesFile.js';
import { inWorkspace, read, write } from './files.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const TEXT = `${HEADER}a: 3f800000\nb: 3f000000\n`;
const EDITED = TEXT.replace('3f800000', '40000000');

describe('a document', () => {
  it('is edited, undone and redone byte by byte', async () => {
    const { file, edits } = await open('document/edit.cache');
    assert.equal(await file.apply({ kind: 'set', index: 0, value: 2 }, 0), null);
    assert.equal(textOf(file), EDITED);
    assert.equal(file.isDirty, true);
    edits[0]?.undo();
    assert.deepEqual([textOf(file), file.isDirty], [TEXT, false]);
    edits[0]?.redo();
    assert.deepEqual([textOf(file), file.isDirty], [EDITED, true]);
    assert.equal(await read(file.uri), TEXT);
    await file.save();
    assert.deepEqual([await read(file.uri), file.isDirty], [EDITED, false]);
  });

  it('refuses an edit of a table that has changed meanwhile, or to no name', async () => {
    const { file, edits } = await open('document/refuse.cache');
    await file.apply({ kind: 'delete', index: 0 }, 0);
    assert.match((await file.apply({ kind: 'delete', index: 0 }, 0)) ?? '', /changed meanwhile/);
    assert.notEqual(await file.apply({ kind: 'rename', index: 0, name: '' }, 1), null);
    assert.deepEqual([textOf(file), edits.length], [`${HEADER}b: 3f000000\n`, 1]);
  });

  it('makes several edits one step, or none of them', async () => {
    const { file, edits } = await open('document/several.cache');
    const both = [
      { kind: 'set', index: 0, value: 2 },
      { kind: 'rename', index: 1, name: 'c' },
    ] as const;
    assert.notEqual(await file.applyAll([...both, { kind: 'rename', index: 0, name: '' }], 'Three'), null);
    assert.equal(textOf(file), TEXT);
    assert.equal(await file.applyAll(both, 'Both'), null);
    assert.equal(textOf(file), EDITED.replace('b:', 'c:'));
    edits[0]?.undo();
    assert.deepEqual([textOf(file), edits.map(({ label }) => label)], [TEXT, ['Both']]);
  });

  it('does not undo what was done before it was loaded anew', async () => {
    const { file, edits } = await open('document/reload.cache');
    await file.apply({ kind: 'set', index: 0, value: 2 }, 0);
    await write('document/reload.cache', `${HEADER}other: 3f800000\n`);
    await file.reload();
    edits[0]?.undo();
    assert.deepEqual([textOf(file), file.isDirty], [`${HEADER}other: 3f800000\n`, false]);
  });

  it('comes back from its backup with its unsaved edits', async () => {
    const { file } = await open('document/backup.cache');
    await file.apply({ kind: 'set', index: 0, value: 2 }, 0);
    const backup = inWorkspace('document/kept');
    await file.backup(backup);
    const restored = await BytesFile.open(file.uri, backup, undefined);
    assert.deepEqual([textOf(restored), restored.isDirty, await restored.disk.compare()], [EDITED, true, 'same']);
    await write('document/backup.cache', `${TEXT}c: 3f800000\n`);
    assert.equal(await restored.disk.compare(), 'changed');
    await restored.disk.accept();
    assert.deepEqual([textOf(restored), await restored.disk.compare()], [EDITED, 'same']);
  });

  it('is opened as it stands on disk when its backup is damaged, and says so', async () => {
    const { file } = await open('document/damaged.cache');
    await file.apply({ kind: 'set', index: 0, value: 2 }, 0);
    const backup = inWorkspace('document/damaged-backup');
    await file.backup(backup);
    const whole = await vscode.workspace.fs.readFile(backup);
    for (const damaged of [new Uint8Array(), whole.subarray(0, 6), whole.subarray(0, whole.length - 1)]) {
      await vscode.workspace.fs.writeFile(backup, damaged);
      const opened = await BytesFile.open(file.uri, backup, undefined);
      assert.deepEqual([textOf(opened), opened.isDirty], [TEXT, false]);
      assert.match(noticesFor(opened)[0]?.text ?? '', /could not be restored.*as it stands on disk/);
    }
    assert.deepEqual(noticesFor(await BytesFile.open(file.uri, undefined, undefined)), []);
  });

  it('whose name a folder has taken is not written, and that is said in words', async () => {
    const { file } = await open('document/folder.cache');
    await file.apply({ kind: 'set', index: 0, value: 2 }, 0);
    await vscode.workspace.fs.delete(file.uri);
    await vscode.workspace.fs.createDirectory(file.uri);
    const said = { message: '"folder.cache" could not be written: a folder has its name.' };
    await assert.rejects(() => file.save(), said);
    await assert.rejects(() => file.saveAs(file.uri), said);
    await vscode.workspace.fs.delete(file.uri);
    await file.save();
    assert.equal(await read(file.uri), EDITED);
  });

  it('knows how its file stands', async () => {
    const { file } = await open('document/stands.cache');
    assert.equal(await file.disk.compare(), 'same');
    await write('document/stands.cache', `${TEXT}c: 3f800000\n`);
    assert.equal(await file.disk.compare(), 'changed');
    await vscode.workspace.fs.delete(file.uri);
    assert.equal(await file.disk.compare(), 'gone');
    await file.apply({ kind: 'set', index: 0, value: 2 }, 0);
    await file.save();
    assert.equal(await read(file.uri), EDITED, 'a deleted file is written again');
  });

  it('that is too large is not read unless it is asked for', async () => {
    const { file } = await open('document/large.cache');
    await file.reload(10);
    assert.deepEqual([file.content.kind, file.bytes], ['tooLarge', null]);
    await file.reload(Infinity);
    assert.equal(textOf(file), TEXT);
  });
});

async function open(path: string): Promise<{ file: BytesFile; edits: DocumentEdit[] }> {
  const file = await BytesFile.open(await write(path, TEXT), undefined, undefined);
  const edits: DocumentEdit[] = [];
  file.onDidEdit((edit) => edits.push(edit));
  return { file, edits };
}

function textOf(file: BytesFile): string {
  return new TextDecoder().decode(file.bytes ?? assert.fail('no bytes'));
}
