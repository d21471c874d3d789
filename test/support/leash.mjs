// Runs a command and ends it, with everything that it started, as soon as our standard input closes. The one who holds the other
// end does so by closing it, or by dying in whatever way: nothing is ever left behind.
import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';

const patience = 3000;
const windows = process.platform === 'win32';
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
let released = false;

child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code) => {
  if (released) killAll();
  endStragglers();
  process.exit(code ?? 1);
});
process.stdin.resume();
process.stdin.on('close', () => {
  released = true;
  child.kill();
  setTimeout(killAll, patience);
});

/** We lead a process group of our own (Windows: a process tree), so this ends us too. */
function killAll() {
  if (windows) spawnSync('taskkill', ['/pid', String(process.pid), '/T', '/F']);
  else process.kill(-process.pid, 'SIGKILL');
}

/** What the command left running when it ended by itself; we live on to tell its exit code. */
function endStragglers() {
  if (windows) return;
  process.on('SIGTERM', () => {});
  process.kill(-process.pid, 'SIGTERM');
}
