import { existsSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
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

/** Puts plain JavaScript in the place of compiled modules that npm's packages come without. */
export async function standIns(vsCode: string): Promise<void> {
  const modules = join(vsCode, 'node_modules', '@vscode');
  await writeFile(join(modules, 'spdlog', 'index.js'), SPDLOG);
  const search = join(modules, 'ripgrep-universal', 'bin');
  if (existsSync(search)) await cp(search, join(modules, 'ripgrep', 'bin'), { recursive: true });
}
