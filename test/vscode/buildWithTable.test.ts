/** Builds with programs that stand in for trtexec and nvdla_compiler: neither can be had here. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, read, write } from './files.js';

/** Says what trtexec says, leaves layers, and works as long as it is told to. */
const STAND_IN = `
const { writeFileSync, readFileSync } = require('node:fs');
const value = (flag) => process.argv.find((argument) => argument.startsWith(flag + '='))?.slice(flag.length + 1);
console.log('&&&& RUNNING TensorRT.trtexec [TensorRT v8601] # trtexec ' + process.argv.slice(2).join(' '));
console.error('[I] [TRT] Reading Calibration Cache for calibrator: EntropyCalibration2');
for (const [, name] of readFileSync(value('--calib'), 'utf8').matchAll(/^(\\S+): \\w+$/gm))
  console.log('[V] [TRT] INT8 Inference Tensor scales and zero-points: ' + name + ' scale and zero-point Quantization(scale: {0.5,}, zero-point: {0,})');
if (value('--exportLayerInfo'))
  writeFileSync(value('--exportLayerInfo'), '{"Layers": [{"Name": "conv", "LayerType": "CaskConvolution", "Inputs": [], "Outputs": []}], "Bindings": []}');
if (value('--onnx').endsWith('slow.onnx')) setInterval(() => undefined, 1000);
else process.exitCode = 0;
`;
const CACHE = 'TRT-8601-EntropyCalibration2\nx: 3f000000\ny: 3f000000\n';

const setting = (key: string): ((value: unknown) => Thenable<void>) => {
  return (value) =>
    vscode.workspace.getConfiguration('calibrationTables').update(key, value, vscode.ConfigurationTarget.Global);
};
const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
const exists = async (uri: vscode.Uri): Promise<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

describe('a build with a table', () => {
  const trtexec = setting('build.trtexec');
  const nvdla = setting('build.nvdlaCompiler');
  let script: vscode.Uri;

  before(async () => {
    script = await write('build tests/stand in.js', STAND_IN);
    await trtexec([
      process.execPath,
      script.fsPath,
      '--calib=${table}',
      '--onnx=${model}',
      '--exportLayerInfo=${layers}',
    ]);
  });

  after(async () => {
    await trtexec(undefined);
    await nvdla(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('runs as a task, keeps log and layers beside the table, and shows what the build did', async () => {
    const table = await write('build tests/it $(is) a "name".cache', CACHE);
    const model = await write('build tests/net.onnx', '');
    void vscode.commands.executeCommand('calibrationTables.buildWithTable', table, model);
    await eventually('the view of the build', () =>
      labels().some((label) => /^Build: it .* a "name"\.build\.log$/.test(label)),
    );
    const log = await read(inWorkspace('build tests/it $(is) a "name".build.log'));
    assert.match(log, /^&&&& RUNNING TensorRT/);
    assert.match(log, /Reading Calibration Cache/);
    assert.ok(log.includes(`--calib=${table.fsPath} `), 'the name came as one argument');
    assert.match(await read(inWorkspace('build tests/it $(is) a "name".layers.json')), /CaskConvolution/);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('works on copies with fixed names where its command names their folder', async () => {
    await trtexec([
      ...[process.execPath, script.fsPath, '--calib=${folder}/table.cache', '--onnx=${folder}/model.onnx'],
      '--exportLayerInfo=${folder}/layers.json',
    ]);
    const table = await write('build tests/far.cache', CACHE);
    void vscode.commands.executeCommand('calibrationTables.buildWithTable', table, inWorkspace('build tests/net.onnx'));
    await eventually('the view of the build', () => labels().includes('Build: far.build.log'));
    const [, folder = ''] =
      /--calib=(\S+)\/table\.cache/.exec(await read(inWorkspace('build tests/far.build.log'))) ?? [];
    assert.match(folder, /calibration-/);
    assert.match(await read(inWorkspace('build tests/far.layers.json')), /CaskConvolution/);
    assert.equal(await exists(vscode.Uri.file(folder)), false);
    await trtexec([
      process.execPath,
      script.fsPath,
      '--calib=${table}',
      '--onnx=${model}',
      '--exportLayerInfo=${layers}',
    ]);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('ends with its task', async () => {
    const table = await write('build tests/slow.cache', CACHE);
    const model = await write('build tests/slow.onnx', '');
    const build = Promise.resolve(vscode.commands.executeCommand('calibrationTables.buildWithTable', table, model));
    const execution = await eventually('the task', () =>
      vscode.tasks.taskExecutions.find(({ task }) => task.definition['table'] === table.fsPath),
    );
    const log = inWorkspace('build tests/slow.build.log');
    let text = '';
    await eventually('the program to run', () => {
      void exists(log).then(async (is) => (text = is ? await read(log) : ''));
      return /Reading Calibration Cache/.test(text);
    });
    execution.terminate();
    // It only ends when the process has: undefined, and nothing is shown.
    assert.equal(await build, undefined);
    assert.ok(!labels().includes('Build: slow.build.log'));
  });

  it('leaves a file alone that no build left', async () => {
    const table = await write('build tests/mine.cache', CACHE);
    const mine = await write('build tests/mine.build.log', 'my own words');
    await vscode.commands.executeCommand(
      'calibrationTables.buildWithTable',
      table,
      inWorkspace('build tests/net.onnx'),
    );
    assert.equal(await read(mine), 'my own words');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
