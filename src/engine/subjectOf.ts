import { EngineError, type Progress } from '../core/run/engine.js';
import type { Subject } from '../core/run/subject.js';
import { inputSpecs } from '../core/model/inputs.js';
import { readModel } from '../core/model/model.js';
import { ModelError } from '../core/model/records.js';
import type { ReadExternal } from '../core/model/tensorData.js';
import { noiseSamples } from '../core/tensors/noise.js';
import { parsePreprocessing } from '../core/tensors/preprocess.js';
import { samplesOf } from '../core/tensors/samples.js';
import { onnxruntime } from './onnxruntime.js';
import type { RunOrder } from './order.js';
import { t } from '../core/texts/translate.js';

/** WebAssembly addresses 4 GB, and a model takes its size about three times while it is loaded. */
const LARGEST_MODEL = 1024 ** 3;

/** What an order asks to measure. Throws errors with sentences for models and inputs that can't be taken. */
export function subjectOf(order: RunOrder, progress: Progress): Subject {
  const files = new Map(order.external);
  const size = order.model.length + [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (size > LARGEST_MODEL)
    throw new EngineError(
      t`The model has ${Math.ceil(size / 1024 ** 2)} MB with its weights; up to ${LARGEST_MODEL / 1024 ** 2} MB can be run here.`,
    );
  const model = readModel(order.model);
  const specs = inputSpecs(model);
  const { inputs } = order;
  const samples =
    'random' in inputs
      ? noiseSamples(inputs.random, specs)
      : samplesOf(inputs.files, specs, inputs.line === null ? null : parsePreprocessing(inputs.line));
  return {
    engine: onnxruntime(order.wasm, files),
    model,
    external: externalOf(files),
    samples,
    progress,
    budget: order.budget,
  };
}

/** Reads parts of the files that came with the order. */
function externalOf(files: ReadonlyMap<string, Uint8Array>): ReadExternal {
  return ({ location, offset, length }) => {
    const file = files.get(location);
    if (!file) return Promise.reject(new ModelError(t`its weights lie in "${location}", which is not at hand.`));
    const end = length === null ? file.length : offset + length;
    if (end > file.length || offset > end)
      return Promise.reject(new ModelError(t`its external data "${location}" ends at byte ${file.length}.`));
    return Promise.resolve(file.subarray(offset, end));
  };
}
