/** What is written for others to look at. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { answerSaveDialog } from './support/saveDialog.js';
import { Table } from './support/table.js';

describe('a table for others to look at', () => {
  const vscode = useWorkbench();

  it('is one page', async () => {
    await Table.open(vscode(), 'build/digits.cache');
    await vscode().runCommand('Calibration Tables: Export Report…');
    assert.equal(await answerSaveDialog(vscode(), vscode().path('report.html')), 'digits-report.html');
    await vscode().notifications.waitFor('Wrote the report to "report.html"');
    assert.match(readFileSync(vscode().path('report.html'), 'utf8'), /<h2>digits\.cache<\/h2>/);
  });

  it('is node data for Model Explorer', async () => {
    await vscode().runCommand('Calibration Tables: Export for Model Explorer…');
    await vscode().quickInput.choose('Findings');
    assert.equal(await answerSaveDialog(vscode(), vscode().path('nodes.json')), 'digits-findings.json');
    const text = await until('the file', () => {
      const path = vscode().path('nodes.json');
      return existsSync(path) && /\}\s*$/.test(readFileSync(path, 'utf8')) && readFileSync(path, 'utf8');
    });
    const data = JSON.parse(text) as { results: object };
    assert.ok('/relu1/Relu_output_0' in data.results);
  });
});
