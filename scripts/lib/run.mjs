import { spawn } from 'node:child_process';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const leash = fileURLToPath(new URL('../../test/support/leash.mjs', import.meta.url));

/** A stage may take as long as its machine needs, but not without a word: no check and no test file is silent for so long. */
const standstill = 15;

/**
 * Runs a Node program from the checkout to its end and answers its exit code. Whatever it starts ends with it, and it ends with us,
 * or when it stands still.
 */
export function node(args, { env = {}, minutes = standstill } = {}) {
  const child = spawn(process.execPath, [leash, process.execPath, ...args], {
    cwd: root,
    env: { ...colours(), ...process.env, ...env },
    stdio: 'pipe',
    detached: process.platform !== 'win32',
  });
  const stop = () => {
    console.error(`Nothing for ${minutes} minutes: ended.`);
    child.stdin.end();
  };
  const timer = setTimeout(stop, minutes * 60_000);
  for (const stream of ['stdout', 'stderr']) {
    child[stream].on('data', (said) => {
      timer.refresh();
      process[stream].write(said);
    });
  }
  return new Promise((done) => {
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      clearTimeout(timer);
      done(code ?? 1);
    });
  });
}

/** The npm that runs us, if one does; else the one on the PATH, which on Windows is a script and needs a shell. */
export function npm(args, options = {}) {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) return node([running, ...args], options);
  const child = spawn('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)));
}

/** What we pass on comes from a pipe; colours are for a terminal that we write to. */
function colours() {
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
}
