/** Who runs models, as the core sees it: handed in, so that what is measured here is a pure function of models and inputs. */
import type { Tensor } from '../tensors/tensor.js';

export type Feeds = ReadonlyMap<string, Tensor>;

/** A model that is loaded. */
export interface Session {
  /** The values of all outputs, by name; those that are no tensors of numbers are left out. */
  run(feeds: Feeds): Promise<ReadonlyMap<string, Tensor>>;
  /** Gives its memory back. */
  release(): Promise<void>;
}

/** Data of a model that lies in files beside it, by the names that the model has for them. */
export type ExternalFiles = ReadonlyMap<string, Uint8Array>;

export interface Engine {
  /** Loads a model. Throws {@link EngineError} with the engine's own words when it does not take it. */
  load(model: Uint8Array): Promise<Session>;
}

/** The engine refuses a model or an input, in its own words. */
export class EngineError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EngineError';
  }
}

/** What a run tells, and is told, on its way. */
export interface Progress {
  /** How far it is: steps done of all, and what is being done. Lets others have a turn. */
  report(done: number, all: number, what: string): Promise<void>;
  /** True when the time, or a share of it (0 to 1), is over: what is reached by then is the result. */
  isLate(share?: number): boolean;
  /** Milliseconds since some moment. */
  now(): number;
}

/** Memory that a run may take for values of tensors, in bytes. */
export const USUAL_BUDGET = 1024 ** 3;
