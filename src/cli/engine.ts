/** The engine at a terminal: its worker is a thread, and how far it is stands on the last line of a terminal. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInEngine } from '../engine/client.js';
import type { EngineJob, EngineOrder, EngineResult } from '../engine/jobs/index.js';
import { escapeControls } from '../core/render/escape.js';
import { engineThread } from './engineThread.js';
import { Failure } from './failure.js';

/** Stands beside this bundle. */
const WASM = 'ort-wasm-simd-threaded.wasm';
/** Errors that are sentences for the user. */
const REFUSALS: readonly string[] = ['TensorError', 'ModelError', 'EngineError', 'NetworkError'];

/** Runs a job of the engine. Throws {@link Failure} for a model or inputs that it does not take. */
export async function runEngine<Name extends Exclude<EngineJob, 'outputs'>>(
  job: Name,
  order: Omit<EngineOrder<Name>, 'wasm'>,
): Promise<EngineResult<Name>> {
  const wasm = new Uint8Array(await readFile(join(__dirname, WASM)));
  const line = new ProgressLine();
  try {
    return await runInEngine(engineThread(__dirname), job, { ...order, wasm } as EngineOrder<Name>, {
      progress: ({ done, all, what }) => line.show(`${Math.floor((100 * done) / all)} % ${what}`),
    });
  } catch (error) {
    if (error instanceof Error && REFUSALS.includes(error.name)) throw new Failure(`${order.label}: ${error.message}`);
    throw error;
  } finally {
    line.clear();
  }
}

/** One line that is written over, on a terminal alone. */
class ProgressLine {
  #isShown = false;

  show(text: string): void {
    if (!process.stderr.isTTY) return;
    this.#isShown = true;
    process.stderr.write(`\r\x1b[K${escapeControls(text).slice(0, (process.stderr.columns || 80) - 1)}`);
  }

  clear(): void {
    if (this.#isShown) process.stderr.write('\r\x1b[K');
  }
}
