import type * as vscode from 'vscode';
import {
  errorOf,
  thrownBy,
  type AnswerMessage,
  type MeanwhileMessage,
  type OrderMessage,
  type PartMessage,
} from '../../worker/messages.js';
import type { RunningWorker } from '../platform/runningWorker.js';
import { startWorker } from '../platform/startWorker.js';
import { aidOf, doHere, type Task } from './task.js';

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
      message: (message) => this.#hear(message as AnswerMessage | MeanwhileMessage),
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
    const { id, job, order, handOver } = task;
    if (this.#task !== task) return;
    if (worker) worker.post({ id, job, order } satisfies OrderMessage, handOver);
    else this.#settle((own) => doHere(own), true);
  }

  /** Ends the worker, whatever it does. */
  end(): void {
    this.#task = null;
    void this.#worker.then((worker) => worker?.end());
  }

  #hear(answer: AnswerMessage | MeanwhileMessage): void {
    if (answer.id !== this.#task?.id) return;
    if ('share' in answer) return void this.#task.meanwhile.onShare?.(answer.share);
    if ('wanted' in answer) return void this.#fetch(this.#task, answer);
    this.#log.info(`A worker did "${this.#task.job}" in ${Date.now() - this.#began} ms.`);
    this.#settle(
      (task) => ('result' in answer ? task.resolve(answer.result) : task.reject(errorOf(answer.thrown))),
      true,
    );
  }

  /** Hands the worker the bytes that its job asks for. */
  async #fetch(task: Task, { part, wanted }: Extract<MeanwhileMessage, { readonly part: number }>): Promise<void> {
    const answer: PartMessage = await aidOf(task)
      .external(wanted)
      .then(
        (bytes) => ({ part, bytes }),
        (error: unknown) => ({ part, thrown: thrownBy(error) }),
      );
    if (this.#task === task) (await this.#worker)?.post(answer);
  }

  #settle(how: (task: Task) => void, isWell: boolean): void {
    const task = this.#task;
    this.#task = null;
    if (task) how(task);
    this.free(this, isWell);
  }
}
