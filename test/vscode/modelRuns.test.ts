/** Models that are run in a real extension host: it stays free, and can stop them. */
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { ModelRuns } from '../../src/host/work/modelRuns.js';
import type { RankOrder } from '../../src/engine/jobs/rankJob.js';
import { sufferingNet, sufferingTable } from '../core/support/suffering.js';
import { eventually } from './files.js';

const extensionUri =
  vscode.extensions.getExtension('calibration-tables.calibration-tables')?.extensionUri ?? vscode.Uri.file('/');

describe('runs of models', () => {
  const runs = new ModelRuns(extensionUri);
  const order = (samples: number): Omit<RankOrder, 'wasm'> => ({
    model: sufferingNet,
    label: 'm.onnx',
    external: [],
    inputs: { random: samples },
    budget: 2 ** 30,
    timeLimit: null,
    requests: [{ table: sufferingTable, placement: 'tensorrt', without: [], reach: null }],
  });

  it('answer, and leave the host free meanwhile', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { inputs, rankings } = await runs.run('rank', order(200));
    delay.disable();
    assert.equal(inputs, 200);
    assert.equal(rankings[0]?.tensors.length, 3);
    // Of all delays nearly none are long: the longest single one may be another program's on this machine.
    console.log(
      `      longest delay ${(delay.max / 1e6).toFixed(0)} ms, of 99 in 100 at most ${(delay.percentile(99) / 1e6).toFixed(0)} ms`,
    );
    assert.ok(delay.percentile(90) / 1e6 < 50);
  });

  it('are stopped', async () => {
    const source = new vscode.CancellationTokenSource();
    let isHeard = false;
    let stopped: unknown;
    const run = runs
      .run('rank', order(100_000), { token: source.token, progress: () => (isHeard = true) })
      .catch((error: unknown) => (stopped = error));
    await eventually('a word of how far it is', () => isHeard);
    const asked = Date.now();
    source.cancel();
    await run;
    assert.ok(stopped instanceof vscode.CancellationError);
    assert.ok(Date.now() - asked < 1000);
  });

  it('refuse what they can not take in words', async () => {
    const broken = { ...order(1), model: sufferingNet.slice(0, 50) };
    await assert.rejects(runs.run('rank', broken), (error: Error) => error.name === 'ModelError');
  });
});
