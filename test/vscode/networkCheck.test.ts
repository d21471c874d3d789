import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { onnxModel, node } from '../core/support/onnxModel.js';
import { eventually, inWorkspace, write } from './files.js';
import { closeAllTabs } from './tabs.js';

const TABLE = 'TRT-8601-EntropyCalibration2\nx: 3f000000\ny: 3e000000\nstray: 3e000000\n';

describe('a table checked against', () => {
  afterEach(closeAllTabs);

  it('a prototxt', async () => {
    const network = await write(
      'check/net.prototxt',
      'name: "n"\ninput: "x"\nlayer { name: "c" type: "Convolution" bottom: "x" top: "y" }\nlayer { name: "p" type: "Pooling" bottom: "y" top: "z" }\n',
    );
    const { 'missing-entry': missing, 'unknown-entry': unknown } = await foundBy('check/a.cache', network);
    assert.deepEqual([missing, unknown], [['"z"'], ['stray']]);
  });

  it('an ONNX model', async () => {
    const network = inWorkspace('check/net.onnx');
    await vscode.workspace.fs.writeFile(
      network,
      onnxModel({
        name: 'n',
        input: [{ name: 'x' }, { name: 'w' }],
        output: [{ name: 'z' }],
        initializer: [{ name: 'w' }],
        node: [node('Conv', ['x', 'w'], ['y']), node('Relu', ['y'], ['z'])],
      }),
    );
    assert.deepEqual(await foundBy('check/b.cache', network), { 'missing-entry': ['"z"'], 'unknown-entry': ['stray'] });
  });

  it('the log of a TensorRT build', async () => {
    const log = await write(
      'check/build.log',
      [
        '[V] [TRT] Setting dynamic range for x to [-63.5,63.5]',
        '[V] [TRT] Setting dynamic range for y to [-99,99]',
        '[W] [TRT] Missing scale and zero-point for tensor z, expect fall back to non-int8 implementation for any layer consuming or producing given tensor',
      ].join('\n'),
    );
    assert.deepEqual(await foundBy('check/c.cache', log), {
      'missing-entry': ['"z"'],
      'log-range-differs': ['y'],
      'unknown-entry': ['stray'],
    });
  });

  it('the log of a build as PowerShell writes it, whatever its name', async () => {
    const line = '[W] [TRT] Missing scale and zero-point for tensor z, expect fall back to non-int8 implementation';
    const log = inWorkspace('check/build-output');
    await vscode.workspace.fs.writeFile(log, Buffer.from(`\ufeff${line}\r\n`, 'utf16le'));
    assert.deepEqual(await foundBy('check/e.cache', log), { 'missing-entry': ['"z"'] });
  });

  it('the same network when it is opened again: the choice is remembered', async () => {
    await write('check/again/other.prototxt', 'input: "q"');
    const network = await write(
      'check/again/net.prototxt',
      'input: "x"\nlayer { name: "c" type: "Convolution" bottom: "x" top: "y" }\nlayer { name: "p" type: "Pooling" bottom: "y" top: "z" }\n',
    );
    const before = await foundBy('check/again/d.cache', network);
    await closeAllTabs();
    const uri = inWorkspace('check/again/d.cache');
    await eventually('no problems', () => vscode.languages.getDiagnostics(uri).length === 0);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'calibrationTables.table');
    await eventually(
      'the same problems',
      () => vscode.languages.getDiagnostics(uri).length === Object.values(before).flat().length,
    );
  });

  /** What the problems name, by rule. */
  async function foundBy(path: string, yardstick: vscode.Uri): Promise<Record<string, string[]>> {
    const table = await write(path, TABLE);
    await vscode.commands.executeCommand('calibrationTables.checkAgainstNetwork', table, yardstick);
    const problems = await eventually('problems', () => {
      const found = vscode.languages.getDiagnostics(table);
      return found.length > 0 && found;
    });
    const byRule: Record<string, string[]> = {};
    for (const { code, message } of problems) {
      const name = code === 'missing-entry' ? /"[^"]*"/.exec(message)?.[0] : message.split(':')[0];
      (byRule[String(code)] ??= []).push(name ?? message);
    }
    return byRule;
  }
});

describe('the network of a table by layer', () => {
  afterEach(closeAllTabs);
  const NVDLA = '{ "x": { "scale": 1 }, "c": { "scale": 1 } }';
  const NET =
    'input: "x"\nlayer { name: "c" type: "Convolution" bottom: "x" top: "y" }\nlayer { name: "p" type: "Pooling" bottom: "y" top: "z" }\n';

  it('is the only one beside it', async () => {
    await write('beside/net.prototxt', NET);
    const table = await open('beside/calib.json', NVDLA);
    const problems = await eventually('a problem', () => {
      const found = vscode.languages.getDiagnostics(table);
      return found.length > 0 && found;
    });
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['missing-entry', vscode.DiagnosticSeverity.Error]],
    );
  });

  it('is none of two, nor one that knows hardly any of its entries', async () => {
    await write('two/a.prototxt', NET);
    await write('two/b.prototxt', NET);
    await write('stranger/net.prototxt', 'input: "q"\nlayer { name: "r" type: "ReLU" bottom: "q" top: "s" }\n');
    for (const folder of ['two', 'stranger']) {
      const table = await open(`${folder}/calib.json`, NVDLA);
      await anotherIsChecked(`after-${folder}`);
      assert.deepEqual(vscode.languages.getDiagnostics(table), []);
    }
  });

  it('is left alone when it can not be read', async () => {
    await write('broken/net.prototxt', 'layer { name: "c" ');
    const table = await open('broken/calib.json', NVDLA);
    await anotherIsChecked('after-broken');
    assert.deepEqual(vscode.languages.getDiagnostics(table), []);
  });

  /** A table that was opened later has got its problem: one that was opened before has what it gets. */
  async function anotherIsChecked(folder: string): Promise<void> {
    await write(`${folder}/net.prototxt`, NET);
    const table = await open(`${folder}/calib.json`, NVDLA);
    await eventually('a problem', () => vscode.languages.getDiagnostics(table).length > 0);
  }

  async function open(path: string, text: string): Promise<vscode.Uri> {
    const uri = await write(path, text);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'calibrationTables.table');
    return uri;
  }
});
