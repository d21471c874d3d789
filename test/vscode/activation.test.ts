import assert from 'node:assert/strict';
import Module from 'node:module';
import * as vscode from 'vscode';
import { BusyProbe } from './busyProbe.js';
import { eventually, inWorkspace, write } from './files.js';
import { closeAllTabs } from './tabs.js';

/** What Node has loaded; tests and extensions share the process. */
function isLoaded(file: string): boolean {
  const { _cache: cache } = Module as unknown as { readonly _cache: Readonly<Record<string, unknown>> };
  return Object.keys(cache).some((path) => path.replaceAll('\\', '/').endsWith(`/dist/${file}`));
}

const OTHERS = [
  ['others/items.json', JSON.stringify(Array.from({ length: 8000 }, (_, i) => ({ id: `item${i}`, at: [i, i / 3] })))],
  ['others/bundle.js', `var a=[${Array.from({ length: 20_000 }, (_, i) => `{b:${i}}`).join(',')}];`],
  ['others/words.txt', 'calibration of a net, '.repeat(12_000)],
  ['others/colons.txt', 'a:'.repeat(110_000)],
  ['others/hello.py', 'print("hello")\n'],
  ['others/notes.txt', 'time: 12:30\n'],
] as const;

describe('the extension', () => {
  const extension = vscode.extensions.getExtension('calibration-tables.calibration-tables');

  it('sleeps while only other files are open and gone between, however long their lines', async () => {
    assert.ok(extension, 'VS Code does not know the extension');
    for (const [path, content] of OTHERS) await write(path, content);
    for (const [path] of [...OTHERS, ...OTHERS]) await vscode.window.showTextDocument(inWorkspace(path));
    // JSON wakes the little that waits for tables, and nothing else.
    await eventually('the stub', () => extension.isActive);
    assert.equal(isLoaded('allFeatures.js'), false);
    await closeAllTabs();
  });

  it('starts with the first table', async () => {
    await vscode.commands.executeCommand('vscode.open', inWorkspace('resnet34/resnet34-trt8601.cache'));
    await eventually('all features', () => isLoaded('allFeatures.js'));
    await closeAllTabs();
  });

  it('keeps nobody waiting while other files with long lines are gone between', async () => {
    const probe = new BusyProbe();
    for (const [path] of [...OTHERS, ...OTHERS]) await vscode.window.showTextDocument(inWorkspace(path));
    await closeAllTabs();
    const longest = probe.end();
    assert.ok(longest < 100, `${longest.toFixed(0)} ms without a pause`);
  });
});
