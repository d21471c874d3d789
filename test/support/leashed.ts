import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const leash = join(__dirname, 'leash.mjs');

/** How much of what a process says is kept: some run for days. */
const mostLines = 2000;

/** A process, with all that it starts, that ends when it is told to and never outlives us. */
export class Leashed {
  readonly lines: string[] = [];
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #listeners = new Set<() => void>();
  #ended = false;

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    // A group of its own on POSIX: the leash ends the whole group, and Ctrl+C at our terminal reaches only us.
    this.#child = spawn(process.execPath, [leash, command, ...args], { env, detached: process.platform !== 'win32' });
    // Writing to a process that just died is no reason for us to die.
    this.#child.stdin.on('error', () => undefined);
    for (const stream of [this.#child.stdout, this.#child.stderr])
      createInterface(stream).on('line', (line) => this.#heard(line));
    this.#child.on('close', () => this.#over());
  }

  /** The first line, past or to come, that matches. */
  line(pattern: RegExp, milliseconds: number): Promise<RegExpMatchArray> {
    return new Promise((found, fail) => {
      const timer = setTimeout(
        () => finish(undefined, `Nothing like ${pattern} within ${milliseconds} ms`),
        milliseconds,
      );
      const look = (): void => {
        const match = this.lines.map((line) => line.match(pattern)).find((candidate) => candidate !== null);
        if (match || this.#ended) finish(match, `Ended without saying anything like ${pattern}`);
      };
      const finish = (match: RegExpMatchArray | undefined, otherwise: string): void => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        if (match) found(match);
        else fail(new Error(`${otherwise}. Its last words:\n${this.lines.slice(-40).join('\n')}`));
      };
      this.#listeners.add(look);
      look();
    });
  }

  async stop(): Promise<void> {
    if (this.#ended) return;
    const closed = new Promise<void>((done) => this.#child.once('close', () => done()));
    this.#child.stdin.end();
    await closed;
  }

  #heard(line: string): void {
    this.lines.push(line);
    if (this.lines.length > mostLines) this.lines.shift();
    this.#tell();
  }

  #over(): void {
    this.#ended = true;
    this.#tell();
  }

  #tell(): void {
    for (const look of [...this.#listeners]) look();
  }
}
