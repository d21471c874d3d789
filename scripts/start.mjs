// npm start: installs and builds what is missing, then opens VS Code on the samples with the extension loaded.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/installed.mjs';
import { node, npm } from './lib/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await ensureInstalled();
const built = await npm(['run', '--silent', 'build']);
if (built !== 0) process.exit(built);
process.exitCode = hasDesktop() ? await desktop() : await carried();

/** A `code` on the PATH helps only where it can show a window. */
function hasDesktop() {
  const windows = process.platform === 'win32';
  const session = windows || process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return Boolean(session) && folders.some((folder) => existsSync(join(folder, windows ? 'code.cmd' : 'code')));
}

function desktop() {
  console.log('Opening the samples in VS Code ...');
  // On Windows `code` is a script: that takes a shell, and a shell takes quotes.
  const shell = process.platform === 'win32';
  const args = [`--extensionDevelopmentPath=${root}`, join(root, 'samples')];
  const child = spawn('code', shell ? args.map((word) => `"${word}"`) : args, { stdio: 'inherit', shell });
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)));
}

/** Ends at Ctrl+C, with all that it started. */
function carried() {
  process.once('SIGINT', () => process.exit(0));
  return node(['--import', 'tsx', 'test/support/serve.ts'], { minutes: 60 * 24 });
}
