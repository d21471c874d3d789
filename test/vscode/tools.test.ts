import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inWorkspace, write } from './files.js';

async function call(tool: string, input: object): Promise<Record<string, unknown>> {
  const { content } = await vscode.lm.invokeTool(`calibrationTables_${tool}`, {
    input,
    toolInvocationToken: undefined,
  });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Record<string, unknown>;
}

describe('tools for language models', () => {
  const old = 'resnet34/resnet34-trt7203.cache';

  it('are offered by VS Code, with what they want', () => {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('calibrationTables_'));
    assert.deepEqual(ours.map(({ name }) => name).sort(), [
      'calibrationTables_check',
      'calibrationTables_compare',
      'calibrationTables_plan_convert',
      'calibrationTables_show',
    ]);
    for (const { description, inputSchema } of ours) assert.ok(description && inputSchema);
  });

  it('show, check and compare tables of the workspace, by path and by URI', async () => {
    assert.deepEqual(((await call('show', { path: old })) as { summary: { entries: number } }).summary.entries, 162);
    assert.deepEqual((await call('check', { path: inWorkspace('broken.cache').toString() }))['counts'], {
      error: 6,
      warning: 3,
      info: 1,
    });
    const next = inWorkspace('resnet34/resnet34-trt8601.cache').path;
    assert.equal(((await call('compare', { old, new: next })) as { summary: { changed: number } }).summary.changed, 95);
  });

  it('plan a conversion by a network', async () => {
    const network = 'resnet34/resnet34.prototxt';
    assert.equal((await call('plan_convert', { path: old, to: 'nvdla', network }))['entriesOut'], 162);
  });

  it('see unsaved text', async () => {
    const uri = await write('tools/unsaved.cache', 'TRT-8601-EntropyCalibration2\na: 3c010a14\n');
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(2, 0), 'b: 3c010a14\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok(document.isDirty);
    const { entries } = (await call('show', { path: 'tools/unsaved.cache' })) as { entries: unknown[] };
    assert.equal(entries.length, 2);
    await document.save();
  });

  it('quote nothing of files that are no tables', async () => {
    await write('tools/secret.txt', 'password: hunter2');
    await assert.rejects(call('show', { path: 'tools/secret.txt' }), (error: Error) => {
      assert.doesNotMatch(String(error.message), /hunter2/);
      return /no calibration table/.test(error.message);
    });
  });
});
