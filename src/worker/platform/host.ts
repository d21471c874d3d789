import { parentPort } from 'node:worker_threads';

/** Hears what the host says to its worker, in Node. */
export function listen(listener: (message: unknown) => void): void {
  parentPort?.on('message', listener);
}

/** Tells the host; what `transfer` names is handed over. */
export function tell(message: unknown, transfer: ArrayBuffer[]): void {
  parentPort?.postMessage(message, transfer);
}
