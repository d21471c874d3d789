import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkDocument } from '../../src/core/check/index.js';
import { readMeasure } from '../../src/core/check/yardstick.js';
import { alignTables } from '../../src/core/diff/align/align.js';
import { nvdla } from '../../src/core/formats/nvdla/nvdla.js';
import { readNetwork } from '../../src/core/naming/networkKinds.js';
import { convertDocument } from '../../src/core/transfer/convert.js';
import { planByName, planWithNetwork } from '../../src/core/transfer/plan.js';
import { unpackAlignment } from '../../src/worker/packedAlignment.js';
import { packPlan, unpackPlan } from '../../src/worker/packedPlan.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { Background } from '../../src/host/work/background.js';
import { namesOf } from '../../src/host/work/inSlices.js';
import { diffMessage } from '../../src/protocol/diffMessage.js';
import { packMessage } from '../../src/protocol/packedNames.js';
import { unpackDocument } from '../../src/worker/packedDocument.js';
import { bigCache } from './bigCache.js';
import { eventually } from './files.js';

const extensionUri =
  vscode.extensions.getExtension('calibration-tables.calibration-tables')?.extensionUri ?? vscode.Uri.file('/');

/** What the workers said that they did, in this order. */
class Said {
  readonly lines: string[] = [];
  info(line: string): void {
    this.lines.push(line.replace(/ in \d+ ms\./, ''));
  }
  warn(line: string): void {
    this.lines.push(line);
  }
}

describe('work in the background', () => {
  let said: Said;
  let background: Background;
  beforeEach(() => {
    said = new Said();
    background = new Background(extensionUri, said);
  });
  afterEach(() => background.dispose());

  it('reads a table as this thread would', async () => {
    const bytes = bigCache(60_000);
    const found = await background.run('read', { bytes, path: '/big.cache' });
    assert.ok('document' in found);
    const direct = tensorrt.read(bytes);
    const names = await namesOf(found.document.table.names);
    assert.deepEqual(unpackDocument(found.document, names, bytes), direct);
    assert.deepEqual(found.checked, checkDocument(direct));
    assert.deepEqual(said.lines, ['A worker did "read"']);
  });

  it('compares two tables as this thread would', async () => {
    const files = ['old', 'new'].map((label, i) => ({
      bytes: bigCache(5000, i),
      path: `/${label}.cache`,
      label,
      uri: label,
    }));
    const [before, after] = files;
    assert.ok(before && after);
    const side = (file: typeof before): Parameters<typeof diffMessage>[0] => ({
      ...file,
      document: tensorrt.read(file.bytes),
    });
    assert.deepEqual(
      await background.run('compare', { pair: [before, after], byHand: [], base: null }),
      packMessage(diffMessage(side(before), side(after))),
    );
  });

  it('aligns and converts as this thread would', async () => {
    const [old, next] = [tensorrt.read(bigCache(2000)), tensorrt.read(bigCache(2000, 1))];
    const packed = await background.run('alignTables', [packMessage(old.table), packMessage(next.table)]);
    assert.deepEqual(unpackAlignment(packed), alignTables(old.table, next.table));
    const source = { bytes: old.bytes, path: '/old.cache', label: 'old.cache' };
    const direct = convertDocument(old, nvdla, null);
    assert.deepEqual(await background.run('convert', { source, to: 'nvdla', header: null }), direct);
    const plan = packPlan(planByName(old, nvdla));
    const planned = await background.run('convert', { source, to: plan, header: null });
    assert.deepEqual(planned.bytes, direct.bytes);
  });

  it('names by a network as this thread would', async () => {
    const text = 'input: "data" input_shape { dim: 1 } layer { name: "c" type: "Convolution" bottom: "data" top: "c" }';
    const network = { bytes: new TextEncoder().encode(text), label: 'net.prototxt' };
    const bytes = new TextEncoder().encode('TRT-8601-EntropyCalibration2\ndata: 3c010a14\nc: 3c810a14\n');
    const source = { bytes, path: '/a.cache', label: 'a.cache' };
    const packed = await background.run('plan', { source, format: 'nvdla', network });
    const direct = planWithNetwork(tensorrt.read(bytes), nvdla, readNetwork(network.bytes, network.label));
    assert.deepEqual(unpackPlan(packed), direct);
    const broken = { bytes: new TextEncoder().encode('layer {'), label: 'broken.prototxt' };
    await assert.rejects(background.run('plan', { source, format: 'nvdla', network: broken }), /broken\.prototxt/);
  });

  it('reads networks, and what a build left, as this thread would', async () => {
    const text = Array.from(
      { length: 2000 },
      (_, i) => `layer { name: "c${i}" type: "ReLU" bottom: "d" top: "c${i}" }`,
    );
    const network = { bytes: new TextEncoder().encode(`input: "d"\n${text.join('\n')}`), label: 'net.prototxt' };
    assert.deepEqual(await background.run('network', network), readNetwork(network.bytes, network.label));
    assert.deepEqual(await background.run('measure', network), readMeasure(network.bytes, network.label));
    const lines = [
      '[I] [TRT] Setting dynamic range for d to [-1,1]',
      '[W] [TRT] Missing scale and zero-point for tensor c1',
    ];
    const log = { bytes: new TextEncoder().encode(lines.join('\n')), label: 'build.log' };
    const measure = await background.run('measure', log);
    assert.equal(measure.build?.ranges.length, 1);
    assert.deepEqual(measure, readMeasure(log.bytes, log.label));
    assert.equal(said.lines.length, 3);
  });

  it('leaves this thread free meanwhile', async () => {
    const work = background.run('read', { bytes: bigCache(100_000), path: '/big.cache' }).then(() => 'work');
    const timer = new Promise((done) => setTimeout(done, 0, 'timer'));
    assert.equal(await Promise.race([work, timer]), 'timer');
    await work;
  });

  it('does what is small here, without a worker', async () => {
    await background.run('read', { bytes: bigCache(3), path: '/small.cache' }, { isSmall: true });
    assert.deepEqual([background.size, said.lines], [0, []]);
  });

  it('ends together with its worker when it is cancelled, and the next job is done all the same', async () => {
    const source = new vscode.CancellationTokenSource();
    const order = { bytes: bigCache(100_000), path: '/big.cache' };
    const work = background.run('read', order, { token: source.token });
    assert.equal(background.size, 1);
    source.cancel();
    await assert.rejects(work, vscode.CancellationError);
    assert.equal(background.size, 0);
    await background.run('read', order);
    assert.deepEqual(said.lines, ['A worker did "read"']);
  });

  it('gives up an older job about the same as a newer one', async () => {
    const order = { bytes: bigCache(60_000), path: '/big.cache' };
    const older = background.run('read', order, { topic: 'one file' });
    const other = background.run('read', order, { topic: 'another file' });
    const newer = background.run('read', order, { topic: 'one file' });
    await assert.rejects(older, vscode.CancellationError);
    await Promise.all([other, newer]);
    assert.equal(said.lines.length, 2);
  });

  it('takes no more than two workers for any number of jobs', async () => {
    const order = { bytes: bigCache(5000), path: '/big.cache' };
    const jobs = Array.from({ length: 6 }, () => background.run('read', order));
    assert.equal(background.size, 2);
    await Promise.all(jobs);
    assert.equal(said.lines.length, 6);
  });

  it('says of a file that is none what a table is not, in words', async () => {
    const order = { bytes: new TextEncoder().encode('{"a": {}}'), path: '/a.json', label: 'a.json' };
    await assert.rejects(background.run('identify', order), /"a.json" is .*not a calibration table/);
  });

  it('is done in this thread where no worker can be started', async () => {
    const nowhere = new Background(vscode.Uri.file('/no/such/folder'), said);
    const found = await nowhere
      .run('read', { bytes: bigCache(3), path: '/small.cache' })
      .finally(() => nowhere.dispose());
    assert.ok('document' in found);
    await eventually('a word on it in the log', () =>
      said.lines.some((line) => line.includes('No worker can be started')),
    );
  });
});
