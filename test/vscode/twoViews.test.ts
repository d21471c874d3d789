import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { noticesFor } from '../../src/host/editor/notices.js';
import { contentOf } from '../../src/host/editor/source.js';
import { textBytes, TextFile } from '../../src/host/editor/text/textFile.js';
import { eventually, write } from './files.js';
import { closeAllTabs, openTabs } from './tabs.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const TEXT = `${HEADER}a: 3f800000\nb: 3f000000\nc: 3e800000\n`;
const JSON_TEXT = '{\n  "层": { "scale": 0.5 },\n  "conv1": { "scale": 0.25, "min": 0 }\n}\n';

describe('a table over a text', () => {
  beforeEach(closeAllTabs);
  after(closeAllTabs);

  for (const [what, text, old, now] of [
    ['LF', TEXT, '3f000000', '3f000001'],
    ['CRLF', TEXT.replaceAll('\n', '\r\n'), '3f000000', '3f000001'],
    ['a byte order mark', `\ufeff${TEXT}`, '3f000000', '3f000001'],
    ['letters beyond ASCII', TEXT.replace('a:', '层🙂/é:'), '3f000000', '3f000001'],
    ['JSON', JSON_TEXT, '0.25', '0.125'],
    ['JSON that breaks meanwhile', JSON_TEXT, '0.25, ', '0.25 '],
    ['a new line', TEXT, 'b: ', 'new: 3f800000\nb: '],
    ['a line that goes', TEXT, 'b: 3f000000\n', ''],
  ] as const) {
    it(`follows its text: ${what}`, async () => {
      const { file, document } = await open(`two/follow-${what}`, text);
      const before = file.revision;
      await replace(document, old, now);
      await file.settle();
      assert.ok(file.revision > before);
      assertIsReadingOf(file, document);
      await document.save();
      assert.equal(await saved(document), text.replace(old, eol(document, now)));
      file.dispose();
    });
  }

  it('follows several changes of one edit', async () => {
    const { file, document } = await open('two/several.cache', TEXT);
    const edit = new vscode.WorkspaceEdit();
    for (const line of [1, 2, 3]) edit.replace(document.uri, new vscode.Range(line, 3, line, 5), '40');
    await vscode.workspace.applyEdit(edit);
    assertIsReadingOf(file, document);
    assert.deepEqual(valuesOf(file), [4, 2, 4]);
    await document.save();
    file.dispose();
  });

  it('is edited through its text, which tells what came of it', async () => {
    for (const [path, text] of [
      ['two/edit.cache', TEXT],
      ['two/edit-crlf.cache', TEXT.replaceAll('\n', '\r\n')],
      ['two/edit-bom.cache', `\ufeff${TEXT}`],
    ] as const) {
      const { file, document } = await open(path, text);
      assert.equal(await file.apply({ kind: 'set', index: 1, value: 2 }, file.revision), null);
      assert.deepEqual(valuesOf(file), [1, 2, 0.25]);
      assert.equal(
        await file.applyAll(
          [
            { kind: 'set', index: 0, value: 4 },
            { kind: 'insert', index: 3, name: 'd', value: 1 },
          ],
          'Two',
        ),
        null,
      );
      assertIsReadingOf(file, document);
      assert.ok(file.isDirty);
      await document.save();
      const wanted = TEXT.replace('3f800000', '40800000').replace('3f000000', '40000000') + 'd: 3f800000\n';
      assert.equal(
        await saved(document),
        path.includes('crlf') ? wanted.replaceAll('\n', '\r\n') : text.replace(TEXT, wanted),
      );
      file.dispose();
    }
  });

  it('refuses an edit that was made on another revision', async () => {
    const { file, document } = await open('two/stale.cache', TEXT);
    const { revision } = file;
    await replace(document, 'b: ', 'new: 3f800000\nb: ');
    assert.match((await file.apply({ kind: 'delete', index: 1 }, revision)) ?? '', /changed meanwhile/);
    await document.save();
    file.dispose();
  });

  it('is what the text becomes when it is saved as a table of another kind', async () => {
    const { file, document } = await open('two/other.cache', TEXT);
    await replace(document, TEXT, JSON_TEXT);
    await document.save();
    await eventually(
      'the NVDLA table',
      () => file.content.kind === 'table' && file.content.document.format.id === 'nvdla',
    );
    assertIsReadingOf(file, document);
    file.dispose();
  });

  it('loses nothing to what VS Code does on saving', async () => {
    const global = vscode.ConfigurationTarget.Global;
    const files = vscode.workspace.getConfiguration('files');
    const names = ['trimTrailingWhitespace', 'insertFinalNewline', 'trimFinalNewlines'];
    for (const name of names) await files.update(name, true, global);
    try {
      const text = 'TRT-8XXX-EntropyCalibration2 \na: 3f800000\n\n\nb : 3f000000';
      const { document, file } = await open('two/participants.cache', text);
      assert.equal(document.languageId, 'tensorrt-calibration-cache');
      await replace(document, '3f000000', '3f000001');
      await document.save();
      assert.equal(await saved(document), text.replace('3f000000', '3f000001'));
      file.dispose();
    } finally {
      for (const name of names) await files.update(name, undefined, global);
    }
  });

  it('says how many entries a save wrote otherwise that nobody had changed', async () => {
    const formatter = vscode.workspace.onWillSaveTextDocument((event) => {
      const { document } = event;
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const formatted = JSON.stringify(JSON.parse(document.getText()), null, 4);
      if (document.languageId === 'json') event.waitUntil(Promise.resolve([vscode.TextEdit.replace(all, formatted)]));
    });
    try {
      const { file, document } = await open('two/formatted-calib.json', JSON_TEXT);
      assert.equal(await file.apply({ kind: 'set', index: 0, value: 2 }, file.revision), null);
      await document.save();
      await eventually('the count', () => file.disk.rewritten === 1);
      assert.match(noticesFor(file)[0]?.text ?? '', /also rewrote 1 entry/);
      await replace(document, '0.25', '0.5');
      await document.save();
      await eventually('no count any more', () => file.disk.rewritten === 0);
      file.dispose();
    } finally {
      formatter.dispose();
    }
  });

  for (const [what, bytes, editor] of [
    ['fits', TEXT, 'table'],
    ['has mixed line ends', TEXT.replace('\n', '\r\n'), 'bytes'],
    ['has a lone carriage return', TEXT.replace('a:', 'a\r:'), 'bytes'],
    ['is Latin-1', Buffer.from(TEXT.replace('a:', 'é:'), 'latin1'), 'bytes'],
    ['is binary', undefined, 'bytes'],
  ] as const) {
    it(`is not what a file that ${what} gets, or is`, async () => {
      const uri =
        bytes === undefined
          ? await copy('formats/calibration.flatbuffers', `two/chosen.flatbuffers`)
          : await write('two/chosen.cache', '');
      if (bytes !== undefined) await vscode.workspace.fs.writeFile(uri, Buffer.from(bytes));
      await vscode.commands.executeCommand('calibrationTables.openAsTable', uri);
      await eventually(
        () => `the ${editor} editor, not ${openTabs().join()}`,
        () => openTabs().join().endsWith(`: ${editor}`) && openTabs().length === 1,
      );
    });
  }

  it('gives way to bytes when its file becomes one that no text carries', async () => {
    const uri = await write('two/becomes.cache', TEXT);
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    await eventually('the table', () => openTabs().join() === 'becomes.cache: table');
    await write('two/becomes.cache', TEXT.replace('\n', '\r\n'));
    await eventually(
      () => `bytes, not ${openTabs().join()}`,
      () => openTabs().join() === 'becomes.cache: bytes',
    );
  });
});

async function open(path: string, text: string): Promise<{ file: TextFile; document: vscode.TextDocument }> {
  const uri = await write(path, text);
  const document = await vscode.workspace.openTextDocument(uri);
  await eventually('the text is read from disk', () => document.getText() === text.replace('\ufeff', ''));
  return { document, file: await TextFile.open(document, contentOf) };
}

/** What a document holds on disk, a byte order mark included. */
async function saved({ uri }: vscode.TextDocument): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
}

async function copy(from: string, to: string): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? assert.fail();
  const [source, target] = [from, to].map((path) => vscode.Uri.joinPath(folder?.uri ?? assert.fail(), path));
  await vscode.workspace.fs.copy(source ?? assert.fail(), target ?? assert.fail(), { overwrite: true });
  return target ?? assert.fail();
}

async function replace(document: vscode.TextDocument, old: string, now: string): Promise<void> {
  const at = document.getText().indexOf(eol(document, old));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(at), document.positionAt(at + eol(document, old).length)),
    now,
  );
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function eol(document: vscode.TextDocument, text: string): string {
  return document.eol === vscode.EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text;
}

/** The file is what reading its text anew gives. */
function assertIsReadingOf(file: TextFile, document: vscode.TextDocument): void {
  const bytes = textBytes(document);
  assert.ok(file.content.kind === 'table');
  assert.deepEqual(file.bytes, bytes);
  const { table, spans, findings } = file.content.document.format.read(bytes);
  assert.deepEqual(file.content.document.table.names, table.names);
  assert.deepEqual(file.content.document.table.values, table.values);
  assert.deepEqual(file.content.document.spans, spans);
  assert.deepEqual(file.content.document.findings, findings);
}

function valuesOf(file: TextFile): number[] {
  return file.content.kind === 'table' ? [...file.content.document.table.values] : assert.fail('no table');
}
