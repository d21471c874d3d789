import assert from 'node:assert/strict';
import { useWorkbench } from '../support/useWorkbench.js';
import { CACHE, NVDLA } from './support/files.js';
import { Table } from './support/table.js';

describe('a hover in the text', () => {
  const vscode = useWorkbench({ themes: ['light', 'highContrast'] });

  it('decodes the hex of an entry', async () => {
    await Table.open(vscode(), CACHE);
    await vscode().editorAction('Open as Text');
    const said = await vscode().textEditor.hover('3da6a420');
    for (const part of ['(Unnamed Layer* 0) [Convolution]_output', '0.08136773', '±10.3337'])
      assert.ok(said.includes(part), said);
    await vscode().pictures('hover-entry');
  });

  it('decodes the header', async () => {
    const said = await vscode().textEditor.hover('TRT-7203');
    assert.match(said, /TensorRT 7\.2\.3[^]*EntropyCalibration2/);
    await vscode().pictures('hover-header');
  });

  it('decodes the numbers of an NVDLA table', async () => {
    await Table.open(vscode(), NVDLA);
    await vscode().editorAction('Open as Text');
    const said = await vscode().textEditor.hover('0.08136773109436035');
    assert.match(said, /conv1[^]*3da6a420/);
    await vscode().pictures('hover-nvdla');
  });
});
