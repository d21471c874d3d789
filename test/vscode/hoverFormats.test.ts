import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { write } from './files.js';

const JSON_RANGES = '{"data": [-1.5, 2.25], "conv": [-3.0, 1.0]}';
const JSON_TAGGED =
  '{\n  "CLS": "TensorsData",\n  "data": {\n    "conv": {\n      "CLS": "TensorData",\n      "lowest": { "data": [-3.5], "dtype": "float32", "CLS": "numpy.array" },\n      "highest": { "data": [1.25], "dtype": "float32", "CLS": "numpy.array" }\n    }\n  }\n}';
const CALI = '# op_name    threshold    min    max\ndata 2.5000000 -2.5000000 2.2500000\n#weight_scale\nw 1.0 2.0\n';

/** File, text, a place in it, and what the hover there says; null for silence. */
const HOVERS: readonly (readonly [string, string, string, RegExp | null])[] = [
  [
    'ranges.txt',
    'data:1.000244122\nconv1: 5.43116007373\n',
    '5.43',
    /\*\*conv1\*\*[^]*Stored: range 5\.43116007373[^]*Scale: 0\.0427650/,
  ],
  ['ranges2.txt', 'data:1.000244122\nconv1: 5.43116007373\n', 'conv1', /\*\*conv1\*\*/],
  [
    'onnxruntime.cache',
    'data 2.640000104904175\nconv 2.2047784328460693\n',
    '2.2047',
    /Stored: range 2\.2047784328460693[^]*Entry: 2 of 2/,
  ],
  ['pairs.json', JSON_RANGES, '-3.0', /\*\*conv\*\*[^]*Stored: range 3\b/],
  ['pairs2.json', JSON_RANGES, 'conv', /\*\*conv\*\*/],
  ['pairs3.json', JSON_RANGES, ', "conv"', null],
  ['tagged.json', JSON_TAGGED, '1.25', /\*\*conv\*\*[^]*Stored: range 3\.5/],
  ['net.cali_table', CALI, '2.2500000', /\*\*data\*\*[^]*Stored: range 2\.5\b/],
  ['net2.cali_table', CALI, 'w 1.0', null],
  [
    'net.table',
    'conv1_param_0 187.25 246.4\nconv1 63.5\n',
    '63.5',
    /Stored: reciprocal of the scale 63\.5[^]*Dynamic range: ±2/,
  ],
  ['net2.table', 'conv1_param_0 187.25 246.4\nconv1 63.5\n', '187', null],
  ['table.csv', 'name,scale\na,0.5\nb,0.25\n', 'name', null],
];

describe('hover over other formats', () => {
  for (const [file, text, place, expected] of HOVERS) {
    it(`${file}: ${expected ? 'speaks' : 'is silent'} at ${place}`, async () => {
      const document = await vscode.workspace.openTextDocument(await write(`hover-formats/${file}`, text));
      const position = document.positionAt(text.indexOf(place));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      const said = hovers.flatMap(({ contents }) =>
        contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : String(content))),
      );
      const plain = said.join('\n').replace(/\\([!-/:-@[-`{-~])/g, '$1');
      if (expected) assert.match(plain, expected);
      else assert.equal(plain, '');
    });
  }
});
