/** What a process costs. */
import { spawn } from 'node:child_process';

/** Wall time in seconds and peak resident memory in MB of one process. */
export interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs a command to its end under GNU time, which writes the peak memory (in KiB) behind the command's own words. */
export function costOf(command: readonly string[]): Promise<Cost> {
  const start = performance.now();
  const child = spawn('/usr/bin/time', ['-f', '%M', ...command], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (words += chunk));
  return new Promise((done, fail) => {
    child.on('error', fail).on('close', (code) => {
      if (code !== 0) return fail(new Error(`${command.join(' ')} ended with ${code}: ${words}`));
      const kibibytes = Number(words.trim().split('\n').pop());
      done({ seconds: (performance.now() - start) / 1000, megabytes: (kibibytes * 1024) / 1e6 });
    });
  });
}
