import type { Column } from '../../shared/grid/column.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { nameAt, type TableModel } from '../model.js';
import { drawSparkline } from './sparkline.js';
import { shareText, decibelText, TOO_COARSE } from '../../shared/text/shares.js';
import type { RangeEffect, TensorValues } from './values.js';
import { t } from '../../../src/core/texts/translate.js';

const NO_HISTOGRAM = t`There is no histogram of its values`;

/** What the values look like, and what each range does to them; without histograms these columns are not there. */
export function valueColumns(model: TableModel): readonly Column[] {
  const isEmpty = !model.values?.hasAny(model.table.names);
  const valuesAt = (entry: number): TensorValues | null => model.values?.of(nameAt(model, entry)) ?? null;
  const rangeAt = (entry: number): number => model.ranges[entry] ?? NaN;
  const effectAt = (entry: number): RangeEffect | null => valuesAt(entry)?.under(rangeAt(entry)) ?? null;
  const number = (
    id: 'clipped' | 'sqnrDb',
    text: (number: number) => string,
  ): Partial<Column> & Pick<Column, 'text'> => {
    const numberAt = (entry: number): number => effectAt(entry)?.[id] ?? NaN;
    return {
      number: numberAt,
      sort: numberAt,
      text: (entry) => text(numberAt(entry)),
      title: (entry) => {
        const effect = effectAt(entry);
        if (!effect) return NO_HISTOGRAM;
        return effect.isTooCoarse ? TOO_COARSE : text(numberAt(entry));
      },
      copy: (entry) => (Number.isNaN(numberAt(entry)) ? '' : String(numberAt(entry))),
    };
  };
  return [
    {
      id: 'values',
      label: t`Values`,
      hint: t`Histogram of the values (counts by their logarithm), with ± the range marked where it clips`,
      width: [12, 12],
      givesWay: 3,
      isEmpty,
      text: (entry) => valuesText(valuesAt(entry)),
      draw: (cell, entry) => drawSparkline(cell, valuesAt(entry), rangeAt(entry)),
      sort: (entry) => valuesAt(entry)?.count ?? NaN,
    },
    {
      id: 'clipped',
      label: t`Clipped`,
      hint: t`Share of the values beyond ± the range`,
      width: [11, 11],
      align: 'end',
      givesWay: 5,
      isEmpty,
      descendsFirst: true,
      term: 'clipped',
      ...number('clipped', shareText),
    },
    {
      id: 'sqnr',
      label: 'SQNR',
      hint: t`Signal to quantization noise of the tensor's own values under this range, in decibels: more is better`,
      width: [10, 10],
      align: 'end',
      givesWay: 4,
      isEmpty,
      term: 'sqnr',
      ...number('sqnrDb', decibelText),
    },
  ];
}

function valuesText(values: TensorValues | null): string {
  if (!values) return '';
  return values.bounds.map((end) => plainNumber(end)).join(t` to `);
}
