import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding } from '../../src/core/findings/finding.js';
import { diagnosticsOf } from '../../src/host/editor/diagnostics.js';
import { eventually, write } from './files.js';
import { closeAllTabs } from './tabs.js';

describe('findings as problems', () => {
  it('stand on their line with rule, source and severity, and name their entry', () => {
    const [problem] = diagnosticsOf([finding('zero-scale', 'The scale is 0.', { entry: 'conv1', index: 0, line: 3 })]);
    assert.deepEqual(
      [
        problem?.range.start.line,
        problem?.range.isSingleLine,
        problem?.code,
        problem?.source,
        problem?.severity,
        problem?.message,
      ],
      [2, true, 'zero-scale', 'Calibration Tables', vscode.DiagnosticSeverity.Warning, 'conv1: The scale is 0.'],
    );
  });

  it('stand on the first line when they are about the file, or the file has no lines', () => {
    const places = diagnosticsOf([
      finding('missing-entry', 'No "pool1".'),
      finding('zero-scale', 'The scale is 0.', { entry: 'a', index: 1, line: 0 }),
    ]);
    assert.deepEqual(
      places.map(({ range }) => range.start.line),
      [0, 0],
    );
  });

  it('are a few hundred at most, the most serious ones, and a last one that counts the rest', () => {
    const infos = Array.from({ length: 400 }, (_, i) =>
      finding('unknown-entry', 'Unused.', { entry: `t${i}`, index: i, line: i + 2 }),
    );
    const problems = diagnosticsOf([
      ...infos,
      finding('non-finite-scale', 'Inf.', { entry: 'z', index: 400, line: 402 }),
    ]);
    assert.equal(problems.length, 301);
    assert.equal(problems[0]?.code, 'non-finite-scale');
    assert.match(problems.at(-1)?.message ?? '', /^101 more findings/);
  });
});

describe('the problems of a table', () => {
  afterEach(closeAllTabs);
  const rules = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('calibrationTables');
  const codes = (uri: vscode.Uri): unknown[] => vscode.languages.getDiagnostics(uri).map(({ code }) => code);

  it('are there while its editor is open, and gone with it', async () => {
    const uri = await write('problems/a.cache', 'TRT-8601-EntropyCalibration2\na: 00000000\nb: 7f800000\n');
    assert.deepEqual(codes(uri), []);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'calibrationTables.table');
    await eventually('problems', () => codes(uri).length === 2);
    assert.deepEqual(codes(uri).sort(), ['non-finite-scale', 'zero-scale']);
    await closeAllTabs();
    await eventually('no problems', () => codes(uri).length === 0);
  });

  it('follow changes on disk and the settings', async () => {
    const uri = await write('problems/b.cache', 'TRT-8601-EntropyCalibration2\na: 00000000\n');
    await vscode.commands.executeCommand('vscode.openWith', uri, 'calibrationTables.table');
    await eventually(
      'a warning',
      () => vscode.languages.getDiagnostics(uri)[0]?.severity === vscode.DiagnosticSeverity.Warning,
    );
    await rules().update('rules', { 'zero-scale': 'error' }, vscode.ConfigurationTarget.Workspace);
    await eventually(
      'an error',
      () => vscode.languages.getDiagnostics(uri)[0]?.severity === vscode.DiagnosticSeverity.Error,
    );
    await rules().update('rules', { 'zero-scale': 'off' }, vscode.ConfigurationTarget.Workspace);
    await eventually('nothing', () => codes(uri).length === 0);
    await rules().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually('the warning again', () => codes(uri).length === 1);
    await write('problems/b.cache', 'TRT-8601-EntropyCalibration2\na: 3f800000\n');
    await eventually('nothing any more', () => codes(uri).length === 0);
  });

  it('are none for files that are something else', async () => {
    const uri = await write('problems/qmake.cache', 'CONFIG += release\n');
    await vscode.commands.executeCommand('vscode.open', uri);
    assert.deepEqual(codes(uri), []);
  });
});
