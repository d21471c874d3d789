import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { textsOfLanguage } from '../../core/texts/translate.js';
import type { RunningWorker, WorkerEnds } from './runningWorker.js';

/** Starts a worker that is bundled with the extension. Throws where there can be none. */
export async function startWorker(
  extensionUri: vscode.Uri,
  { message, failure }: WorkerEnds,
  bundle: 'worker' | 'engine' = 'worker',
): Promise<RunningWorker> {
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, 'dist', `${bundle}.js`).fsPath, {
    workerData: { texts: textsOfLanguage() },
  });
  // The first that it says is that it is ready; a script that is missing is told of by an event, too.
  await new Promise((ready, fail) => {
    worker.once('message', ready);
    worker.once('error', fail);
  });
  let isOver = false;
  worker.on('message', (data) => !isOver && message(data));
  worker.on('error', (error: Error) => !isOver && failure(error));
  return {
    post: (data, transfer = []) => worker.postMessage(data, transfer),
    end: () => {
      isOver = true;
      void worker.terminate();
    },
  };
}
