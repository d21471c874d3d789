/** Entry point of the engine's worker: runs models, so that nobody else waits while they do. One order at a time. */
import type { Progress } from '../core/run/engine.js';
import { listen, tell } from '../worker/platform/host.js';
import { ENGINE_JOBS, type EngineJob } from './jobs/index.js';
import type { ProgressMessage, RunOrder } from './order.js';

interface OrderMessage {
  readonly id: number;
  readonly job: EngineJob;
  readonly order: Pick<RunOrder, 'timeLimit'>;
}

/** Milliseconds between two words about how far it is. */
const EVERY = 100;

listen((message) => {
  const order = message as OrderMessage;
  void answerTo(order).then((answer) => tell({ id: order.id, ...answer }, []));
});

tell('ready', []);

async function answerTo({ id, job, order }: OrderMessage): Promise<object> {
  try {
    const run = ENGINE_JOBS[job] as (order: unknown, progress: Progress) => Promise<unknown>;
    return { result: await run(order, progressOf(id, order)) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { thrown: { name, message } };
  }
}

function progressOf(id: number, { timeLimit }: Pick<RunOrder, 'timeLimit'>): Progress {
  const began = performance.now();
  let told = -Infinity;
  return {
    now: () => performance.now(),
    isLate: (share = 1) => timeLimit !== null && performance.now() - began > timeLimit * share,
    report: async (done, all, what) => {
      const now = performance.now();
      if (now - told < EVERY) return;
      told = now;
      tell({ id, done, all, what } satisfies ProgressMessage, []);
      // A run comes back by microtasks alone: without a pause a browser's worker that is ended keeps its core busy for seconds.
      await new Promise<void>((done) => setTimeout(done));
    },
  };
}
