/** What a profile can draw of each entry. Pure. */
import { isDrawable } from '../../../src/core/table/stats.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { nameAt, type TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

export const MEASURES = ['range', 'amax', 'sqnr', 'outputs'] as const;
export type Measure = (typeof MEASURES)[number];

export interface MeasureKind {
  readonly label: string;
  readonly hint: string;
  /** Begins the sentence on the picture. */
  readonly subject: string;
  /** Logarithmic axes are in log10; decibels are a logarithm already. */
  readonly isLog: boolean;
  /** The number of an entry; NaN where it has none. */
  readonly valueAt: (model: TableModel, entry: number) => number;
  /** How such a number is written. */
  readonly text: (value: number) => string;
}

export const MEASURE_KINDS: Readonly<Record<Measure, MeasureKind>> = {
  range: {
    ...{ label: t`Range`, hint: t`± the dynamic range`, subject: t`Dynamic range`, isLog: true },
    valueAt: ({ ranges }, entry) => ranges[entry] ?? NaN,
    text: (value) => `± ${plainNumber(value)}`,
  },
  amax: {
    ...{ label: t`Largest |x|`, hint: t`The largest value of the histogram`, subject: t`Largest |x|`, isLog: true },
    valueAt: (model, entry) => {
      const [low, high] = model.values?.of(nameAt(model, entry))?.bounds ?? [NaN, NaN];
      return Math.max(Math.abs(low), Math.abs(high));
    },
    text: (value) => plainNumber(value),
  },
  sqnr: {
    ...{
      label: 'SQNR',
      hint: t`Signal to noise of the tensor's own values`,
      subject: t`SQNR in decibels`,
      isLog: false,
    },
    valueAt: (model, entry) => model.values?.of(nameAt(model, entry))?.under(model.ranges[entry] ?? NaN).sqnrDb ?? NaN,
    text: (value) => `${plainNumber(value, 3)} dB`,
  },
  outputs: {
    ...{ label: t`Outputs`, hint: t`Decibels of the outputs when the tensor alone is quantized`, isLog: false },
    subject: t`Decibels of the outputs when the tensor alone is quantized`,
    valueAt: (model, entry) => outputsOf(model).get(nameAt(model, entry)) ?? NaN,
    text: (value) => `${plainNumber(value, 3)} dB`,
  },
};

/** The number as it is drawn; NaN for one that has no place on the axis. */
export function heightAt(model: TableModel, measure: Measure, entry: number): number {
  const { valueAt, isLog } = MEASURE_KINDS[measure];
  const value = valueAt(model, entry);
  if (isLog) return isDrawable(value) ? Math.log10(value) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

/** What there is to draw of a table. */
export function measuresOf(model: TableModel): readonly Measure[] {
  const hasValues = model.values?.hasAny(model.table.names) === true;
  return MEASURES.filter((measure) => {
    if (measure === 'range') return true;
    return measure === 'outputs' ? outputsOf(model).size > 0 : hasValues;
  });
}

const known = new WeakMap<TableModel, ReadonlyMap<string, number>>();

function outputsOf(model: TableModel): ReadonlyMap<string, number> {
  const made = known.get(model);
  if (made) return made;
  const { names = [], numbers = [] } = model.labels.find(({ id }) => id === 'outputs') ?? {};
  const outputs = new Map(names.map((name, at) => [name, numbers[at] ?? NaN]));
  known.set(model, outputs);
  return outputs;
}
