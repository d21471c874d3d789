import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, write } from './files.js';
import { closeAllTabs } from './tabs.js';

const NAME = '[Open](command:workbench.action.terminal.new) $(trash)';
/** Where VS Code would see a link, an icon, a further line, or another direction. */
const MARKUP = /\]\(|\$\(|[\n\r\u2028\u202e]/;

describe('hostile names', () => {
  afterEach(closeAllTabs);

  it('are text in the Problems panel, a line each', async () => {
    const entry = JSON.stringify(`${NAME}\nforged: error\u202e`);
    const uri = await write('hostile/calib.json', `{${entry}: {"scale": -1, "min": 0, "max": 0, "offset": 0}}`);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'calibrationTables.table');
    const [first] = await eventually('a problem', () => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length > 0 && found;
    });
    assert.match(first?.message ?? '', /Open.*trash.*forged/);
    assert.doesNotMatch(first?.message ?? '', MARKUP);
  });

  it('are text in the outline', async () => {
    const uri = await write('hostile/outline.cache', `TRT-8601-EntropyCalibration2\n${NAME}\u202e: 3c010a14\n`);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.match(symbols[0]?.name ?? '', /Open.*trash/);
    assert.doesNotMatch(symbols[0]?.name ?? '', MARKUP);
  });

  it('are text in what a command throws to a caller that gives all answers', async () => {
    const source = await write(`hostile/${NAME}.cache`, 'CONFIG += done\n');
    const options = { target: inWorkspace('hostile/none.json'), format: 'nvdla' };
    await assert.rejects(
      async () => vscode.commands.executeCommand('calibrationTables.convert', source, options),
      ({ message }: Error) => /Open.*trash/.test(message) && !MARKUP.test(message),
    );
  });
});
