import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { THEMES } from '../support/settings.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import type { Workbench } from '../support/workbench/workbench.js';
import { DiffView } from './support/diffView.js';
import { Table } from './support/table.js';

const COMMAND = 'Calibration Tables: Take Values From…';

/** With all that a merge must leave alone. */
const A =
  '\ufeffTRT-8601-EntropyCalibration2\r\ndata: 3c010a14\r\n# kept\r\nstem/conv: 0x3D6B851F  \r\nstem/relu: 3d55b689\r\nbody/conv: 3e0f5c29\r\nbody/relu: 3dcccccd\r\nhead/conv: 3e4ccccd\r\nprob: 3b810204';
/** `stem/conv`, `body/conv` and `head/conv` have changed, the last one to what no table can hold; `body/add` is new. */
const B =
  'TRT-8601-EntropyCalibration2\ndata: 3c010a14\nstem/conv: 3d70a3d7\nstem/relu: 3d55b689\nbody/conv: 3e051eb8\nbody/relu: 3dcccccd\nbody/add: 3f000000\nhead/conv: 7f800000\nprob: 3b810204\n';
/** The names of `A` with the scales of other weights, 2 to 16 times apart. */
const OTHER =
  'TRT-8601-EntropyCalibration2\ndata: 3c010a14\nstem/conv: 3eeb851f\nstem/relu: 3f55b689\nbody/conv: 3c8f5c29\nbody/relu: 3f4ccccd\nhead/conv: 3fcccccd\nprob: 3b810204\n';
const CHANGED = A.replace('0x3D6B851F', '0x3D70A3D7').replace('3e0f5c29', '3e051eb8');
const WITH_NEW = CHANGED.replace('body/relu: 3dcccccd\r\n', 'body/relu: 3dcccccd\r\nbody/add: 3f000000\r\n');

/** A window on the two tables. */
class Merge {
  readonly #open: () => Workbench;

  constructor(open: () => Workbench) {
    this.#open = open;
  }

  /** Asks for values of a table; the question what to take comes next. */
  async from(name: string): Promise<void> {
    await this.#open().runCommand(COMMAND);
    await this.#open().quickInput.type(name);
    await this.#open().quickInput.choose(name);
  }

  /** Saves the changed table and answers what stands on disk. */
  async saved(): Promise<string> {
    await this.#open().tabs.waitUntilDirty('a.cache');
    await this.#open().press('ControlOrMeta+S');
    await this.#open().tabs.waitUntilDirty('a.cache', false);
    return this.onDisk();
  }

  onDisk(): string {
    return readFileSync(this.#open().path('net/a.cache'), 'utf8');
  }
}

describe('values taken from another table', () => {
  const vscode = useWorkbench({
    size: { width: 2200, height: 900 },
    themes: THEMES,
    files: { 'net/a.cache': A, 'net/b.cache': B },
  });
  const merge = new Merge(vscode);
  let table: Table;

  it('all that changed, and a word on what could not be taken', async () => {
    table = await Table.open(vscode(), 'net/a.cache');
    await merge.from('b.cache');
    const choices = [
      'All changed values',
      'All new entries',
      'All changed values and all new entries',
      'Choose entries…',
    ];
    await until('the choices', async () => {
      const labels = (await vscode().quickInput.labels()).map((label) => label.trim());
      return labels.join('|') === choices.join('|');
    });
    await vscode().pictures('merge-how');
    await vscode().quickInput.choose('All changed values');
    await vscode().tabs.waitUntilDirty('a.cache');
    await table.waitFor(2, 'hex', '3d70a3d7');
    await table.waitFor(4, 'hex', '3e051eb8');
    assert.equal(await table.fact('entries'), '7');
    assert.equal(
      await vscode().notifications.waitFor('Took 2 values'),
      'Took 2 values from "b.cache". "head/conv" was not taken: A scale can\'t be infinite: builds break on it.',
    );
    await vscode().pictures('merge-taken');
    assert.equal(merge.onDisk(), A);
  });

  it('one undo gives back every byte, one redo takes them again, and a save writes them', async () => {
    await table.press('ControlOrMeta+Z');
    await vscode().tabs.waitUntilDirty('a.cache', false);
    await table.waitFor(2, 'hex', '3d6b851f');
    await table.waitFor(4, 'hex', '3e0f5c29');
    assert.equal(merge.onDisk(), A);
    await table.press('ControlOrMeta+Y');
    await table.waitFor(2, 'hex', '3d70a3d7');
    assert.equal(await merge.saved(), CHANGED);
    await table.press('ControlOrMeta+Z');
    await table.waitFor(2, 'hex', '3d6b851f');
    assert.equal(await merge.saved(), A);
  });

  it('says why in a report that needs no saving', async () => {
    await vscode().notifications.press('Took 2 values', 'Details');
    await until(
      'the report',
      async () => (await vscode().textEditor.isOpen()) && /head\/conv: .+\n/.test(await vscode().textEditor.text()),
    );
    const report = await vscode().textEditor.text();
    assert.match(report, /not taken {3}1/);
    assert.match(report, /• stem\/conv: 0\.0575\d* → 0\.0587\d*/);
    await vscode().pictures('merge-details');
    await vscode().tabs.select('a.cache');
    table = await Table.shown(vscode());
  });
});

describe('values chosen from another table', () => {
  const vscode = useWorkbench({
    files: {
      'net/a.cache': A,
      'net/b.cache': B,
      'net/twin.cache': A.replace(/\r\n/g, '\n'),
      'net/other-weights.cache': OTHER,
    },
  });
  const merge = new Merge(vscode);
  let table: Table;

  it('by a filter: only what it shows is taken', async () => {
    table = await Table.open(vscode(), 'net/a.cache');
    await choosing();
    assert.equal(await ticked(), 0);
    await vscode().quickInput.type('stem');
    await until('the filtered entries', async () => (await vscode().quickInput.labels()).length === 1);
    await vscode().quickInput.widget.locator('.quick-input-header [role=checkbox]').first().click();
    await until('one that is ticked', async () => (await ticked()) === 1);
    await vscode().screenshot('merge-filter');
    await vscode().quickInput.accept();
    await vscode().tabs.waitUntilDirty('a.cache');
    await table.waitFor(2, 'hex', '3d70a3d7');
    assert.equal(await merge.saved(), A.replace('0x3D6B851F', '0x3D70A3D7'));
    await undone();
  });

  it('by hand: a changed value and a new entry, beside its neighbour', async () => {
    await choosing();
    for (const name of ['body/conv', 'body/add']) await vscode().quickInput.choose(name);
    await vscode().screenshot('merge-by-hand');
    await vscode().quickInput.accept();
    await table.waitFor(6, 'name', 'body/add');
    assert.equal(await merge.saved(), WITH_NEW.replace('0x3D70A3D7', '0x3D6B851F'));
    await undone();
  });

  it('all that is new, and all that differs', async () => {
    for (const [answer, result] of [
      ['All new entries', WITH_NEW.replace('0x3D70A3D7', '0x3D6B851F').replace('3e051eb8', '3e0f5c29')],
      ['All changed values and all new entries', WITH_NEW],
    ] as const) {
      await merge.from('b.cache');
      await vscode().quickInput.choose(answer);
      await vscode().tabs.waitUntilDirty('a.cache');
      assert.equal(await merge.saved(), result);
      await undone();
    }
  });

  it('and compared, where something could not be taken', async () => {
    await merge.from('b.cache');
    await vscode().quickInput.choose('All changed values');
    await vscode().notifications.press('Took 2 values', 'Compare');
    const diff = await DiffView.shown(vscode());
    await until('what still differs', async () => (await diff.names()).sort().join() === 'body/add,head/conv');
    await vscode().screenshot('merge-compare');
    await vscode().tabs.close('a.cache ↔ b.cache');
    table = await Table.shown(vscode());
    await table.press('ControlOrMeta+Z');
    await vscode().tabs.waitUntilDirty('a.cache', false);
  });

  it('nothing, when nothing is ticked', async () => {
    await choosing();
    await vscode().quickInput.accept();
    await vscode().notifications.waitFor('No entry was ticked: nothing was taken.');
    assert.equal((await vscode().tabs.active())?.dirty, false);
  });

  it('nothing, where nothing differs', async () => {
    await merge.from('twin.cache');
    await vscode().notifications.waitFor('There is nothing to take: "twin.cache" has the same scales.');
  });

  it('of another network only when the user insists, who sees the figures', async () => {
    await merge.from('detector-trt8601.cache');
    assert.match(
      await vscode().dialogs.text(),
      /Take values of "detector-trt8601\.cache" into "a\.cache"\?[^]*different networks: 1 of 200 entries has a counterpart/,
    );
    await vscode().screenshot('merge-strangers');
    await vscode().dialogs.press('Cancel');
    assert.equal((await vscode().tabs.active())?.dirty, false);
    await merge.from('detector-trt8601.cache');
    await vscode().dialogs.press('Choose Values…');
    await until('the question what to take', async () =>
      (await vscode().quickInput.labels()).some((label) => label.trim() === 'Choose entries…'),
    );
    await vscode().quickInput.cancel();
    await vscode().quickInput.closed();
  });

  it('of other weights with a warning and its figures, which the report repeats', async () => {
    await merge.from('other-weights.cache');
    assert.match(
      await vscode().dialogs.text(),
      /one graph with other weights[^]*7 of 7 entries have a counterpart, with scales 8 times apart \(median\), at most 16 times/,
    );
    await vscode().screenshot('merge-other-values');
    await vscode().dialogs.press('Choose Values…');
    await vscode().quickInput.choose('All changed values');
    await vscode().tabs.waitUntilDirty('a.cache');
    assert.match(
      await vscode().notifications.waitFor('Took 5 values'),
      /one graph with other weights, or calibrated quite differently/,
    );
    await vscode().screenshot('merge-other-values-taken');
    await table.press('ControlOrMeta+Z');
    await vscode().tabs.waitUntilDirty('a.cache', false);
  });

  async function choosing(): Promise<void> {
    await merge.from('b.cache');
    await vscode().quickInput.choose('Choose entries…');
    await until('the entries', async () =>
      (await vscode().quickInput.labels()).some((label) => label.trim() === 'stem/conv'),
    );
  }

  /** By VS Code's own count. */
  async function ticked(): Promise<number> {
    const [count = '0'] = /\d+/.exec(await vscode().quickInput.widget.locator('.quick-input-count').innerText()) ?? [];
    return Number(count);
  }

  async function undone(): Promise<void> {
    await table.press('ControlOrMeta+Z');
    assert.equal(await merge.saved(), A);
  }
});
