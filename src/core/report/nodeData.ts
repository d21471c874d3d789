/**
 * Numbers of a table as node data of Google's Model Explorer, keyed by the names of output tensors. The shape is that of its
 * `node_data_builder.py`: `GraphNodeData`, or with the id of a graph `ModelNodeData`.
 */
import { clippedShare } from '../activations/damage.js';
import { checkDocument } from '../check/index.js';
import type { Build } from '../build/build.js';
import { fatesOf } from '../build/fates.js';
import type { TableDocument } from '../formats/format.js';
import { rangesOf } from '../table/stats.js';
import { entryScale } from '../table/table.js';
import { BY_DECIBELS, BY_FATE, BY_SEVERITY, BY_SHARE, FATE, SEVERITY, type Step } from './legends.js';
import { t } from '../texts/translate.js';

export const NODE_DATA = [
  'range',
  'scale',
  'clipped',
  'findings',
  'fate',
  'outputs',
] as const satisfies readonly string[];
/**
 * Which of an entry's numbers; `clipped` in percent, `findings` by severity (1 info, 2 warning, 3 error), `fate` by what a build did (0 used,
 * 1 not INT8, 2 overridden, 3 differs, 4 absent), `outputs` in decibels of the outputs with that tensor alone in INT8.
 */
export type NodeDataKind = (typeof NODE_DATA)[number];

/** Why there is no `clipped`. */
export const NO_HISTOGRAMS = t`What is clipped is told by histograms of values, and this file has none.`;

interface GraphNodeData {
  readonly results: Readonly<Record<string, { readonly value: number }>>;
  readonly gradient?: readonly { readonly stop: number; readonly bgColor: string }[];
  readonly thresholds?: readonly { readonly value: number; readonly bgColor: string }[];
}

export interface NodeData {
  /** What goes into the file. */
  readonly data: GraphNodeData | Readonly<Record<string, GraphNodeData>>;
  /** Entries without a number that it could hold. */
  readonly left: number;
}

const GRADIENT = [
  { stop: 0, bgColor: '#f7fbff' },
  { stop: 0.5, bgColor: '#6baed6' },
  { stop: 1, bgColor: '#d94801' },
] as const;

/** What only another file tells. */
export interface NodeDataSources {
  /** For `fate`. */
  readonly build?: Build;
  /** For `outputs`: decibels by tensor. */
  readonly outputs?: ReadonlyMap<string, number>;
}

const STEPS: Readonly<Record<NodeDataKind, readonly Step[] | null>> = {
  range: null,
  scale: null,
  clipped: BY_SHARE,
  findings: BY_SEVERITY,
  fate: BY_FATE,
  outputs: BY_DECIBELS,
};

/**
 * Node data of a table.
 * @param graph the id of the graph that it is for; without one it is for any
 * @param sources what only another file tells
 * @throws {Error} with a sentence, for `clipped` where the file has no histograms, for `fate` and `outputs` without their source
 */
export function nodeData(
  document: TableDocument,
  kind: NodeDataKind,
  graph: string | null,
  sources: NodeDataSources = {},
): NodeData {
  const { names } = document.table;
  const values = valuesOf(document, kind, sources);
  // A name may be anything, `__proto__` too.
  const results: Record<string, { value: number }> = Object.create(null) as Record<string, { value: number }>;
  names.forEach((name, at) => {
    const value = values[at] ?? NaN;
    if (Number.isFinite(value) && !(name in results)) results[name] = { value };
  });
  const thresholds = STEPS[kind]?.map(({ value, bgColor }) => ({ value, bgColor })) ?? null;
  const data: GraphNodeData = { results, ...(thresholds ? { thresholds } : { gradient: GRADIENT }) };
  return { data: graph === null ? data : { [graph]: data }, left: names.length - Object.keys(results).length };
}

function valuesOf(document: TableDocument, kind: NodeDataKind, { build, outputs }: NodeDataSources): ArrayLike<number> {
  const { table } = document;
  switch (kind) {
    case 'range':
      return rangesOf(table);
    case 'scale':
      return table.names.map((_, at) => entryScale(table, at));
    case 'clipped':
      return clippedOf(document);
    case 'findings':
      return worstOf(document);
    case 'fate':
      if (!build)
        throw new Error(t`What became of entries is told by a build: its log, or the engine inspector's JSON.`);
      return fatesOf(table, build).map(({ fate }) => FATE[fate]);
    case 'outputs':
      if (!outputs) throw new Error(t`What tensors do to the outputs is told by a run of the model.`);
      // JSON has no infinity: what does nothing to them is off the scale.
      return table.names.map((name) => Math.min(outputs.get(name) ?? NaN, NO_ERROR));
  }
}

/** Decibels that stand for no error at all. */
const NO_ERROR = 200;

function clippedOf(document: TableDocument): number[] {
  const histograms = document.format.histograms?.(document) ?? [];
  if (!histograms.some(Boolean)) throw new Error(NO_HISTOGRAMS);
  const ranges = rangesOf(document.table);
  return histograms.map((values, at) => (values ? 100 * clippedShare(values, ranges[at] ?? NaN) : NaN));
}

function worstOf(document: TableDocument): number[] {
  const worst = document.table.names.map(() => 0);
  for (const { index, severity } of checkDocument(document))
    if (index !== null) worst[index] = Math.max(worst[index] ?? 0, SEVERITY[severity]);
  return worst;
}
