/** Tables into Q/DQ models and out of them, with answers given beforehand. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { onnxQdq } from '../../src/core/formats/onnxQdq.js';
import type { QdqReport } from '../../src/core/transfer/qdqReport.js';
import { node, onnxModel } from '../core/support/onnxModel.js';
import { FLOAT, floats, INT8, pair, value, whole } from '../core/support/qdqModel.js';
import { inWorkspace, read, write } from './files.js';

const CHANNELS = 1024;
/** Small, and so large (4 MB of weights) that a worker does the work. */
const SIZES = { small: 1, large: 1024 } as const;

function model(size: number): Uint8Array {
  const weights = new Array<number>(CHANNELS * size).fill(254);
  return onnxModel({
    node: [node('Conv', ['x', 'w'], ['t']), node('Relu', ['t'], ['y'])],
    initializer: [floats('w', [CHANNELS, size, 1, 1], weights)],
    input: [value('x')],
    output: [value('y')],
  });
}

async function writeBytes(path: string, bytes: Uint8Array): Promise<vscode.Uri> {
  const uri = inWorkspace(path);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

const bytesOf = async (uri: vscode.Uri): Promise<Uint8Array> =>
  Uint8Array.from(await vscode.workspace.fs.readFile(uri));

describe('scales into an ONNX model and back', () => {
  for (const [name, size] of Object.entries(SIZES))
    it(`give table and model again: a ${name} one`, async () => {
      const table = await write(`qdq/${name}.cache`, 'TRT-8601-EntropyCalibration2\nx: 3f000000\ny: 3e800000\n');
      const plain = await writeBytes(`qdq/${name}.onnx`, model(size));
      const target = inWorkspace(`qdq/${name}-qdq.onnx`);
      const { report } = await vscode.commands.executeCommand<{ report: QdqReport }>(
        'calibrationTables.writeIntoModel',
        table,
        { target, model: plain, overwrite: true },
      );
      assert.deepEqual(
        [report.pairs.map(({ tensor }) => tensor), report.weights.map(({ channels }) => channels), report.left],
        [['x'], [CHANNELS], []],
      );
      assert.deepEqual(onnxQdq.read(await bytesOf(target)).table.names, ['x']);
      const [back, stripped] = [inWorkspace(`qdq/${name}-back.cache`), inWorkspace(`qdq/${name}-back.onnx`)];
      await vscode.commands.executeCommand('calibrationTables.convert', target, {
        ...{ format: 'tensorrt', header: 'TRT-8601-EntropyCalibration2', overwrite: true },
        ...{ target: back, plain: stripped, qdq: { carry: true } },
      });
      assert.equal(await read(back), 'TRT-8601-EntropyCalibration2\nx: 3f000000\n');
      assert.deepEqual(await bytesOf(stripped), await bytesOf(plain));
    });

  it('find weights in a file beside the model, also from a worker, and none outside of its folder', async () => {
    const table = await write('qdq/beside.cache', 'TRT-8601-EntropyCalibration2\nx: 3f000000\n');
    await writeBytes('qdq/w.bin', new Uint8Array(new Float32Array(CHANNELS * 4).fill(254).buffer));
    const external = (location: string): Uint8Array =>
      onnxModel({
        node: [node('Conv', ['x', 'w'], ['y'])],
        initializer: [
          {
            ...{ name: 'w', dims: [CHANNELS, 4, 1, 1], data_type: FLOAT, data_location: 1 },
            external_data: [{ key: 'location', value: location }],
          },
          // Makes the model itself large enough for a worker.
          floats('unused', [256 * 1024], new Array<number>(256 * 1024).fill(0)),
        ],
        input: [value('x')],
        output: [value('y')],
      });
    const target = inWorkspace('qdq/beside-qdq.onnx');
    const convert = (plain: vscode.Uri): Promise<{ report: QdqReport }> =>
      Promise.resolve(
        vscode.commands.executeCommand<{ report: QdqReport }>('calibrationTables.writeIntoModel', table, {
          target,
          model: plain,
          overwrite: true,
        }),
      );
    const { report } = await convert(await writeBytes('qdq/beside.onnx', external('w.bin')));
    assert.deepEqual(
      report.weights.map(({ tensor, channels }) => [tensor, channels]),
      [['w', CHANNELS]],
    );
    await assert.rejects(convert(await writeBytes('qdq/outside.onnx', external('../w.bin'))), /not within the folder/);
    await assert.rejects(convert(await writeBytes('qdq/gone.onnx', external('gone.bin'))), /"gone\.bin" can't be read/);
  });

  it('write nothing where nothing can be placed, and say why', async () => {
    const table = await write('qdq/other.cache', 'TRT-8601-EntropyCalibration2\nother: 3f000000\n');
    const plain = await writeBytes('qdq/other.onnx', model(1));
    const target = inWorkspace('qdq/other-qdq.onnx');
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand<{ report: QdqReport }>('calibrationTables.writeIntoModel', table, {
          target,
          model: plain,
        }),
      ),
      /"other\.onnx": none of the 1 entries can be placed in this model \("other": the model has no such tensor\)/,
    );
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(target)));
  });

  it('leave a layer in float that is excluded', async () => {
    const table = await write('qdq/two.cache', 'TRT-8601-EntropyCalibration2\nx: 3f000000\n');
    const twice = onnxModel({
      node: [node('Conv', ['x', 'w'], ['s']), node('Conv', ['x', 'w'], ['t'])],
      initializer: [floats('w', [1, 1, 1, 1], [254])],
      input: [value('x')],
      output: [value('s'), value('t')],
    });
    const plain = await writeBytes('qdq/two.onnx', twice);
    const { report } = await vscode.commands.executeCommand<{ report: QdqReport }>(
      'calibrationTables.writeIntoModel',
      table,
      { target: inWorkspace('qdq/two-qdq.onnx'), model: plain, exclude: ['Conv_t'], overwrite: true },
    );
    assert.deepEqual(report.left, [{ node: 'Conv_t', op: 'Conv', why: 'it is excluded' }]);
  });

  it('are not read from a tensor with several scales, unless the largest will do', async () => {
    const zero = whole('z', INT8, [], [0]);
    const pairs = [pair('x', floats('s1', [], [0.5]), zero, 'a'), pair('x', floats('s2', [], [0.25]), zero, 'b')];
    const conflicting = onnxModel({
      node: [...pairs.flatMap(({ nodes }) => nodes), node('Relu', ['a'], ['y']), node('Relu', ['b'], ['v'])],
      initializer: [...new Set(pairs.flatMap(({ initializers }) => initializers))],
      input: [value('x')],
      output: [value('y'), value('v')],
    });
    const source = await writeBytes('qdq/conflict.onnx', conflicting);
    const target = inWorkspace('qdq/conflict.cache');
    const options = { format: 'tensorrt', header: 'TRT-8601-EntropyCalibration2', target, overwrite: true };
    const convert = (more: object): Promise<unknown> =>
      Promise.resolve(vscode.commands.executeCommand('calibrationTables.convert', source, { ...options, ...more }));
    await assert.rejects(convert({}), /several scales for "x" \(0\.5, 0\.25\), and a table has room for one/);
    await convert({ qdq: { largest: true } });
    assert.match(await read(target), /^x: 3f000000$/m);
  });
});
