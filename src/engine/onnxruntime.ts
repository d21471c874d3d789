/** onnxruntime's WebAssembly build as an {@link Engine}: one thread, no fetch, no path; the same in Node and in a browser. */
import * as ort from 'onnxruntime-web/wasm';
import { EngineError, type Engine, type ExternalFiles, type Feeds, type Session } from '../core/run/engine.js';
import type { ElementType, Tensor, TensorData } from '../core/tensors/tensor.js';
import { t } from '../core/texts/translate.js';

const NO_FILES: ExternalFiles = new Map();
/** Of the engine's levels the one that says only what makes it fail: old models are warned of hundreds of times. */
const FATAL_ONLY = 3;

/**
 * @param wasm the bytes of `ort-wasm-simd-threaded.wasm`
 * @param external files that the models' weights lie in
 */
export function onnxruntime(wasm: Uint8Array, external: ExternalFiles = NO_FILES): Engine {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = wasm.slice().buffer;
  const externalData = [...external].map(([path, data]) => ({ path, data }));
  return {
    load: async (model) => {
      try {
        const session = await ort.InferenceSession.create(model, {
          executionProviders: ['wasm'],
          logSeverityLevel: FATAL_ONLY,
          // Further optimizations would turn pairs into integer operators, whose sums differ from what a pair means.
          graphOptimizationLevel: 'basic',
          ...(externalData.length > 0 && { externalData }),
        });
        return new OrtSession(session);
      } catch (error) {
        throw new EngineError(t`onnxruntime can't load the model: ${wordsOf(error)}`);
      }
    },
  };
}

class OrtSession implements Session {
  readonly #session: ort.InferenceSession;

  constructor(session: ort.InferenceSession) {
    this.#session = session;
  }

  async run(feeds: Feeds): Promise<ReadonlyMap<string, Tensor>> {
    try {
      const given = [...feeds].map(([name, tensor]) => [name, toOrt(tensor)]);
      const results = await this.#session.run(Object.fromEntries(given) as Record<string, ort.Tensor>);
      return new Map(
        Object.entries(results).flatMap(([name, value]) => {
          const tensor = fromOrt(value);
          return tensor ? [[name, tensor] as const] : [];
        }),
      );
    } catch (error) {
      throw new EngineError(t`onnxruntime can't run the model: ${wordsOf(error)}`);
    }
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}

function toOrt({ type, data, dims }: Tensor): ort.Tensor {
  return new ort.Tensor(type, data as never, dims as number[]);
}

function fromOrt({ type, dims, data }: ort.Tensor): Tensor | null {
  if (type === 'string' || type === 'int4' || type === 'uint4') return null;
  const numbers = data as unknown as TensorData;
  // Where the platform has an array of 16-bit floats, the engine takes it; here they are bits.
  const isBits = type === 'float16' && !(numbers instanceof Uint16Array);
  return {
    type: type as ElementType,
    dims,
    data: isBits ? new Uint16Array(numbers.buffer as ArrayBuffer, numbers.byteOffset, numbers.length) : numbers,
  };
}

function wordsOf(error: unknown): string {
  return typeof error === 'number'
    ? t`it broke down (${error}), for lack of memory perhaps`
    : error instanceof Error
      ? error.message
      : String(error);
}
