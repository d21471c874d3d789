/** Messages between the host and the view of which layers suffer: a table measured by its model. */
import type { Overall, Proposal, RankedTensor } from '../core/run/ranking.js';
import type { WeightSpread } from '../core/run/weightSpread.js';
import {
  CHECKS_TO_ANY_VIEW,
  isIndex,
  isOneOf,
  isText,
  READ_FROM_ANY_VIEW,
  readOddNumbers,
  readFromView,
  readToView,
  type Checks,
  type FromAnyView,
  type Readers,
  type Request,
  type ToAnyView,
} from './common.js';

/** What a run said. Row i of the tensors is `tensors[i]`, worst first. */
export interface RankMessage extends Overall {
  readonly type: 'rank';
  readonly tableFile: string;
  readonly modelFile: string;
  /** `24 pictures of test, prepared by div=255`. */
  readonly inputs: string;
  /** The inputs were noise: a hint at most. */
  readonly isNoise: boolean;
  readonly tensors: readonly RankedTensor[];
  readonly weights: readonly WeightSpread[];
  /** Entries that have no pair in this model, and why. */
  readonly unplaced: readonly { readonly name: string; readonly why: string }[];
  /** Names of tensors that stayed in float for `without`. */
  readonly excluded: readonly string[];
  /** The layers that read them. */
  readonly excludedNodes: readonly string[];
  /** What was proposed for so many decibels; null where nothing was asked for. */
  readonly proposal: (Proposal & { readonly reach: number }) | null;
  /** All tables that were measured on these inputs, this one too, best first; empty where it is alone. */
  readonly tables: readonly { readonly file: string; readonly all: number; readonly activationsOnly: number }[];
  /** Sentences on what was done to the model. */
  readonly notes: readonly string[];
  /** Table, model or inputs are others than those of the run. */
  readonly isOld: boolean;
  /** By what the view comes back after a restart. */
  readonly key: string;
}

/** Table, model or inputs have changed since the run, or are again what they were. */
export interface RankAgeMessage {
  readonly type: 'age';
  readonly isOld: boolean;
}

export type ToRankView = ToAnyView | RankMessage | RankAgeMessage;

/** Measure the outputs with these tensors in float. Before its answer comes the new `rank`. */
export interface WithoutMessage extends Request {
  readonly type: 'without';
  readonly names: readonly string[];
}

/** Propose what to leave in float for the outputs to reach so many decibels. Before its answer comes the new `rank`. */
export interface ReachMessage extends Request {
  readonly type: 'reach';
  readonly decibels: number;
}

/** Show a tensor in the table. */
export interface ShowTensorMessage {
  readonly type: 'showTensor';
  readonly name: string;
}

/** Choose ranges of tensors by what they do to the outputs. */
export interface TuneTensorsMessage {
  readonly type: 'tuneTensors';
  readonly names: readonly string[];
}

/** Mark tensors in the file beside the table. */
export interface MarkTensorsMessage {
  readonly type: 'markTensors';
  readonly names: readonly string[];
}

export const RANK_ACTIONS = ['again', 'otherInputs', 'addTable', 'openTable', 'saveHistograms', 'forget'] as const;

/** A button was pressed. */
export interface RankActionMessage {
  readonly type: 'action';
  readonly action: (typeof RANK_ACTIONS)[number];
}

export type FromRankView =
  | FromAnyView
  | WithoutMessage
  | ReachMessage
  | ShowTensorMessage
  | TuneTensorsMessage
  | MarkTensorsMessage
  | RankActionMessage;

const READERS = {
  ...READ_FROM_ANY_VIEW,
  without: ({ id, names }) => (isIndex(id) && areTexts(names) ? { type: 'without', id, names } : null),
  reach: ({ id, decibels }) =>
    isIndex(id) && typeof decibels === 'number' && Number.isFinite(decibels) ? { type: 'reach', id, decibels } : null,
  showTensor: ({ name }) => (isText(name) ? { type: 'showTensor', name } : null),
  tuneTensors: ({ names }) => (areTexts(names) ? { type: 'tuneTensors', names } : null),
  markTensors: ({ names }) => (areTexts(names) ? { type: 'markTensors', names } : null),
  action: ({ action }) => (isOneOf(RANK_ACTIONS, action) ? { type: 'action', action } : null),
} satisfies Readers<FromRankView>;

const CHECKS = {
  ...CHECKS_TO_ANY_VIEW,
  rank: ({ tensors, outputs, notes }) => Array.isArray(tensors) && Array.isArray(outputs) && Array.isArray(notes),
  age: ({ isOld }) => typeof isOld === 'boolean',
} satisfies Checks<ToRankView>;

/** A message from a view of a ranking, or null for anything that is none. */
export function parseFromRankView(data: unknown): FromRankView | null {
  return readFromView<FromRankView>(data, READERS);
}

/** A message to such a view, or null for what is none. Throws TypeError for one that can't be read. */
export function parseToRankView(data: unknown): ToRankView | null {
  return readToView<ToRankView>(readOddNumbers(data), CHECKS);
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}
