/** Orders to a worker: whatever happens, nobody waits for ever, and no worker is left behind. */
import assert from 'node:assert/strict';
import { runInEngine, type EngineWorker } from '../../src/engine/client.js';

describe('an order to the engine', () => {
  const order = { first: [], second: [], epsilon: 0, timeLimit: null };

  it('ends a worker that has only started when it is cancelled', async () => {
    const [posted, ended]: [unknown[], boolean[]] = [[], []];
    let begin: (worker: EngineWorker) => void = () => undefined;
    const started = new Promise<EngineWorker>((resolve) => (begin = resolve));
    let cancel: (why: Error) => void = () => undefined;
    const run = runInEngine(() => started, 'outputs', order, { cancellable: (by) => (cancel = by) });
    cancel(new Error('enough'));
    await assert.rejects(run, /enough/);
    begin({ post: (message) => posted.push(message), end: () => ended.push(true) });
    await started;
    await Promise.resolve();
    assert.deepEqual([posted.length, ended.length], [0, 1]);
  });

  it('fails when it can not be sent', async () => {
    let isEnded = false;
    const worker: EngineWorker = {
      post: () => {
        throw new Error('too large to be copied');
      },
      end: () => (isEnded = true),
    };
    await assert.rejects(
      runInEngine(async () => worker, 'outputs', order),
      /too large/,
    );
    assert.ok(isEnded);
  });
});
