import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConversionReport } from '../../src/core/transfer/convert.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { parseHeader } from '../../src/core/table/header.js';
import { planByName, withSources, type Plan } from '../../src/core/transfer/plan.js';
import type { PortOptions } from '../../src/host/transfer/port/portAnswers.js';
import { headerWarnings, portTitle } from '../../src/host/transfer/port/portHeader.js';
import { portedName } from '../../src/host/transfer/port/portTarget.js';
import { inWorkspace, read, write } from './files.js';

const OLD =
  'TRT-7203-EntropyCalibration2\ndata: 3c010a14\nconv1: 3d6b851f\n(Unnamed Layer* 3) [Scale]_output: 3d55b689\nprob: 3b810204\n';
const NEW =
  'TRT-8601-MinMaxCalibration\nprob: 3b810205\ndata: 3c010a15\nbrand/new/resize: 3f7d70a4\nconv1: 3d6b8520\n(Unnamed Layer* 5) [Scale]_output: 3d55b689\n';
const HEADER = 'TRT-8601-EntropyCalibration2';

const port = async (uri: vscode.Uri, options: PortOptions): Promise<ConversionReport> =>
  vscode.commands.executeCommand('calibrationTables.port', uri, options);

describe('port: with answers given beforehand', () => {
  it('writes old scales under the names and in the order of a new table', async () => {
    const source = await write('port/old.cache', OLD);
    const names = { uri: await write('port/new.cache', NEW), kind: 'table' as const };
    const target = inWorkspace('port/out.cache');
    const report = await port(source, { target, header: HEADER, names, overwrite: true });
    assert.equal(
      await read(target),
      `${HEADER}\nprob: 3b810204\ndata: 3c010a14\nconv1: 3d6b851f\n(Unnamed Layer* 5) [Scale]_output: 3d55b689\n`,
    );
    assert.deepEqual([report.missing, report.dropped], [['brand/new/resize'], []]);
    assert.equal(await read(source), OLD);
  });

  it('takes the unsaved edits of the old table', async () => {
    const source = await write('port/dirty.cache', OLD);
    const names = { uri: await write('port/names.cache', NEW), kind: 'table' as const };
    await write('port/values.cache', OLD.replace('3d6b851f', '3d6b8f5c'));
    await vscode.commands.executeCommand('calibrationTables.takeValues', source, inWorkspace('port/values.cache'), {
      changed: true,
      added: false,
    });
    const target = inWorkspace('port/dirty-out.cache');
    await port(source, { target, header: HEADER, names, overwrite: true });
    assert.match(await read(target), /conv1: 3d6b8f5c/);
    assert.equal(await read(source), OLD);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('takes the names of a network', async () => {
    const source = await write('port/tensors.cache', OLD);
    const uri = await write(
      'port/net.prototxt',
      'input: "data"\nlayer { name: "c" type: "Convolution" bottom: "data" top: "conv1" }\nlayer { name: "s" type: "Softmax" bottom: "conv1" top: "prob" }\n',
    );
    const target = inWorkspace('port/by-network.cache');
    const report = await port(source, { target, header: HEADER, names: { uri, kind: 'network' }, overwrite: true });
    assert.equal(await read(target), `${HEADER}\ndata: 3c010a14\nconv1: 3d6b851f\nprob: 3b810204\n`);
    assert.deepEqual(
      report.dropped.map(({ name }) => name),
      ['(Unnamed Layer* 3) [Scale]_output'],
    );
  });

  it('writes nothing over the old table, over another file unasked, or without a single pair', async () => {
    const source = await write('port/keep.cache', OLD);
    const other = await write('port/exists.cache', 'mine');
    const names = { uri: await write('port/keep-names.cache', NEW), kind: 'table' as const };
    const strangers = {
      uri: await write(
        'port/strangers.cache',
        `TRT-8601-MinMaxCalibration\n${Array.from({ length: 30 }, (_, i) => `z${i}/w: ${(0x40000000 + i * 7919).toString(16)}\n`).join('')}`,
      ),
      kind: 'table' as const,
    };
    await assert.rejects(
      () => port(source, { target: source, header: HEADER, names, overwrite: true }),
      /is the table with the old scales/,
    );
    await assert.rejects(() => port(source, { target: other, header: HEADER, names }), /exists already/);
    const strange = { target: other, header: HEADER, names: strangers, overwrite: true };
    await assert.rejects(
      () => port(source, strange),
      /seem to be of different networks: 0 of 30 entries have a counterpart.*nothing was written/,
    );
    await assert.rejects(() => port(source, { ...strange, forceUnrelated: true }), /nothing to write/);
    assert.deepEqual([await read(source), await read(other)], [OLD, 'mine']);
  });
});

describe('port: to names of another network', () => {
  const others = Array.from({ length: 30 }, (_, i) => `z${i}/w: ${(0x40000000 + i * 7919).toString(16)}\n`);

  it('takes equal names for one tensor when the caller insists', async () => {
    const source = await write('port/own.cache', OLD);
    const uri = await write('port/another.cache', `${HEADER}\n${others.join('')}conv1: 3e6b851f\nprob: 3c810204\n`);
    const target = inWorkspace('port/forced.cache');
    const options = { target, header: HEADER, names: { uri, kind: 'table' as const }, overwrite: true };
    await assert.rejects(() => port(source, options), /2 of 32 entries have a counterpart, with scales 4 times apart/);
    await port(source, { ...options, forceUnrelated: true });
    assert.equal(await read(target), `${HEADER}\nconv1: 3d6b851f\nprob: 3b810204\n`);
  });
});

describe('port: what is said', () => {
  const document = tensorrt.read(new TextEncoder().encode(OLD));
  const whole = planByName(document, tensorrt);
  const holed: Plan = withSources(whole, new Map([[1, null]]));
  const warnings = (from: string, to: string, plan = whole): string =>
    headerWarnings(parseHeader(from), to, plan).join('\n');

  it('a name for the file: another version, never the old name', () => {
    assert.equal(portedName('net-trt7203.cache', HEADER), 'net-trt8601.cache');
    assert.equal(portedName('TRT-7203-int8.bin', 'TRT-100300-MinMaxCalibration'), 'trt100300-int8.cache');
    assert.equal(portedName('net-trt8601.cache', HEADER), 'net-trt8601-trt8601.cache');
    assert.equal(portedName('net-trt7203.cache', HEADER, 'net-trt8601.cache'), 'net-trt8601-ported.cache');
    assert.equal(portedName('calib.v2.table', HEADER), 'calib.v2-trt8601.cache');
    assert.equal(portedName('.cache', '1'), '.cache-ported.cache');
  });

  it('version and algorithm in the title', () => {
    assert.equal(portTitle(HEADER), 'Port to TensorRT 8.6.1 (EntropyCalibration2)');
    assert.equal(portTitle('1'), 'Port to Another Version');
  });

  it('what the new header claims that the scales do not back', () => {
    assert.equal(warnings('TRT-8601-EntropyCalibration2', HEADER), '');
    assert.equal(warnings('TRT-8600-EntropyCalibration2', HEADER), '');
    assert.match(warnings('TRT-8501-EntropyCalibration2', HEADER), /measured under TensorRT 8\.5\.1/);
    assert.match(
      warnings('TRT-8601-EntropyCalibration2', 'TRT-8601-MinMaxCalibration'),
      /^The scales were made by EntropyCalibration2 and stay as they are; the header will say MinMaxCalibration\.$/,
    );
    assert.match(
      warnings('TRT-8601-EntropyCalibration2', 'TRT-110000-EntropyCalibration2'),
      /TensorRT 11 reads no cache/,
    );
    assert.equal(warnings('1', HEADER), '');
  });

  it('that an old TensorRT stops at a hole', () => {
    assert.match(
      warnings('TRT-7203-EntropyCalibration2', 'TRT-7103-EntropyCalibration2', holed),
      /stops at a missing tensor: give every row a scale/,
    );
    assert.doesNotMatch(warnings('TRT-7203-EntropyCalibration2', 'TRT-7103-EntropyCalibration2'), /stops/);
    assert.doesNotMatch(warnings('TRT-7203-EntropyCalibration2', HEADER, holed), /stops/);
  });
});
