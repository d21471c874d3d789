import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { applySplice, spliceOf } from '../../src/core/bytes/splice.js';
import { spliceChange } from '../../src/core/bytes/textChange.js';
import type { TableDocument } from '../../src/core/formats/format.js';
import { detect } from '../../src/core/formats/index.js';
import { BytesFile } from '../../src/host/editor/bytes/bytesFile.js';
import { editorFor } from '../../src/host/editor/chooser.js';
import { contentOf } from '../../src/host/editor/source.js';
import { TextFile } from '../../src/host/editor/text/textFile.js';
import { TEXT_TABLE } from '../../src/host/editor/viewTypes.js';
import { inWorkspace } from './files.js';

/** Published tables, when they lie beside the checkout. */
const corpus = join(
  vscode.extensions.getExtension('calibration-tables.calibration-tables')?.extensionPath ?? '',
  '../shared/corpus',
);

describe('every published table, saved after one edit, differs in that entry alone', function () {
  const tables = existsSync(corpus) ? tablesOf(corpus) : [];
  before(function () {
    if (tables.length > 0) return;
    console.warn(`      (no ${corpus}: published tables are not tested)`);
    this.skip();
  });

  it('are there', () => assert.ok(tables.length > 40, `${tables.length}`));

  for (const { path, document } of tables) {
    const name = basename(path);
    const index = document.table.names.length >> 1;
    const value = Math.abs(document.table.values[index] ?? 0) * 2 || 0.5;
    const splice = document.format.edit?.(document, { kind: 'set', index, value });

    if (splice)
      it(`edited in its table: ${name}`, async () => {
        const uri = await copied(path, document.bytes);
        const { editor } = await editorFor(uri);
        const file = editor === TEXT_TABLE ? await linked(uri) : await BytesFile.open(uri, undefined, undefined);
        assert.equal(await file.apply({ kind: 'set', index, value }, file.revision), null);
        await (file instanceof TextFile ? file.document.save() : file.save());
        assert.deepEqual(await saved(uri), applySplice(document.bytes, splice));
        file.dispose();
      });

    if (document.format.isText)
      it(`edited in its text, where that is one content with the table: ${name}`, async function () {
        const uri = await copied(path, document.bytes);
        if ((await editorFor(uri)).editor !== TEXT_TABLE) return this.skip();
        const file = await linked(uri);
        const [start = 0, end = 0] = [document.spans.valueStart[index], document.spans.valueEnd[index]];
        const typed = spliceOf(document.bytes, start, end, new TextEncoder().encode('3f000001'));
        const change = spliceChange(document.bytes, typed);
        const edit = new vscode.WorkspaceEdit();
        const [from, to] = [file.document.positionAt(change.start), file.document.positionAt(change.end)];
        edit.replace(uri, new vscode.Range(from, to), change.text);
        assert.ok(await vscode.workspace.applyEdit(edit));
        assert.deepEqual(file.bytes, applySplice(document.bytes, typed));
        await file.document.save();
        assert.deepEqual(await saved(uri), applySplice(document.bytes, typed));
        file.dispose();
      });
  }
});

interface Published {
  readonly path: string;
  readonly document: TableDocument;
}

function tablesOf(folder: string): Published[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return paths.flatMap((path) => {
    const bytes = Uint8Array.from(readFileSync(path));
    const found = detect(bytes, path);
    if (found.kind !== 'table') return [];
    const document = found.format.read(bytes);
    return document.table.names.length > 0 ? [{ path, document }] : [];
  });
}

async function copied(path: string, bytes: Uint8Array): Promise<vscode.Uri> {
  const uri = inWorkspace(`lossless/${Math.random().toString(36).slice(2)}/${basename(path)}`);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

async function linked(uri: vscode.Uri): Promise<TextFile> {
  return TextFile.open(await vscode.workspace.openTextDocument(uri), contentOf);
}

async function saved(uri: vscode.Uri): Promise<Uint8Array> {
  return Uint8Array.from(await vscode.workspace.fs.readFile(uri));
}
