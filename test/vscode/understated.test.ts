import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { onnxruntimeText } from '../../src/core/formats/onnxruntime/text.js';
import { NO_HEADER } from '../../src/core/table/header.js';
import type { Converted } from '../../src/host/transfer/convert/convertTable.js';
import { eventually, inWorkspace, read, write } from './files.js';
import { closeAllTabs } from './tabs.js';

/** `b` and `c` reach further below zero than above it. */
const JSON_TEXT = '{"a": [-1.5, 2.5], "b": [-8, 2], "c": [-3, -1]}';
const STORED = new TextDecoder().decode(
  onnxruntimeText.write({
    format: 'onnxruntime-text',
    quantity: 'amax',
    header: NO_HEADER,
    names: ['a', 'b', 'c'],
    values: Float64Array.of(2.5, 2, -1),
  }),
);

const understated = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ code }) => code === 'understated-range')
    .map(({ message }) => message);

describe('an onnxruntime table beside the JSON that has both ends of its ranges', () => {
  afterEach(closeAllTabs);

  it('is told which of its ranges are too small, as soon as the JSON is there, and until they are not', async () => {
    const uri = await write('understated/calibration.cache', STORED);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'calibrationTables.table');
    await eventually('other findings', () => vscode.languages.getDiagnostics(uri).length > 0);
    assert.deepEqual(understated(uri), []);
    await write('understated/calibration.json', JSON_TEXT);
    const [b, c] = await eventually('two findings', () => understated(uri).length === 2 && understated(uri));
    assert.match(b ?? '', /^b: The range is 2, but the JSON beside the file has ±8/);
    assert.match(c ?? '', /^c: The range is -1, but the JSON beside the file has ±3/);
    await write('understated/calibration.json', JSON_TEXT.replace('-8', '-1'));
    await eventually('one finding', () => understated(uri).length === 1);
  });

  it("is converted with the JSON's ranges, each of them listed, and as stored where asked", async () => {
    const uri = await write('understated-convert/calibration.cache', STORED);
    await write('understated-convert/calibration.json', JSON_TEXT);
    const target = inWorkspace('understated-convert/ranges.txt');
    const convert = async (asStored: boolean): Promise<Converted> =>
      vscode.commands.executeCommand('calibrationTables.convert', uri, {
        target,
        format: 'tensorrt-ranges',
        overwrite: true,
        asStored,
      });
    const { report } = await convert(false);
    assert.deepEqual(report.replaced, [
      { name: 'b', from: 2, to: 8 },
      { name: 'c', from: -1, to: 3 },
    ]);
    assert.match(await read(target), /b: ?8/);
    assert.equal((await convert(true)).report.replaced, undefined);
    assert.match(await read(target), /b: ?2/);
  });

  it('keeps its ranges beside a JSON of other tensors', async () => {
    const uri = await write('understated-stale/calibration.cache', STORED);
    await write('understated-stale/calibration.json', JSON_TEXT.replace('"c"', '"other"'));
    const target = inWorkspace('understated-stale/ranges.txt');
    const options = { target, format: 'tensorrt-ranges', overwrite: true };
    const { report } = await vscode.commands.executeCommand<Converted>('calibrationTables.convert', uri, options);
    assert.equal(report.replaced, undefined);
  });
});
