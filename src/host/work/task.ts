import * as vscode from 'vscode';
import { NO_EXTERNAL, type ReadExternal } from '../../core/model/tensorData.js';
import type { Aid } from '../../worker/aid.js';
import { JOBS, type JobName } from '../../worker/jobs/index.js';

/** What goes on between who ordered a job and who does it, as long as it lasts. */
export interface Meanwhile {
  /** Reads what the job needs of other files. */
  readonly external?: ReadExternal;
  /** Is told how much is done, 0 to 1. */
  readonly onShare?: (share: number) => void;
}

interface TaskOptions {
  /** What it is about: a newer task about the same makes it needless. */
  readonly topic: string | undefined;
  readonly handOver: readonly ArrayBuffer[];
  readonly meanwhile: Meanwhile;
}

/** One job on its way, from the call to the answer. */
export class Task {
  static #latest = 0;
  readonly id = ++Task.#latest;
  readonly done: Promise<unknown>;
  readonly topic: string | undefined;
  readonly handOver: readonly ArrayBuffer[];
  readonly meanwhile: Meanwhile;
  resolve!: (result: unknown) => void;
  reject!: (error: Error) => void;
  #isCancelled = false;

  constructor(
    readonly job: JobName,
    readonly order: unknown,
    { topic, handOver, meanwhile }: TaskOptions,
  ) {
    this.topic = topic;
    this.handOver = handOver;
    this.meanwhile = meanwhile;
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  cancel(): void {
    this.#isCancelled = true;
    this.reject(new vscode.CancellationError());
  }
}

/** What a task's job may ask for, in this thread: after each pulse others have a turn. */
export function aidOf(task: Task): Aid {
  return {
    external: task.meanwhile.external ?? NO_EXTERNAL,
    pulse: async (share) => {
      task.meanwhile.onShare?.(share);
      await new Promise((done) => setTimeout(done));
      if (task.isCancelled) throw new vscode.CancellationError();
    },
  };
}

/** Does a task in this thread. */
export async function doHere(task: Task): Promise<void> {
  try {
    task.resolve(await (JOBS[task.job] as (order: unknown, aid: Aid) => unknown)(task.order, aidOf(task)));
  } catch (error) {
    task.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
