// Runs the built command line again and again in one thread: each run has fresh modules and a process of its own to see, and none
// pays for the start of Node. Answers synchronously waiting callers (cliThread.ts).
import { Buffer } from 'node:buffer';
import { Console } from 'node:console';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { compileFunction } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

const { program, answers, done } = workerData;
const require = createRequire(program);
const source = readFileSync(program, 'utf8').replace(/^#!.*/, '');
const main = compileFunction(source, ['exports', 'require', 'module', 'process', 'console', '__dirname'], {
  filename: program,
});

parentPort.on('message', async (request) => {
  answers.postMessage(await run(request).catch((error) => ({ code: null, stdout: '', stderr: String(error.stack) })));
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});

async function run({ args, input, env, terminal }) {
  const [stdout, stderr] = [new Kept(terminal), new Kept(terminal)];
  const seen = Object.create(process, {
    argv: { value: [process.execPath, program, ...args] },
    env: { value: env },
    stdin: { value: Readable.from(input === undefined ? [] : [Buffer.from(input)]) },
    stdout: { value: stdout },
    stderr: { value: stderr },
    exitCode: { value: 0, writable: true },
  });
  const ours = (id) => (/^(node:)?process$/.test(id) ? seen : require(id));
  const module = { exports: {} };
  main(module.exports, ours, module, seen, new Console({ stdout, stderr }), dirname(program));
  // What src/cli/main.ts exports for this.
  await module.exports.finished;
  return { code: seen.exitCode, stdout: stdout.text, stderr: stderr.text };
}

class Kept extends Writable {
  #chunks = [];

  constructor(terminal) {
    super();
    if (terminal) Object.assign(this, { isTTY: true, columns: 100 });
  }

  _write(chunk, _encoding, taken) {
    this.#chunks.push(chunk);
    taken();
  }

  get text() {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
