import { spawn } from 'node:child_process';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const leash = fileURLToPath(new URL('../../test/support/leash.mjs', import.meta.url));

/**
 * Runs a Node program from the checkout to its end and answers its exit code. Whatever it starts ends with it, and it ends with us,
 * or when its time is over.
 */
export function node(args, { env = {}, minutes = 60 } = {}) {
  const child = spawn(process.execPath, [leash, process.execPath, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const timer = setTimeout(() => {
    console.error(`Not done after ${minutes} minutes: ended.`);
    child.stdin.end();
  }, minutes * 60_000);
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
