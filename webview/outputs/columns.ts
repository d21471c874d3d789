import type { OutputsMessage } from '../../src/protocol/outputs.js';
import { grouped } from '../../src/core/render/counts.js';
import type { Column } from '../shared/grid/column.js';
import {
  decibelColumn,
  nameColumn,
  numberColumn,
  placeColumn,
  shareColumn,
  textColumn,
} from '../shared/plainColumns.js';
import type { Shown } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

export function columnsOf(message: OutputsMessage, shown: Shown): readonly Column[] {
  return shown === 'left' ? leftColumns(message) : tensorColumns(message);
}

/** What was not compared, and why. */
export function leftOf({ onlyFirst, onlySecond, otherShapes, firstFile, secondFile }: OutputsMessage): readonly {
  readonly name: string;
  readonly why: string;
}[] {
  return [
    ...otherShapes.map(({ name, first, second }) => ({
      name,
      why: t`its shape is ${first.join('x')} in ${firstFile}, and ${second.join('x')} in ${secondFile}`,
    })),
    ...onlyFirst.map((name) => ({ name, why: t`only in ${firstFile}` })),
    ...onlySecond.map((name) => ({ name, why: t`only in ${secondFile}` })),
  ];
}

function tensorColumns({ tensors, epsilon }: OutputsMessage): readonly Column[] {
  const numbers = (of: (tensor: (typeof tensors)[number]) => number): Float64Array => Float64Array.from(tensors, of);
  return [
    placeColumn(tensors.length, t`Worst first`),
    nameColumn(
      'tensor',
      t`Output`,
      t`Tensor of the dumps`,
      tensors.map(({ name }) => name),
    ),
    textColumn(
      'shape',
      t`Shape`,
      t`Its dimensions`,
      [9, 14],
      tensors.map(({ dims }) => dims.join('x')),
    ),
    decibelColumn(
      'sqnr',
      'SQNR',
      t`Signal to noise: 20 dB is a hundredth of the energy, 40 dB a ten thousandth`,
      tensors.map(({ sqnrDb }) => sqnrDb),
    ),
    shareColumn(
      'over',
      t`Beyond ${epsilon}`,
      t`Share of elements that differ by more than ${epsilon}`,
      tensors.map(({ overEpsilon }) => overEpsilon),
      [11, 13],
    ),
    {
      ...numberColumn(
        'mean',
        t`Mean |x-y|`,
        t`Mean absolute difference`,
        numbers(({ meanAbs }) => meanAbs),
        [11, 12],
      ),
      givesWay: 3,
    },
    numberColumn(
      'max',
      t`Largest`,
      t`Largest absolute difference`,
      numbers(({ maxAbs }) => maxAbs),
      [10, 12],
    ),
    {
      ...numberColumn(
        'mse',
        'MSE',
        t`Mean squared difference`,
        numbers(({ mse }) => mse),
        [10, 12],
      ),
      givesWay: 2,
    },
    {
      ...numberColumn(
        'cosine',
        t`Cosine`,
        t`Of the angle between both`,
        numbers(({ cosine }) => cosine),
        [10, 12],
      ),
      descendsFirst: false,
      givesWay: 4,
    },
    {
      ...numberColumn(
        'count',
        t`Elements`,
        t`How many numbers`,
        numbers(({ count }) => count),
        [9, 'rest'],
      ),
      text: (row) => grouped(tensors[row]?.count ?? 0),
      givesWay: 1,
    },
  ];
}

function leftColumns(message: OutputsMessage): readonly Column[] {
  const left = leftOf(message);
  return [
    placeColumn(left.length, t`In the order of the dumps`),
    nameColumn(
      'tensor',
      t`Output`,
      t`Tensor that was not compared`,
      left.map(({ name }) => name),
    ),
    textColumn(
      'why',
      t`Why`,
      t`Why it was not`,
      [30, 'rest'],
      left.map(({ why }) => why),
    ),
  ];
}
