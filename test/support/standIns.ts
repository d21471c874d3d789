import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What an older VS Code would compile to write its log; without it the extension host waits for ever. */
const SPDLOG = `
const fs = require('fs');
const path = require('path');
class Logger {
  constructor(type, name, file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.file = file;
  }
  write(message) {
    fs.appendFileSync(this.file, message + '\\n');
  }
  getLevel() {
    return 0;
  }
}
for (const name of ['setLevel', 'setPattern', 'clearFormatters', 'flush', 'drop']) Logger.prototype[name] = () => {};
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'critical']) Logger.prototype[level] = Logger.prototype.write;
const create = async (name, file) => new Logger('', name, file);
const nothing = () => {};
module.exports = {
  version: 0, setLevel: nothing, setFlushOn: nothing, Logger, createRotatingLogger: create, createAsyncRotatingLogger: create,
};
`;

/** Packages that bring compiled what an older VS Code would compile or download: its search, and its terminals. */
export const COMPILED = ['@vscode/ripgrep-universal@1.18.0', 'node-pty@1.2.0-beta.15'] as const;

/**
 * Puts what runs in the place of modules that npm's packages come without.
 * @param installed the folder into which `COMPILED` were installed
 */
export async function standIns(vsCode: string, installed: string): Promise<void> {
  const [modules, compiled] = [join(vsCode, 'node_modules'), join(installed, 'node_modules')];
  await writeFile(join(modules, '@vscode', 'spdlog', 'index.js'), SPDLOG);
  const search = join(compiled, '@vscode', 'ripgrep-universal', 'bin', `${process.platform}-${process.arch}`);
  await cp(search, join(modules, '@vscode', 'ripgrep', 'bin'), { recursive: true });
  await rm(join(modules, 'node-pty'), { recursive: true });
  await cp(join(compiled, 'node-pty'), join(modules, 'node-pty'), { recursive: true });
}
