import type { RankMessage } from '../../src/protocol/rank.js';
import type { Column } from '../shared/grid/column.js';
import {
  decibelColumn,
  nameColumn,
  numberColumn,
  placeColumn,
  shareColumn,
  textColumn,
} from '../shared/plainColumns.js';
import type { RankModel } from './model.js';
import type { Shown } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

export function columnsOf(model: RankModel, shown: Shown): readonly Column[] {
  if (shown === 'weights') return weightColumns(model.message);
  return shown === 'unplaced' ? unplacedColumns(model.message) : tensorColumns(model);
}

function tensorColumns({ message: { tensors }, excluded, proposed }: RankModel): readonly Column[] {
  return [
    placeColumn(tensors.length, t`Worst first, by what the outputs say`),
    wideName(
      nameColumn(
        'tensor',
        t`Tensor`,
        t`Tensor that is quantized`,
        tensors.map(({ name }) => name),
      ),
    ),
    decibelColumn(
      'outputs',
      t`Outputs`,
      t`Decibels of the outputs when this tensor alone is quantized: the fewest hurt most`,
      tensors.map(({ aloneDb }) => aloneDb),
    ),
    decibelColumn(
      'itself',
      t`Itself`,
      t`Decibels of the tensor's own values: what its range clips and its step rounds`,
      tensors.map(({ localDb }) => localDb),
    ),
    {
      ...shareColumn(
        'clipped',
        t`Clipped`,
        t`Share of its values outside of the range`,
        tensors.map(({ clippedShare }) => clippedShare),
      ),
      givesWay: 4,
    },
    {
      ...numberColumn(
        'range',
        t`± Range`,
        t`Range that the table gives it`,
        Float64Array.from(tensors, ({ range }) => range),
        [9, 11],
      ),
      givesWay: 2,
    },
    {
      ...numberColumn(
        'amax',
        t`Largest |x|`,
        t`Largest value that was seen, without its sign`,
        Float64Array.from(tensors, ({ amax }) => amax),
        [9, 11],
      ),
      givesWay: 1,
    },
    ...(excluded.size + proposed.size === 0
      ? []
      : [
          textColumn(
            'float',
            t`In Float`,
            t`Left in float for "without these", or proposed to be`,
            [9, 10],
            tensors.map(({ name }) => (excluded.has(name) ? t`left out` : proposed.has(name) ? 'proposed' : '')),
          ),
        ]),
    {
      ...textColumn(
        'layers',
        t`Layers`,
        t`Layers that read it in INT8`,
        [18, 'rest'],
        tensors.map(({ nodes }) => nodes.join(', ')),
      ),
      givesWay: 3,
    },
  ];
}

/** Names of tensors are told apart by their middle. */
function wideName(column: Column): Column {
  const [, most] = column.width;
  return { ...column, width: [Math.min(24, typeof most === 'number' ? most : 24), most] };
}

function weightColumns({ weights }: RankMessage): readonly Column[] {
  return [
    placeColumn(weights.length, t`Widest first`),
    nameColumn(
      'tensor',
      t`Weights`,
      t`Tensor of weights`,
      weights.map(({ tensor }) => tensor),
    ),
    numberColumn(
      'spread',
      t`Spread`,
      t`Range of the widest channel over that of the narrowest`,
      Float64Array.from(weights, ({ spread }) => spread),
      [9, 10],
    ),
    decibelColumn(
      'per-channel',
      t`A Scale a Channel`,
      t`Decibels of the weights with one scale for each channel, as TensorRT has them`,
      weights.map(({ perChannelDb }) => perChannelDb),
      [13, 15],
    ),
    decibelColumn(
      'per-tensor',
      t`One for All`,
      t`Decibels of the weights with one scale, as NVDLA has it`,
      weights.map(({ perTensorDb }) => perTensorDb),
      [10, 11],
    ),
    numberColumn(
      'channels',
      t`Channels`,
      t`How many`,
      Float64Array.from(weights, ({ channels }) => channels),
      [9, 9],
    ),
    textColumn(
      'layers',
      t`Layers`,
      t`Whose weights they are`,
      [14, 'rest'],
      weights.map(({ nodes }) => nodes.join(', ')),
    ),
  ];
}

function unplacedColumns({ unplaced }: RankMessage): readonly Column[] {
  return [
    placeColumn(unplaced.length, t`In the order of the table`),
    nameColumn(
      'tensor',
      t`Entry`,
      t`Entry of the table`,
      unplaced.map(({ name }) => name),
    ),
    textColumn(
      'why',
      t`Why`,
      t`Why it changes nothing in this model`,
      [30, 'rest'],
      unplaced.map(({ why }) => why),
    ),
  ];
}
