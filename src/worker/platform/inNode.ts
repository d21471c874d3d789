/**
 * Entry point of the worker in Node: gives it the two things that it uses of a browser's worker. What the build puts behind this
 * loads the browser's bundle, so that the package holds the core once less.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { TEXTS, type Texts } from '../../core/texts/translate.js';

interface WorkerScope {
  onmessage?: (event: { readonly data: unknown }) => void;
  postMessage?: (message: unknown, transfer: ArrayBuffer[]) => void;
}

const scope = globalThis as unknown as WorkerScope;
// The command line starts it without.
Object.assign(globalThis, { [TEXTS]: (workerData as { readonly texts?: Texts } | null)?.texts });
scope.postMessage = (message, transfer) => parentPort?.postMessage(message, transfer);
parentPort?.on('message', (data) => scope.onmessage?.({ data }));
