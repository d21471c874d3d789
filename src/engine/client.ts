/** Gives orders to the engine's worker: one worker an order, ended when it is done or cancelled, so that its memory goes back. */
import type { EngineJob, EngineOrder, EngineResult } from './jobs/index.js';
import type { ProgressMessage } from './order.js';

/** A worker that runs the engine's bundle. */
export interface EngineWorker {
  post(message: unknown): void;
  /** Ends it at once, whatever it does. */
  end(): void;
}

export interface EngineEnds {
  readonly message: (message: unknown) => void;
  /** It has broken down, for lack of memory say. */
  readonly failure: (error: Error) => void;
}

/** Starts a worker; settled when it has said that it is ready. */
export type StartEngine = (ends: EngineEnds) => Promise<EngineWorker>;

export interface EngineWishes {
  readonly progress?: (progress: Omit<ProgressMessage, 'id'>) => void;
  /** Called with what cancels the run: it is rejected with what it is given. */
  readonly cancellable?: (cancel: (why: Error) => void) => void;
}

interface Answer {
  readonly result?: unknown;
  readonly thrown?: { readonly name: string; readonly message: string };
}

/** Runs a job. Throws what it throws, under its name (`TensorError`, `ModelError`, `EngineError`). */
export async function runInEngine<Name extends EngineJob>(
  start: StartEngine,
  job: Name,
  order: EngineOrder<Name>,
  { progress, cancellable }: EngineWishes = {},
): Promise<EngineResult<Name>> {
  let worker: EngineWorker | undefined;
  let isOver = false;
  try {
    return await new Promise<EngineResult<Name>>((resolve, reject) => {
      cancellable?.(reject);
      const message = (message: unknown): void => {
        const answer = message as Answer & Partial<ProgressMessage>;
        if (answer.thrown) reject(Object.assign(new Error(answer.thrown.message), { name: answer.thrown.name }));
        else if ('result' in answer) resolve(answer.result as EngineResult<Name>);
        else progress?.(answer as ProgressMessage);
      };
      start({ message, failure: reject })
        .then((started) => {
          // Cancelled while it started.
          if (isOver) return started.end();
          worker = started;
          worker.post({ id: 1, job, order });
        })
        .catch(reject);
    });
  } finally {
    isOver = true;
    worker?.end();
  }
}
