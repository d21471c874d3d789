import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartEngine } from '../engine/client.js';

/** Starts the engine's worker as a thread. @param folder where its bundle is */
export function engineThread(folder: string): StartEngine {
  return async ({ message, failure }) => {
    const worker = new Worker(join(folder, 'engine.js'));
    // The first that it says is that it is ready.
    await new Promise((ready, fail) => {
      worker.once('message', ready);
      worker.once('error', fail);
    });
    let isOver = false;
    worker.on('message', (data) => !isOver && message(data));
    worker.on('error', (error: Error) => !isOver && failure(error));
    return {
      post: (data) => worker.postMessage(data),
      end: () => {
        isOver = true;
        void worker.terminate();
      },
    };
  };
}
