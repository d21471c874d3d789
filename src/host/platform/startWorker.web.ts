import * as vscode from 'vscode';
import { TEXTS, textsOfLanguage } from '../../core/texts/translate.js';
import type { RunningWorker, WorkerEnds } from './runningWorker.js';
import { t } from '../../core/texts/translate.js';

/** What is used here of a browser: the host is compiled without the DOM. */
declare const Worker: new (url: string) => {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  terminate(): void;
};
declare const Blob: new (parts: readonly (Uint8Array | string)[], options: { readonly type: string }) => object;
declare const URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };

/** What makes up a worker, one after the other. */
const SCRIPTS = { worker: ['core.js', 'worker.web.js'], engine: ['engine.web.js'] };

/** Starts a worker that is bundled with the extension. Throws where there can be none. */
export async function startWorker(
  extensionUri: vscode.Uri,
  { message, failure }: WorkerEnds,
  bundle: 'worker' | 'engine' = 'worker',
): Promise<RunningWorker> {
  const files = SCRIPTS[bundle].map((name) => vscode.Uri.joinPath(extensionUri, 'dist', name));
  const scripts = await Promise.all(files.map((file) => vscode.workspace.fs.readFile(file)));
  const texts = `globalThis.${TEXTS} = ${JSON.stringify(textsOfLanguage())};\n`;
  // The host and the extension's files may be of two origins: a script from a blob is always the host's own.
  const url = URL.createObjectURL(new Blob([texts, ...scripts], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const end = (): void => {
    worker.onmessage = worker.onerror = null;
    worker.terminate();
    URL.revokeObjectURL(url);
  };
  // The first that it says is that it is ready.
  await new Promise<void>((ready, fail) => {
    worker.onmessage = () => ready();
    worker.onerror = (event) => fail(new Error(event.message ?? t`It could not be loaded.`));
  });
  worker.onmessage = ({ data }) => message(data);
  worker.onerror = (event) => failure(new Error(event.message ?? t`The worker has stopped.`));
  return { post: (data, transfer = []) => worker.postMessage(data, transfer), end };
}
