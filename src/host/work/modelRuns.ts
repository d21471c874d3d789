import * as vscode from 'vscode';
import { runInEngine } from '../../engine/client.js';
import type { EngineJob, EngineOrder, EngineResult } from '../../engine/jobs/index.js';
import type { ProgressMessage } from '../../engine/order.js';
import { startWorker } from '../platform/startWorker.js';

/** onnxruntime, beside the worker that runs it. */
const WASM = 'ort-wasm-simd-threaded.wasm';

export interface RunWishes {
  readonly token?: vscode.CancellationToken;
  readonly progress?: (progress: Omit<ProgressMessage, 'id'>) => void;
}

/** Runs models in a worker of their own: it is started for a run and ended after it, and nothing of it is read before. */
export class ModelRuns {
  readonly #extensionUri: vscode.Uri;

  constructor(extensionUri: vscode.Uri) {
    this.#extensionUri = extensionUri;
  }

  /**
   * Does a job of the engine.
   * @throws what the job throws, under its name (`TensorError`, `ModelError`, `EngineError`: sentences for the user), and CancellationError
   */
  async run<Name extends EngineJob>(
    job: Name,
    order: Omit<EngineOrder<Name>, 'wasm'>,
    { token, progress }: RunWishes = {},
  ): Promise<EngineResult<Name>> {
    const wasm = 'model' in order && {
      wasm: await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extensionUri, 'dist', WASM)),
    };
    if (token?.isCancellationRequested) throw new vscode.CancellationError();
    const subscriptions: vscode.Disposable[] = [];
    try {
      return await runInEngine(
        (ends) => startWorker(this.#extensionUri, ends, 'engine'),
        job,
        { ...order, ...wasm } as EngineOrder<Name>,
        {
          ...(progress && { progress }),
          cancellable: (cancel) => {
            const stopped = token?.onCancellationRequested(() => cancel(new vscode.CancellationError()));
            if (stopped) subscriptions.push(stopped);
          },
        },
      );
    } finally {
      subscriptions.forEach((subscription) => subscription.dispose());
    }
  }
}
