import { QDQ_KINDS, type QdqKind } from '../../../src/core/transfer/qdqKinds.js';
import { el } from '../../shared/dom.js';
import type { Column } from '../../shared/grid/column.js';
import { icon, type IconName } from '../../shared/icons.js';
import { nameColumn, numberColumn, textColumn } from '../../shared/plainColumns.js';
import type { QdqModel } from './model.js';
import { t } from '../../../src/core/texts/translate.js';

const KINDS: Readonly<Record<QdqKind, { readonly words: string; readonly icon: IconName }>> = {
  pair: { words: 'INT8', icon: 'check' },
  float: { words: t`float`, icon: 'warning' },
  excluded: { words: t`left out`, icon: 'info' },
  unplaced: { words: t`no pair`, icon: 'info' },
  dropped: { words: t`unusable`, icon: 'error' },
};

/** What the reasons for pairs mean: QDQ.md's words are the command line's. */
const REASONS: Readonly<Record<string, string>> = {
  weighted: t`the layer has weights`,
  residual: t`residual of an addition`,
  addition: t`both inputs of an addition`,
  average: t`an average between INT8 layers`,
  every: t`every use of the tensor`,
};

/** The columns of a plan of pairs. */
export function qdqColumns({ message, ranges }: QdqModel): readonly Column[] {
  const indexWidth = Math.max(4, String(message.kinds.length).length + 3);
  return [
    {
      id: 'index',
      label: '#',
      hint: t`In the order of the model; entries without a pair come last`,
      width: [indexWidth, indexWidth],
      align: 'end',
      frozen: true,
      text: (row) => String(row + 1),
      sort: (row) => row,
    },
    {
      id: 'kind',
      label: t`Runs in`,
      hint: t`Whether the layer reads a pair`,
      width: [11, 12],
      text: (row) => KINDS[message.kinds[row] ?? 'pair'].words,
      sort: (row) => QDQ_KINDS.indexOf(message.kinds[row] ?? 'pair'),
      draw: (cell, row, text) => drawKind(cell, message.kinds[row] ?? 'pair', text),
    },
    nameColumn('layer', t`Layer`, t`Node of the model`, message.layers),
    { ...textColumn('op', t`Operator`, t`What the node does`, [9, 18], message.ops), givesWay: 1 },
    nameColumn('tensor', t`Tensor`, t`The tensor that gets the pair, or the entry that has none`, message.tensors),
    { ...numberColumn('scale', t`Scale`, t`Scale of the pair`, message.scales, [12, 13]), givesWay: 2 },
    { ...numberColumn('range', t`± Range`, t`Dynamic range: 127 × scale`, ranges, [11, 13]), givesWay: 0 },
    textColumn(
      'why',
      t`Why`,
      t`Why a pair stands there, or why there is none`,
      [20, 'rest'],
      message.whys.map((why) => REASONS[why] ?? why),
    ),
  ];
}

function drawKind(cell: HTMLElement, kind: QdqKind, text: string): void {
  cell.replaceChildren(
    el('span', { class: `status status-${kind === 'pair' ? 'ok' : kind}` }, icon(KINDS[kind].icon), text),
  );
}
