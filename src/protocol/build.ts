/** Messages between the host and the view of what a build did. */
import type { Fate } from '../core/build/fates.js';
import type { LayerKind } from '../core/build/kindNames.js';
import type { BuildSummary } from '../core/build/summary.js';
import {
  CHECKS_TO_ANY_VIEW,
  isIndex,
  isOneOf,
  READ_FROM_ANY_VIEW,
  readFromView,
  readToView,
  type Checks,
  type FromAnyView,
  type Readers,
  type ToAnyView,
} from './common.js';

/** A table in a build: entry i is `names[i]`. */
export interface BuildEntries {
  readonly names: readonly string[];
  readonly fates: readonly Fate[];
  readonly scales: Float64Array;
  /** What the build printed; NaN where it printed nothing. */
  readonly printed: Float64Array;
  /** The layers that read it, by their places. */
  readonly readers: readonly (readonly number[])[];
}

/** What is different from another build. */
export interface BuildAgainst {
  readonly file: string;
  /** Datatypes of each layer in the other build (`int8 int8 fp16`) where it computed in another way; null elsewhere. */
  readonly before: readonly (string | null)[];
  /** Layers that the other build has and this one lacks, and the other way round. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** What became of each entry in the other build, where that is another fate; null without a table. */
  readonly fates: readonly (Fate | null)[] | null;
}

/** What a build did: layer i is `layers[i]`. */
export interface BuildMessage {
  readonly type: 'build';
  readonly sourceFile: string;
  readonly tableFile: string | null;
  /** `TensorRT build log`, with version, calibrator and what became of the cache. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly summary: BuildSummary;
  /** Sentences, what is wrong first. */
  readonly notes: readonly string[];
  readonly layers: readonly string[];
  readonly types: readonly string[];
  /** Datatypes such as `int8`; null where nothing tells. */
  readonly inputs: readonly (string | null)[];
  readonly weights: readonly (string | null)[];
  readonly outputs: readonly (string | null)[];
  readonly kinds: readonly (readonly LayerKind[])[];
  /** Tensors that each layer reads and writes, as the network names them. */
  readonly reads: readonly (readonly string[])[];
  readonly writes: readonly (readonly string[])[];
  /** Nodes of the ONNX model that each is made of. */
  readonly nodes: readonly (readonly string[])[];
  /** Tensors for lack of whose scale each lost INT8 kernels. */
  readonly lacks: readonly (readonly string[])[];
  /** Null without a table. */
  readonly entries: BuildEntries | null;
  /** Null when no other build was chosen. */
  readonly against: BuildAgainst | null;
  /** The cache that a log says it read. */
  readonly cachePath: string | null;
  /** By what the view comes back after a restart. */
  readonly files: { readonly source: string; readonly table: string | null; readonly against: string | null };
}

export type ToBuildView = ToAnyView | BuildMessage;

/** Show an entry in its table. */
export interface ShowEntryMessage {
  readonly type: 'showEntry';
  readonly index: number;
}

export const BUILD_ACTIONS = ['openSource', 'openTable', 'chooseTable', 'chooseBuild', 'forgetBuild'] as const;

/** A button was pressed. */
export interface BuildActionMessage {
  readonly type: 'action';
  readonly action: (typeof BUILD_ACTIONS)[number];
}

export type FromBuildView = FromAnyView | ShowEntryMessage | BuildActionMessage;

const READERS = {
  ...READ_FROM_ANY_VIEW,
  showEntry: ({ index }) => (isIndex(index) ? { type: 'showEntry', index } : null),
  action: ({ action }) => (isOneOf(BUILD_ACTIONS, action) ? { type: 'action', action } : null),
} satisfies Readers<FromBuildView>;

const CHECKS = {
  ...CHECKS_TO_ANY_VIEW,
  build: ({ layers, notes }) => Array.isArray(layers) && Array.isArray(notes),
} satisfies Checks<ToBuildView>;

/** A message from a view of a build, or null for anything that is none. */
export function parseFromBuildView(data: unknown): FromBuildView | null {
  return readFromView<FromBuildView>(data, READERS);
}

/** A message to such a view, or null for what is none. Throws TypeError for one that can't be read. */
export function parseToBuildView(data: unknown): ToBuildView | null {
  return readToView<ToBuildView>(data, CHECKS);
}
