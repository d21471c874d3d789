import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import type { TableDocument } from '../../src/core/formats/format.js';
import { manyEdits } from '../../src/core/edits/manyEdits.js';
import { applySplice } from '../../src/core/bytes/splice.js';
import { editsOf, offerOf, type OfferedValue } from '../../src/host/transfer/merge/mergeOffer.js';
import { takenText } from '../../src/host/transfer/merge/mergeText.js';
import type { Take } from '../../src/host/transfer/merge/mergeChoice.js';
import type { TransferReport } from '../../src/host/transfer/transferReports.js';
import { eventually, read, write } from './files.js';
import { closeAllTabs, tabOf } from './tabs.js';

const HEADER = 'TRT-8601-EntropyCalibration2';
const A = `${HEADER}\r\ndata: 3c010a14\r\nstem/conv: 0x3D6B851F  \r\nbody/conv: 3e0f5c29\r\nhead/conv: 3e4ccccd\r\nprob: 3b810204`;
const B = `${HEADER}\nnew/first: 3f000000\ndata: 3c010a14\nstem/conv: 3d70a3d7\nnew/second: 3f100000\nnew/third: 3f200000\nbody/conv: 3e051eb8\nhead/conv: 7f800000\nprob: 3b810204\nnew/last: 3f300000\n`;

const take = async (uri: vscode.Uri, from: vscode.Uri, what: Take): Promise<TransferReport> =>
  vscode.commands.executeCommand('calibrationTables.takeValues', uri, from, what);

describe('take values: with answers given beforehand', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllTabs();
  });

  it('opens the table, changes it unsaved, and one undo gives back every byte', async () => {
    const [a, b] = [await write('merge/a.cache', A), await write('merge/b.cache', B)];
    const { severity, message } = await take(a, b, { changed: true, added: true });
    assert.deepEqual(
      [severity, message],
      [
        'warning',
        'Took 2 values and 4 new entries from "b.cache". "head/conv" was not taken: A scale can\'t be infinite: builds break on it.',
      ],
    );
    await eventually('unsaved changes', () => tabOf(a)?.isDirty);
    assert.equal(await read(a), A);
    await vscode.commands.executeCommand('undo');
    await eventually('no unsaved changes', () => tabOf(a)?.isDirty === false);
    await vscode.commands.executeCommand('redo');
    await eventually('unsaved changes again', () => tabOf(a)?.isDirty);
    await vscode.workspace.save(a);
    assert.equal(
      await read(a),
      `${HEADER}\r\nnew/first: 3f000000\r\ndata: 3c010a14\r\nstem/conv: 0x3D70A3D7  \r\nnew/second: 3f100000\r\nnew/third: 3f200000\r\nbody/conv: 3e051eb8\r\nhead/conv: 3e4ccccd\r\nprob: 3b810204\r\nnew/last: 3f300000`,
    );
  });

  it('says so where nothing could be taken', async () => {
    const [a, b] = [
      await write('merge/one.cache', `${HEADER}\na: 3c010a14\nb: 3d6b851f\n`),
      await write('merge/bad.cache', `${HEADER}\na: 3c010a14\nb: 7f800000\n`),
    ];
    const { severity, message } = await take(a, b, { changed: true, added: true });
    assert.deepEqual(
      [severity, message],
      [
        'warning',
        'Nothing was taken from "bad.cache". "b" was not taken: A scale can\'t be infinite: builds break on it.',
      ],
    );
    assert.equal(tabOf(a)?.isDirty, false);
  });

  it('takes nothing of another network unless the caller insists, and warns of other weights with figures', async () => {
    const own = 'data: 3c010a14\nconv1: 3d6b851f\nact: 3d55b689\nprob: 3b810204\n';
    const others = Array.from({ length: 30 }, (_, i) => `z${i}/w: ${(0x40000000 + i * 7919).toString(16)}\n`);
    const a = await write('merge/own.cache', `${HEADER}\n${own}`);
    const stranger = await write(
      'merge/stranger.cache',
      `${HEADER}\n${others.join('')}conv1: 3e6b851f\nprob: 3c810204\n`,
    );
    const weights = await write(
      'merge/weights.cache',
      `${HEADER}\ndata: 3c010a14\nconv1: 3e6b851f\nact: 3fd5b689\nprob: 3c810204\n`,
    );
    await assert.rejects(
      () => take(a, stranger, { changed: true, added: false }),
      /different networks: 2 of 32 entries have a counterpart.*nothing was written/,
    );
    assert.equal(tabOf(a)?.isDirty, false);
    const forced = await take(a, stranger, { changed: true, added: false, forceUnrelated: true });
    assert.match(
      forced.message,
      /^Took 2 values from "stranger\.cache"\. 2 of them could be wrong\. .*different networks/,
    );
    await eventually('unsaved changes', () => tabOf(a)?.isDirty);
    await vscode.commands.executeCommand('undo');
    await eventually('no unsaved changes', () => tabOf(a)?.isDirty === false);
    const { severity, message, details } = await take(a, weights, { changed: true, added: false });
    assert.equal(severity, 'warning');
    for (const text of [message, details])
      assert.match(text, /one graph with other weights.*: 4 of 4 entries have a counterpart, with scales/);
  });

  it('refuses tables that can not be edited, and files that are none', async () => {
    const ncnn = await write('merge/int8_calib.table', 'conv1_param_0 187.25 246.4\nconv1 63.5\n');
    const a = await write('merge/c.cache', A);
    await assert.rejects(
      () => take(ncnn, a, { changed: true, added: true }),
      /can't be put into "int8_calib\.table".*ncnn/,
    );
    await assert.rejects(
      async () => take(a, await write('merge/qmake.cache', 'CONFIG += done\n'), { changed: true, added: true }),
      /qmake/,
    );
  });
});

describe('take values: what is offered', () => {
  const document = tensorrt.read(new TextEncoder().encode(A));
  const offer = offerOf(document, tensorrt.read(new TextEncoder().encode(B)).table);
  const all = [...offer.changed.values, ...offer.added.values];

  it('every value that differs, once, with both scales', () => {
    assert.deepEqual(
      all.map(({ name, before }) => [name, before === null]),
      [
        ['stem/conv', false],
        ['body/conv', false],
        ['new/first', true],
        ['new/second', true],
        ['new/third', true],
        ['new/last', true],
      ],
    );
    assert.deepEqual(
      offer.changed.refused.map(({ name }) => name),
      ['head/conv'],
    );
    assert.ok(Math.abs((all[0]?.after ?? NaN) - 0.05875) < 1e-6);
  });

  it('of any choice, new entries stand where they would among all', () => {
    const whole = names(after(document, all));
    for (let choice = 0; choice < 2 ** all.length; choice++) {
      const chosen = all.filter((_, i) => choice & (1 << i));
      const result = names(after(document, chosen));
      const left = new Set(offer.added.values.filter((value) => !chosen.includes(value)).map(({ name }) => name));
      assert.deepEqual(
        result,
        whole.filter((name) => !left.has(name)),
      );
    }
  });

  function after(before: TableDocument, chosen: readonly OfferedValue[]): TableDocument {
    const result = manyEdits(before, editsOf(offer, new Set(chosen)));
    if ('problem' in result) throw new Error(result.problem);
    return result.splice ? tensorrt.read(applySplice(before.bytes, result.splice)) : before;
  }

  function names({ table }: TableDocument): readonly string[] {
    return table.names;
  }
});

describe('take values: what is said', () => {
  const value = (name: string, before: number | null, doubt: string | null): OfferedValue => ({
    edit: { kind: 'set', index: 0, value: 1 },
    name,
    before,
    after: 0.5,
    from: doubt === null ? null : 'other',
    doubt,
  });

  it('nothing to worry about where all is sure', () => {
    const { severity, message } = takenText({
      into: 'a',
      from: 'b',
      values: [value('x', 0.25, null), value('y', null, null)],
      refused: [],
    });
    assert.deepEqual([severity, message], ['info', 'Took 1 value and 1 new entry from "b".']);
  });

  it('doubts and refusals, each with its reason in the report', () => {
    const refused = [
      { name: 'p', why: 'too doubtful' },
      { name: 'q', why: 'no scale' },
    ];
    const { severity, message, details } = takenText({
      into: 'a',
      from: 'b',
      values: [value('x', 0.25, '70 % sure: place'), value('y', 0.25, null)],
      refused,
    });
    assert.deepEqual(
      [severity, message],
      ['warning', 'Took 2 values from "b". 1 of them could be wrong. 2 others were not taken.'],
    );
    for (const line of ['• p: too doubtful', '• q: no scale', '• x: from "other", 70 % sure: place', '• y: 0.25 → 0.5'])
      assert.ok(details.includes(line), details);
  });
});
