/**
 * Numbers of a table as node data of Google's Model Explorer, keyed by the names of output tensors. The shape is that of its
 * `node_data_builder.py`: `GraphNodeData`, or with the id of a graph `ModelNodeData`.
 */
import { clippedShare } from '../activations/damage.js';
import { checkDocument } from '../check/index.js';
import type { Severity } from '../findings/finding.js';
import type { TableDocument } from '../formats/format.js';
import { rangesOf } from '../table/stats.js';
import { entryScale } from '../table/table.js';

export const NODE_DATA = ['range', 'scale', 'clipped', 'findings'] as const satisfies readonly string[];
/** Which of an entry's numbers; `clipped` in percent, `findings` by severity: 1 info, 2 warning, 3 error. */
export type NodeDataKind = (typeof NODE_DATA)[number];

/** Why there is no `clipped`. */
export const NO_HISTOGRAMS = 'What is clipped is told by histograms of values, and this file has none.';

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

const SEVERITY: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };
const BY_SEVERITY = [
  { value: 0, bgColor: '#ffffff' },
  { value: 1, bgColor: '#d6e9ff' },
  { value: 2, bgColor: '#ffe08a' },
  { value: 3, bgColor: '#ff9e94' },
] as const;
/** Percent: what is clipped of a tensor's values. */
const BY_SHARE = [
  { value: 0.001, bgColor: '#ffffff' },
  { value: 0.1, bgColor: '#ffe08a' },
  { value: 100, bgColor: '#ff9e94' },
] as const;

/**
 * Node data of a table.
 * @param graph the id of the graph that it is for; without one it is for any
 * @throws {Error} with a sentence, for `clipped` where the file has no histograms
 */
export function nodeData(document: TableDocument, kind: NodeDataKind, graph: string | null): NodeData {
  const { names } = document.table;
  const values = valuesOf(document, kind);
  // A name may be anything, `__proto__` too.
  const results: Record<string, { value: number }> = Object.create(null) as Record<string, { value: number }>;
  names.forEach((name, at) => {
    const value = values[at] ?? NaN;
    if (Number.isFinite(value) && !(name in results)) results[name] = { value };
  });
  const thresholds = { findings: BY_SEVERITY, clipped: BY_SHARE, range: null, scale: null }[kind];
  const data: GraphNodeData = { results, ...(thresholds ? { thresholds } : { gradient: GRADIENT }) };
  return { data: graph === null ? data : { [graph]: data }, left: names.length - Object.keys(results).length };
}

function valuesOf(document: TableDocument, kind: NodeDataKind): ArrayLike<number> {
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
  }
}

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
