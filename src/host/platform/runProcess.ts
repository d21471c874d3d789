import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessEnd, ProcessOptions, RunningProcess } from './runningProcess.js';
import { t } from '../../core/texts/translate.js';

/** Some programs take a while to end in good order. */
const GRACE_MS = 3000;

/** Whether programs can be run here. */
export const CAN_RUN = true;

/** Runs a program without a shell. What it says goes to the log, line by line as it comes, and to `onOutput`. */
export function runProcess(program: string, args: readonly string[], options: ProcessOptions): RunningProcess {
  const isPosix = process.platform !== 'win32';
  // A group of its own: what it starts ends with it.
  const child = spawn(program, args, {
    cwd: options.cwd,
    shell: false,
    detached: isPosix,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(options.logFile);
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(log, { end: false });
    stream.setEncoding('utf8').on('data', (text: string) => options.onOutput(text));
  }
  const done = new Promise<ProcessEnd>((resolve) => {
    const over = (end: ProcessEnd): void => void log.end(() => resolve(end));
    log.on('error', () => resolve({ code: null, problem: t`its log could not be written` }));
    child.on('error', (error: NodeJS.ErrnoException) =>
      over({ code: null, problem: error.code === 'ENOENT' ? t`it was not found` : error.message }),
    );
    child.on('close', (code) => over({ code, problem: null }));
  });
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (isPosix && child.pid !== undefined) process.kill(-child.pid, name);
      else child.kill(name);
    } catch {
      // It has ended by itself.
    }
  };
  return {
    done,
    end: () => {
      signal('SIGTERM');
      const timer = setTimeout(() => signal('SIGKILL'), GRACE_MS);
      void done.then(() => clearTimeout(timer));
    },
  };
}

/** Does something with a folder of its own, which is gone afterwards. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'calibration-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
