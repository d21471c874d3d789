/** onnxruntime as the extension runs it, in this thread. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { onnxruntime } from '../../../src/engine/onnxruntime.js';
import { inputSpecs } from '../../../src/core/model/inputs.js';
import { readModel } from '../../../src/core/model/model.js';
import { NO_EXTERNAL } from '../../../src/core/model/tensorData.js';
import type { Engine, Progress } from '../../../src/core/run/engine.js';
import type { Subject } from '../../../src/core/run/subject.js';
import { parsePreprocessing } from '../../../src/core/tensors/preprocess.js';
import { samplesOf, type Sample } from '../../../src/core/tensors/samples.js';
import { noiseSamples } from '../../../src/core/tensors/noise.js';

const wasm = resolve(__dirname, '../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm');
let engine: Engine | undefined;

export function theEngine(): Engine {
  engine ??= onnxruntime(new Uint8Array(readFileSync(wasm)));
  return engine;
}

export const patient: Progress = {
  report: () => Promise.resolve(),
  isLate: () => false,
  now: () => performance.now(),
};

/** A model with samples, ready to be measured. */
export function subjectOf(bytes: Uint8Array, samples: readonly Sample[], rest: Partial<Subject> = {}): Subject {
  const model = readModel(bytes);
  return { engine: theEngine(), model, external: NO_EXTERNAL, samples, progress: patient, budget: 2 ** 30, ...rest };
}

/** A model with seeded noise. */
export function noisySubject(bytes: Uint8Array, count = 4, rest: Partial<Subject> = {}): Subject {
  return subjectOf(bytes, noiseSamples(count, inputSpecs(readModel(bytes))), rest);
}

/** A model with files of inputs. */
export function filesSubject(bytes: Uint8Array, paths: readonly string[], line: string | null): Subject {
  const files = paths.map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }));
  return subjectOf(
    bytes,
    samplesOf(files, inputSpecs(readModel(bytes)), line === null ? null : parsePreprocessing(line)),
  );
}
