/** Runs the built command line. */
import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CliThread } from './support/cliThread.js';

const root = resolve(__dirname, '../..');
export const program = join(root, 'dist/cli.js');
export const samples = join(root, 'samples');
export const corpus = resolve(root, '../shared/corpus');

export const HEADER = 'TRT-8601-EntropyCalibration2';

/** A `before` hook, or the first line of a test, for what needs published files. */
export function needCorpus(this: Mocha.Context): void {
  if (existsSync(corpus)) return;
  console.warn(`      (no ${corpus}: published files are not tested)`);
  this.skip();
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Goes to standard input. */
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Whether standard output and error say that they are a terminal. */
  readonly terminal?: boolean;
}

let thread: CliThread | undefined;

/** Runs the command line to its end, in a thread that all tests share. */
export function run(args: readonly string[], { input, env = {}, cwd, terminal = false }: RunOptions = {}): Run {
  // A thread has no working folder of its own.
  if (cwd !== undefined) return runProcess(args, { cwd, ...(input === undefined ? {} : { input }) });
  mustBeBuilt();
  thread ??= new CliThread(program);
  const inherited = { ...process.env, COLUMNS: undefined };
  return thread.run({ args, terminal, env: { ...inherited, ...env }, ...(input === undefined ? {} : { input }) });
}

/** Runs it as a shell would, where the process itself is the point. */
export function runProcess(args: readonly string[], options: SpawnSyncOptions = {}): Run {
  mustBeBuilt();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    maxBuffer: 1 << 28,
    ...options,
    env: { ...process.env, COLUMNS: undefined, ...options.env },
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

function mustBeBuilt(): void {
  assert.ok(existsSync(program), `${program} is missing: run "npm run build" first`);
}

/** Runs it and expects this exit code. */
export function runs(code: number, ...args: string[]): Run {
  const result = run(args);
  assert.equal(result.code, code, result.stderr);
  return result;
}

/** What it prints as JSON. */
export function jsonOf<T>(code: number, ...args: string[]): T {
  return JSON.parse(runs(code, ...args).stdout) as T;
}

/** A folder of its own for each test of a file; gone afterwards. */
export class Workspace {
  folder = '';

  constructor() {
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'calibration-tables-cli-'));
    });
    afterEach(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file and returns its path. */
  file(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** Writes a cache with our header. */
  cache(name: string, ...lines: string[]): string {
    return this.file(name, [HEADER, ...lines, ''].join('\n'));
  }

  text(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** All files, hidden ones too: nothing may be left over. */
  files(): string[] {
    return readdirSync(this.folder).sort();
  }
}
