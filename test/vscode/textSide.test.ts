import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, inWorkspace, write } from './files.js';
import { closeAllTabs } from './tabs.js';

const HEADER = 'TRT-8601-EntropyCalibration2\n';
const NETWORK = `name: "two"
input: "data"
layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1" convolution_param { num_output: 1 kernel_size: 1 } }
layer { name: "conv2" type: "Convolution" bottom: "conv1" top: "conv2" convolution_param { num_output: 1 kernel_size: 1 } }
`;

describe('the text side of a table', () => {
  beforeEach(closeAllTabs);
  after(closeAllTabs);

  it('has the findings as problems as one types, while a tab shows it', async () => {
    const { document, editor } = await shown('side/typed.cache', `${HEADER}a: 3f800000\nb: 3f000000\n`);
    assert.deepEqual(problems(document), []);
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 3, 2, 11), '00000000'));
    await eventually('the problem', () => problems(document).includes('2 zero-scale'));
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), 'a: 3f800000\n'));
    await eventually('the second one', () => problems(document).includes('3 duplicate-name'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('none', () => problems(document).length === 0);
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 3, 2, 11), '00000000'));
    await document.save();
    await eventually('the problem again', () => problems(document).length === 1);
    await closeAllTabs();
    await eventually('gone with its tab', () => problems(document).length === 0);
  });

  it('says nothing of lists that are hardly tables', async () => {
    const { document } = await shown('side/list.csv', 'name,scale\na,0\nb,-1\na,2\n');
    await hovers(document, new vscode.Position(1, 0));
    await shown('side/other.cache', `${HEADER}a: 00000000\n`);
    await eventually('the problem of the table', () =>
      vscode.languages.getDiagnostics().some(([uri]) => uri.path.endsWith('other.cache')),
    );
    assert.deepEqual(problems(document), []);
  });

  it('shows the entry at the cursor in the table', async () => {
    const { document, editor } = await shown('side/show.cache', `${HEADER}a: 3f800000\nb: 3f000000\n`);
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    assert.deepEqual(await titles(document, 0), []);
    const [show] = await actions(document, 2);
    assert.equal(show?.title, 'Show in Table');
    await vscode.commands.executeCommand(
      show.command?.command ?? '',
      ...((show.command?.arguments ?? []) as unknown[]),
    );
    await eventually(
      'the table',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom,
    );
  });

  it('offers what can be done about a finding, and all that is certain at once', async () => {
    const text = `${HEADER}a: 3f8000\nb : 3f000000\nc: 00000000\nc: 3f800000\n`;
    const { document } = await shown('side/fixes.cache', text);
    const first = await titles(document, 1);
    assert.deepEqual(
      [first[0], first.at(-2), first.at(-1)],
      ['Pad with leading zeros to 8 digits', 'Fix all 2 that have a certain fix', 'Show in Table'],
    );
    assert.ok((await titles(document, 3)).some((title) => title.startsWith('Set it to ')));
    assert.ok((await titles(document, 4)).includes('Remove this entry, keep the one in line 4'));
    const [all] = (await actions(document, 1)).filter(({ title }) => title.startsWith('Fix all'));
    assert.ok(await vscode.workspace.applyEdit(all?.edit ?? assert.fail()));
    assert.equal(document.getText(), text.replace('3f8000\n', '003f8000\n').replace('b :', 'b:'));
    const [source] = await actions(document, 1, vscode.CodeActionKind.SourceFixAll);
    assert.equal(source, undefined, 'nothing is left');
    await document.save();
  });

  it('offers a header where there is none', async () => {
    const { document } = await shown('side/headless.cache', 'a: 3f800000\nb: 3f000000\n');
    assert.ok((await titles(document, 0)).includes('Choose a header…'));
  });

  it('shows the range behind each scale, and what the table is over its first line', async () => {
    const { document } = await shown('side/hints.cache', `${HEADER}a: 3f800000\n层: 3c010a14\nzero: 00000000\n`);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, 4, 0),
    );
    assert.deepEqual(
      hints.map(({ label, position }) => `${position.line}:${position.character} ${String(label)}`),
      ['1:11 ±127', '2:11 ±1', '3:14 ±0'],
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    assert.deepEqual(
      lenses.map(({ command, range }) => `${range.start.line} ${command?.title ?? ''}`),
      ['0 TensorRT 8.6.1 · EntropyCalibration2 · 3 entries', '0 1 finding'],
    );
  });

  it('folds entries whose names begin alike', async () => {
    const { document } = await shown(
      'side/folds.cache',
      `${HEADER}data: 1\n${['a', 'b', 'c'].map((n) => `res2a_${n}: 3f800000\n`).join('')}`,
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [[2, 4]],
    );
  });

  it('completes the names that its network asks for', async () => {
    const network = await write('side/two.prototxt', NETWORK);
    const table = await write('side/names-calib.json', '{\n  "data": { "scale": 0.5 },\n  "\n}\n');
    await vscode.commands.executeCommand(
      'calibrationTables.checkAgainstNetwork',
      await write('side/names-calib.json', '{\n  "data": { "scale": 0.5 },\n  "conv1": { "scale": 0.5 }\n}\n'),
      network,
    );
    await closeAllTabs();
    const { document, editor } = await shown(table.path.split('/').slice(-2).join('/'), undefined);
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 2, 2, 9), '"co'));
    const names = async (): Promise<string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(2, 5),
      );
      return list.items.filter(({ detail }) => detail?.includes('two.prototxt')).map(({ label }) => String(label));
    };
    let found: string[] = [];
    await eventually('the names', () => {
      void names().then((now) => (found = now));
      return found.includes('conv2');
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it("describes NVDLA's JSON and paints nothing red in anybody's", () => {
    const extension = vscode.extensions.getExtension('calibration-tables.calibration-tables') ?? assert.fail();
    const schema = readFileSync(
      vscode.Uri.joinPath(extension.extensionUri, 'syntaxes/nvdla-calibration.schema.json').fsPath,
      'utf8',
    );
    assert.doesNotMatch(schema, /"(type|required|enum|const|pattern|minimum|maximum|minProperties|not|oneOf|allOf)"/);
    assert.doesNotMatch(schema, /additionalProperties": false/);
  });
});

async function shown(
  path: string,
  text: string | undefined,
): Promise<{ document: vscode.TextDocument; editor: vscode.TextEditor }> {
  const uri = text === undefined ? inWorkspace(path) : await write(path, text);
  await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
  const editor = await eventually('the editor', () =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()),
  );
  return { document: editor.document, editor };
}

function problems({ uri }: vscode.TextDocument): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ range, code }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return `${range.start.line} ${rule ?? ''}`;
  });
}

async function hovers({ uri }: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover[]> {
  return vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
}

async function actions(
  { uri }: vscode.TextDocument,
  line: number,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(line, 0, line, 1),
    kind?.value,
    20,
  );
}

async function titles(document: vscode.TextDocument, line: number): Promise<string[]> {
  return (await actions(document, line)).map(({ title }) => title);
}
