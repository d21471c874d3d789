/** What a run is told, and what it tells: plain data, for its way to a worker and back. */
import type { InputFile } from '../core/tensors/inputFile.js';

/** Inputs: files with the line that prepares pictures, or so many samples of seeded noise. */
export type InputSource =
  { readonly files: readonly InputFile[]; readonly line: string | null } | { readonly random: number };

/** What every run needs. */
export interface RunOrder {
  /** The bytes of onnxruntime's WebAssembly. */
  readonly wasm: Uint8Array;
  readonly model: Uint8Array;
  /** What messages call the model. */
  readonly label: string;
  /** Files beside the model that its weights lie in, by the names that it has for them. */
  readonly external: readonly (readonly [string, Uint8Array])[];
  readonly inputs: InputSource;
  /** Bytes that values of tensors may take at a time. */
  readonly budget: number;
  /** Milliseconds after which a search stops with what it has reached; null for none. */
  readonly timeLimit: number | null;
}

/** How far a run is. */
export interface ProgressMessage {
  readonly id: number;
  readonly done: number;
  readonly all: number;
  readonly what: string;
}
