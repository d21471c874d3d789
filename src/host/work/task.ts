import * as vscode from 'vscode';
import { JOBS, type JobName } from '../../worker/jobs/index.js';

/** One job on its way, from the call to the answer. */
export class Task {
  static #latest = 0;
  readonly id = ++Task.#latest;
  readonly done: Promise<unknown>;
  resolve!: (result: unknown) => void;
  reject!: (error: Error) => void;

  /** @param topic what it is about: a newer task about the same makes it needless */
  constructor(
    readonly job: JobName,
    readonly order: unknown,
    readonly topic: string | undefined,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  cancel(): void {
    this.reject(new vscode.CancellationError());
  }
}

/** Does a task in this thread. */
export function doHere({ job, order, resolve, reject }: Task): void {
  try {
    resolve((JOBS[job] as (order: unknown) => unknown)(order));
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
}
