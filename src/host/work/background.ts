import * as vscode from 'vscode';
import type { JobName, Order, Result } from '../../worker/jobs/index.js';
import { CrewMember, type WorkLog } from './crewMember.js';
import { doHere, Task, type Meanwhile } from './task.js';

/** Two, so that a long comparison keeps no file from being opened. */
const MOST_WORKERS = 2;
/** A worker that had nothing to do for so long is ended: its memory goes back. */
const IDLE_MS = 20_000;

export interface Wishes extends Meanwhile {
  /** What the job is about: an earlier one about the same is cancelled. */
  readonly topic?: string;
  readonly token?: vscode.CancellationToken | undefined;
  /** Buffers of the order that are handed over instead of copied: the caller has them no longer. */
  readonly handOver?: readonly ArrayBuffer[];
  /** True for what is done sooner than a worker has started: it is done in this thread. */
  readonly isSmall?: boolean;
}

/** Does what takes long in workers, so that this host, which all extensions share, stays free. They are started when they are needed. */
export class Background implements vscode.Disposable {
  readonly #crew = new Set<CrewMember>();
  readonly #waiting: Task[] = [];
  readonly #extensionUri: vscode.Uri;
  readonly #log: WorkLog;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(extensionUri: vscode.Uri, log: WorkLog) {
    this.#extensionUri = extensionUri;
    this.#log = log;
  }

  /** How many workers there are now. */
  get size(): number {
    return this.#crew.size;
  }

  /** Does a job. Throws what the job throws, and CancellationError when it is cancelled or a newer one about the same topic comes. */
  run<Name extends JobName>(
    job: Name,
    order: Order<Name>,
    { topic, token, isSmall = false, handOver = [], ...meanwhile }: Wishes = {},
  ): Promise<Result<Name>> {
    if (token?.isCancellationRequested) return Promise.reject(new vscode.CancellationError());
    const task = new Task(job, order, { topic, handOver, meanwhile });
    if (isSmall) {
      const subscription = token?.onCancellationRequested(() => task.cancel());
      return here<Name>(task).finally(() => subscription?.dispose());
    }
    if (topic !== undefined)
      this.#tasks.filter((older) => older.topic === topic).forEach((older) => this.#cancel(older));
    const subscription = token?.onCancellationRequested(() => this.#cancel(task));
    this.#waiting.push(task);
    this.#next();
    return task.done.finally(() => subscription?.dispose()) as Promise<Result<Name>>;
  }

  dispose(): void {
    clearTimeout(this.#idle);
    this.#tasks.forEach((task) => task.cancel());
    this.#waiting.length = 0;
    this.#endAll();
  }

  get #tasks(): Task[] {
    return [...this.#waiting, ...[...this.#crew].flatMap(({ task }) => task ?? [])];
  }

  #next(): void {
    clearTimeout(this.#idle);
    const member = this.#waiting.length > 0 ? this.#freeMember() : undefined;
    const task = member && this.#waiting.shift();
    if (task) void member.take(task);
    else if (this.#tasks.length === 0) this.#idle = setTimeout(() => this.#endAll(), IDLE_MS);
  }

  #freeMember(): CrewMember | undefined {
    const free = [...this.#crew].find(({ task }) => task === null);
    if (free || this.#crew.size >= MOST_WORKERS) return free;
    const hired = new CrewMember(this.#extensionUri, this.#log, (member, isWell) => {
      if (!isWell) this.#dismiss(member);
      this.#next();
    });
    this.#crew.add(hired);
    return hired;
  }

  /** What a worker is at can be stopped only together with the worker. */
  #cancel(task: Task): void {
    const at = this.#waiting.indexOf(task);
    if (at >= 0) this.#waiting.splice(at, 1);
    const member = [...this.#crew].find((candidate) => candidate.task === task);
    if (member) this.#dismiss(member);
    task.cancel();
    this.#next();
  }

  #dismiss(member: CrewMember): void {
    this.#crew.delete(member);
    member.end();
  }

  #endAll(): void {
    this.#crew.forEach((member) => this.#dismiss(member));
  }
}

function here<Name extends JobName>(task: Task): Promise<Result<Name>> {
  void doHere(task);
  return task.done as Promise<Result<Name>>;
}
