/** Messages between the host and the view of two dumps of outputs. */
import type { DumpComparison } from '../core/tensors/compareDumps.js';
import type { DifferencePicture } from '../core/tensors/differencePicture.js';
import {
  CHECKS_TO_ANY_VIEW,
  isOneOf,
  READ_FROM_ANY_VIEW,
  readOddNumbers,
  readFromView,
  readToView,
  type Checks,
  type FromAnyView,
  type Readers,
  type ToAnyView,
} from './common.js';

/** Two dumps. Row i is `tensors[i]`, drawn by `pictures[i]`, worst first. */
export interface OutputsMessage extends DumpComparison {
  readonly type: 'outputs';
  readonly firstFile: string;
  readonly secondFile: string;
  readonly pictures: readonly DifferencePicture[];
  /** By what the view comes back after a restart: URIs. */
  readonly files: { readonly first: readonly string[]; readonly second: readonly string[] };
}

export type ToOutputsView = ToAnyView | OutputsMessage;

/** Count differences beyond another epsilon. */
export interface EpsilonMessage {
  readonly type: 'epsilon';
  readonly epsilon: number;
}

export const OUTPUTS_ACTIONS = ['swap', 'chooseFirst', 'chooseSecond'] as const;

/** A button was pressed. */
export interface OutputsActionMessage {
  readonly type: 'action';
  readonly action: (typeof OUTPUTS_ACTIONS)[number];
}

export type FromOutputsView = FromAnyView | EpsilonMessage | OutputsActionMessage;

const READERS = {
  ...READ_FROM_ANY_VIEW,
  epsilon: ({ epsilon }) =>
    typeof epsilon === 'number' && epsilon >= 0 && epsilon < Infinity ? { type: 'epsilon', epsilon } : null,
  action: ({ action }) => (isOneOf(OUTPUTS_ACTIONS, action) ? { type: 'action', action } : null),
} satisfies Readers<FromOutputsView>;

const CHECKS = {
  ...CHECKS_TO_ANY_VIEW,
  outputs: ({ tensors, pictures }) => Array.isArray(tensors) && Array.isArray(pictures),
} satisfies Checks<ToOutputsView>;

/** A message from a view of dumps, or null for anything that is none. */
export function parseFromOutputsView(data: unknown): FromOutputsView | null {
  return readFromView<FromOutputsView>(data, READERS);
}

/** A message to such a view, or null for what is none. Throws TypeError for one that can't be read. */
export function parseToOutputsView(data: unknown): ToOutputsView | null {
  return readToView<ToOutputsView>(readOddNumbers(data), CHECKS);
}
