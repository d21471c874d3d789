import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Run } from '../support.js';

export interface Request {
  readonly args: readonly string[];
  readonly input?: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whether its outputs say that they are a terminal. */
  readonly terminal?: boolean;
}

/** No run takes so long. */
const longest = 120_000;

/** The built command line in a thread that is kept: a run takes milliseconds, where a process takes a quarter of a second. */
export class CliThread {
  readonly #worker: Worker;
  readonly #answers = new MessageChannel();
  readonly #done = new Int32Array(new SharedArrayBuffer(4));

  /** @param program the bundle */
  constructor(program: string) {
    const { port2 } = this.#answers;
    this.#worker = new Worker(join(__dirname, 'worker.mjs'), {
      workerData: { program, answers: port2, done: this.#done },
      transferList: [port2],
      // Not the loader that our own tests need.
      execArgv: [],
    });
    // It waits for requests, but is no reason for the tests not to end.
    this.#worker.unref();
  }

  /** Runs to its end, as `spawnSync` would. */
  run(request: Request): Run {
    Atomics.store(this.#done, 0, 0);
    this.#worker.postMessage(request);
    if (Atomics.wait(this.#done, 0, 0, longest) === 'timed-out')
      throw new Error(`${request.args.join(' ')}: not done in ${longest} ms`);
    return receiveMessageOnPort(this.#answers.port1)?.message as Run;
  }
}
