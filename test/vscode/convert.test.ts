import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { convertDocument, NAMES_CARRIED } from '../../src/core/transfer/convert.js';
import { formatById, writableById } from '../../src/core/formats/index.js';
import { versionProblem } from '../../src/host/transfer/convert/convertHeader.js';
import type { Converted } from '../../src/host/transfer/convert/convertTable.js';
import { confirmation, outcome } from '../../src/host/transfer/convert/convertText.js';
import { inWorkspace, read, write } from './files.js';

const BODY = 'data: 3c008912\n(Unnamed Layer* 50) [Convolution]_output: 3c55b689\ninput_1:0: 3c010a14\n';
const HEADER = 'TRT-8601-EntropyCalibration2';

const toNvdla = async (uri: vscode.Uri, options: object): Promise<Converted> =>
  vscode.commands.executeCommand('calibrationTables.convertToNvdla', uri, options);
const toTensorrt = async (uri: vscode.Uri, options: object): Promise<Converted> =>
  vscode.commands.executeCommand('calibrationTables.convertToTensorrt', uri, options);

describe('convert', () => {
  it('makes NVDLA JSON of a cache, and the same body of that again', async () => {
    const source = await write('convert/a.cache', `${HEADER}\n${BODY}`);
    const json = inWorkspace('convert/a.json');
    const { report } = await toNvdla(source, { target: json, overwrite: true });
    assert.equal(report.entriesOut, 3);
    assert.deepEqual(Object.keys(JSON.parse(await read(json)) as object), [
      'data',
      '(Unnamed Layer* 50) [Convolution]_output',
      'input_1:0',
    ]);
    const back = inWorkspace('convert/back.cache');
    await toTensorrt(json, { target: back, overwrite: true, header: HEADER });
    assert.equal(await read(back), `${HEADER}\n${BODY}`);
  });

  it('says what it dropped and what is lost', async () => {
    const source = await write('convert/drop.cache', `${HEADER}\na: 7f800000\nb: 3c55b689\nb: 3c55b680\n`);
    const { report } = await toNvdla(source, { target: inWorkspace('convert/drop.json'), overwrite: true });
    assert.deepEqual(
      report.dropped.map(({ name }) => name),
      ['a', 'b'],
    );
    assert.ok(report.lost.includes(NAMES_CARRIED));
  });

  it('never overwrites unasked', async () => {
    const source = await write('convert/b.cache', `${HEADER}\n${BODY}`);
    const target = await write('convert/exists.json', 'mine');
    await assert.rejects(() => toNvdla(source, { target }), /exists already/);
    assert.equal(await read(target), 'mine');
    await assert.rejects(
      () => toNvdla(source, { target: source, overwrite: true }),
      /is the file that is being converted/,
    );
  });

  it('takes the text with its unsaved edits', async () => {
    const source = await write('convert/dirty.cache', `${HEADER}\ndata: 3c008912\n`);
    const document = await vscode.workspace.openTextDocument(source);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(source, new vscode.Position(2, 0), 'unsaved: 3f800000\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok(document.isDirty);
    const target = inWorkspace('convert/dirty.json');
    await toNvdla(source, { target, overwrite: true });
    assert.deepEqual(Object.keys(JSON.parse(await read(target)) as object), ['data', 'unsaved']);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('takes the file of the active tab when it is given none', async () => {
    const source = await write('convert/active.cache', `${HEADER}\ndata: 3c008912\n`);
    const target = inWorkspace('convert/active.json');
    for (const editor of ['default', 'calibrationTables.table']) {
      await vscode.commands.executeCommand('vscode.openWith', source, editor);
      await vscode.commands.executeCommand('calibrationTables.convertToNvdla', undefined, { target, overwrite: true });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
    assert.match(await read(target), /"data"/);
  });

  it('tells what a file is that it can not convert', async () => {
    const target = inWorkspace('convert/none.json');
    await assert.rejects(
      async () => toNvdla(await write('convert/qmake.cache', 'CONFIG += done\n'), { target }),
      /qmake/,
    );
    await assert.rejects(
      async () => toNvdla(await write('convert/twin.json', '{"a":{"scale":1}}'), { target }),
      /already/,
    );
    await assert.rejects(
      async () => toNvdla(await write('convert/empty-table.cache', `${HEADER}\n`), { target }),
      /no entries/,
    );
    await assert.rejects(() => toNvdla(inWorkspace('convert/not-there.cache'), { target }), /not-there/);
    await assert.rejects(
      async () =>
        toTensorrt(await write('convert/c.json', '{"a":{"scale":1}}'), { target: inWorkspace('convert/c.cache') }),
      /needs a header/,
    );
  });
});

describe('convert: what is said', () => {
  const [tensorrt, nvdla] = [formatById('tensorrt'), writableById('nvdla')];
  const { report } = convertDocument(
    tensorrt.read(new TextEncoder().encode(`${HEADER}\n${BODY}x: 7f800000\n`)),
    nvdla,
    null,
  );
  const source = vscode.Uri.file('/models/ResNet.cache');

  it('before: counts, dropped entries, what names mean', () => {
    const { message, detail } = confirmation(source, nvdla, report);
    assert.equal(message, 'Convert "ResNet.cache" to an NVDLA calibration table?');
    assert.match(detail, /^3 of 4 entries are written\.\n\nDropped \(1\):\n• x: its scale is Infinity\n/);
    assert.ok(detail.includes(NAMES_CARRIED) && detail.includes(`"${HEADER}"`), detail);
  });

  it('after: counts and a report', () => {
    const told = outcome({ source, target: vscode.Uri.file('/models/resnet.json'), format: nvdla, report });
    assert.equal(told.message, 'Wrote 3 of 4 entries to "resnet.json". 1 dropped.');
    assert.match(told.details, /entries dropped {2}1/);
    assert.ok(
      told.details.split('\n').every((line) => line.length <= 104),
      told.details,
    );
    assert.ok(told.details.replace(/\n {2}/g, ' ').includes(NAMES_CARRIED), told.details);
  });

  it('warns of capitals, which nvdla_compiler does not find', () => {
    const after = (path: string): string =>
      outcome({ source, target: vscode.Uri.file(path), format: nvdla, report }).message;
    assert.match(after('/models/ResNet.json'), /rename the file/);
    assert.match(after('/Models/resnet.json'), /without capital letters/);
    assert.doesNotMatch(after('/models/resnet.json'), /nvdla_compiler/);
  });

  it('checks a typed version, and warns of TensorRT 11', () => {
    assert.equal(versionProblem('8.6.1'), null);
    assert.match(String(versionProblem('8.x')), /such as 8\.6\.1/);
    assert.deepEqual(versionProblem('11.0.0'), {
      warning: 'TensorRT 11 removed calibrators: it reads no calibration cache.',
    });
  });
});
