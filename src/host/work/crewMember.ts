import type * as vscode from 'vscode';
import type { AnswerMessage, OrderMessage } from '../../worker/messages.js';
import type { RunningWorker } from '../platform/runningWorker.js';
import { startWorker } from '../platform/startWorker.js';
import { doHere, type Task } from './task.js';

/** Where it is written down who did what. */
export interface WorkLog {
  info(message: string): void;
  warn(message: string): void;
}

/** A worker and the task that it is at. */
export class CrewMember {
  readonly #worker: Promise<RunningWorker | null>;
  readonly #log: WorkLog;
  #task: Task | null = null;
  #began = 0;

  /** @param free is told when a task is over, and whether the worker can take another one */
  constructor(
    extensionUri: vscode.Uri,
    log: WorkLog,
    readonly free: (member: CrewMember, isWell: boolean) => void,
  ) {
    this.#log = log;
    this.#worker = startWorker(extensionUri, {
      message: (message) => this.#hear(message as AnswerMessage),
      failure: (error) => this.#settle((task) => task.reject(error), false),
    }).catch((error: unknown) => {
      log.warn(`No worker can be started here, so large tables hold up other extensions: ${String(error)}`);
      return null;
    });
  }

  get task(): Task | null {
    return this.#task;
  }

  /** Does a task; where no worker can be had, in this thread. */
  async take(task: Task): Promise<void> {
    this.#task = task;
    this.#began = Date.now();
    const worker = await this.#worker;
    const { id, job, order } = task;
    if (this.#task !== task) return;
    if (worker) worker.post({ id, job, order } satisfies OrderMessage);
    else this.#settle((own) => doHere(own), true);
  }

  /** Ends the worker, whatever it does. */
  end(): void {
    this.#task = null;
    void this.#worker.then((worker) => worker?.end());
  }

  #hear(answer: AnswerMessage): void {
    if (answer.id !== this.#task?.id) return;
    this.#log.info(`A worker did "${this.#task.job}" in ${Date.now() - this.#began} ms.`);
    this.#settle(
      (task) => ('result' in answer ? task.resolve(answer.result) : task.reject(errorOf(answer.thrown))),
      true,
    );
  }

  #settle(how: (task: Task) => void, isWell: boolean): void {
    const task = this.#task;
    this.#task = null;
    if (task) how(task);
    this.free(this, isWell);
  }
}

function errorOf({ name, message }: { readonly name: string; readonly message: string }): Error {
  return Object.assign(new Error(message), { name });
}
