import { spawn } from 'node:child_process';

/** Runs npm in a folder that has a package.json of its own; rejects with npm's own words when it fails. */
export function npm(args: readonly string[], cwd: string): Promise<void> {
  const { command, prefix, shell } = npmCommand();
  const child = spawn(command, [...prefix, ...args], { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  child.stdout.on('data', (text) => output.push(String(text)));
  child.stderr.on('data', (text) => output.push(String(text)));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Error(`npm ${args.join(' ')} failed in ${cwd}\n${output.join('')}`)),
    );
  });
}

/** The npm that runs us, if one does; else the one on the PATH, which on Windows is a script and needs a shell. */
function npmCommand(): { command: string; prefix: string[]; shell: boolean } {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('.js')) return { command: process.execPath, prefix: [running], shell: false };
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}
