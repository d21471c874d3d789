import assert from 'node:assert/strict';
import { ESLint } from 'eslint';

/** What goes round the functions that take safe texts only, each in one line. */
const ROUNDABOUT_IN_HOST = [
  'void vscode.window.showErrorMessage(name);',
  'const { showErrorMessage } = vscode.window;',
  'const { window } = vscode;',
  "void vscode.window['showErrorMessage'](name);",
  'const place = vscode.window;',
  "import { window } from 'vscode';",
  'void vscode.window.showQuickPick([name]);',
  'vscode.window.createQuickPick();',
  'void vscode.window.showInputBox({ prompt: name });',
  'void vscode.window.showSaveDialog({ title: name });',
  'void vscode.window.withProgress({ location: 15, title: name }, run);',
  'vscode.window.setStatusBarMessage(name);',
  'vscode.window.createStatusBarItem();',
  'vscode.window.createOutputChannel(name);',
  "vscode.window.createWebviewPanel('type', name, 1);",
  'panel.title = name;',
  'notify(name as SafeText);',
  "void vscode.commands.executeCommand('vscode.diff', a, b, name);",
  "vscode.commands.registerCommand('command', run);",
  'new vscode.Hover(name);',
  'new vscode.MarkdownString(name);',
  'new vscode.Diagnostic(range, name);',
  "new vscode.DocumentSymbol(name, '', 0, range, range);",
];
const ROUNDABOUT_IN_VIEWS = [
  'element.innerHTML = name;',
  "element.insertAdjacentHTML('beforeend', name);",
  'element.title = name;',
  "element.setAttribute('aria-label', name);",
  'document.write(name);',
];

describe('surfaces that read markup', () => {
  const eslint = new ESLint({ cwd: new URL('../..', import.meta.url).pathname });
  const complaints = async (line: string, filePath: string): Promise<string[]> => {
    const [result] = await eslint.lintText(`${line}\n`, { filePath });
    return (result?.messages ?? [])
      .filter(({ ruleId }) => ruleId === 'no-restricted-syntax')
      .map(({ message }) => message);
  };

  before('reads the configuration', async function () {
    this.timeout(60_000);
    await complaints('', 'src/host/transfer/some.ts');
  });

  for (const line of ROUNDABOUT_IN_HOST)
    it(`are reached by src/host/ui alone, not by: ${line}`, async () => {
      assert.notDeepEqual(await complaints(line, 'src/host/transfer/some.ts'), []);
    });

  for (const line of ROUNDABOUT_IN_VIEWS)
    it(`are reached by webview/shared/dom.ts alone, not by: ${line}`, async () => {
      assert.notDeepEqual(await complaints(line, 'webview/table/some.ts'), []);
    });

  it('leave the rest of VS Code alone', async () => {
    const lines =
      'void vscode.window.showTextDocument(uri);\nvscode.window.tabGroups.all.forEach(look);\nthis.title = name;';
    assert.deepEqual(await complaints(lines, 'src/host/transfer/some.ts'), []);
  });
});
