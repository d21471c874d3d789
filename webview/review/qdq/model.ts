import { dynamicRange } from '../../../src/core/table/quantization.js';
import type { QdqKind } from '../../../src/core/transfer/qdqKinds.js';
import type { Choice } from '../../shared/filter/term.js';
import type { QdqMessage } from '../../../src/protocol/qdqReview.js';
import { t } from '../../../src/core/texts/translate.js';

/** Which rows are shown: all, or those of one kind. */
export const QDQ_SHOWN = ['all', 'pair', 'float', 'excluded', 'entries'] as const;
export type QdqShown = (typeof QDQ_SHOWN)[number];

/** A plan of pairs, and what its rows amount to. */
export interface QdqModel {
  readonly message: QdqMessage;
  readonly ranges: Float64Array;
  readonly counts: Readonly<Record<QdqShown, number>>;
}

export function qdqModelOf(message: QdqMessage): QdqModel {
  const count = (shown: QdqShown): number => message.kinds.filter((kind) => isShown(kind, shown)).length;
  return {
    message,
    ranges: message.scales.map(dynamicRange),
    counts: {
      all: message.kinds.length,
      pair: count('pair'),
      float: count('float'),
      excluded: count('excluded'),
      entries: count('entries'),
    },
  };
}

/** What the filter box can ask a row to be. */
export function qdqFlags({ message: { kinds } }: QdqModel): readonly Choice[] {
  const flag = (value: QdqShown, hint: string): Choice => ({ value, hint, test: (row) => isShown(kinds[row], value) });
  return [
    flag('pair', t`reads a pair`),
    flag('float', t`stays in float`),
    flag('excluded', t`left out by you`),
    flag('entries', t`an entry without a pair`),
  ];
}

export function isShown(kind: QdqKind | undefined, shown: QdqShown): boolean {
  if (shown === 'all') return true;
  return shown === 'entries' ? kind === 'unplaced' || kind === 'dropped' : kind === shown;
}

/** What leaves a row in float, or takes it back: the layer, or the tensor with all the layers that read it. */
export function excludable({ message }: QdqModel, rows: readonly number[], by: 'layer' | 'tensor'): string[] {
  const names = rows
    .filter((row) => message.kinds[row] === 'pair' || (by === 'layer' && message.kinds[row] === 'float'))
    .flatMap((row) => (by === 'layer' ? message.layers : message.tensors)[row] ?? []);
  return [...new Set(names)];
}

/** The names by which these rows were left in float. */
export function includable({ message }: QdqModel, rows: readonly number[]): string[] {
  const { kinds, layers, tensors, excluded } = message;
  const left = rows.filter((row) => kinds[row] === 'excluded');
  return excluded.filter((name) => left.some((row) => layers[row] === name || tensors[row] === name));
}
