import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EarlierSaves } from '../../src/host/editor/bytes/earlierSaves.js';
import { inWorkspace } from './files.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('earlier saves of tables over bytes', () => {
  const saves = new EarlierSaves(inWorkspace('kept'));
  const [one, other] = [inWorkspace('tables/one.cache'), inWorkspace('tables/other.cache')];
  const contents = async (file: vscode.Uri): Promise<string[]> => {
    const kept = await saves.of(file);
    return Promise.all(kept.map(async ({ uri }) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))));
  };

  it('are kept apart by file, the latest first, and the same only once', async () => {
    for (const text of ['a', 'ab', 'ab', 'abc']) await saves.keep(one, bytesOf(text));
    await saves.keep(other, bytesOf('x'));
    assert.deepEqual(await contents(one), ['abc', 'ab', 'a']);
    assert.deepEqual(await contents(other), ['x']);
    assert.deepEqual(await contents(inWorkspace('tables/none.cache')), []);
  });

  it('are at most twenty', async () => {
    for (let i = 0; i < 23; i++) await saves.keep(other, bytesOf(`save ${i}`));
    const kept = await contents(other);
    assert.deepEqual([kept.length, kept[0], kept.at(-1)], [20, 'save 22', 'save 3']);
  });

  it('are not kept where Local History is off', async () => {
    const settings = vscode.workspace.getConfiguration('workbench.localHistory');
    await settings.update('enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      await saves.keep(one, bytesOf('secret'));
      assert.equal((await contents(one)).includes('secret'), false);
    } finally {
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
