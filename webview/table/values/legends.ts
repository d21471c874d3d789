/** What rows are coloured by, in the colours that Model Explorer gets: pure. */
import { BY_DECIBELS, BY_FATE, BY_SHARE, FATE, stepOf, type Step } from '../../../src/core/report/legends.js';
import type { LabelColumn } from '../../../src/protocol/table.js';
import { isOneOf } from '../../../src/protocol/common.js';
import { FATES } from '../../../src/core/build/fateNames.js';
import { counted } from '../../../src/core/render/counts.js';
import type { Choice } from '../../shared/filter/term.js';
import { nameAt, type TableModel } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';

export interface Legend {
  /** The column that it is about. */
  readonly column: string;
  readonly label: string;
  /** Each with how many entries it is of. */
  readonly steps: readonly (Step & { readonly count: number })[];
  readonly stepAt: (entry: number) => Step | null;
}

const known = new WeakMap<TableModel, readonly Legend[]>();

/** The legends of what is known of a table; none where nothing is. */
export function legendsOf(model: TableModel): readonly Legend[] {
  const legends = known.get(model) ?? [...clipped(model), ...labelled(model)];
  known.set(model, legends);
  return legends;
}

/** What the filter box can ask by them. */
export function legendFlags(model: TableModel): readonly Choice[] {
  return legendsOf(model).flatMap(({ steps, stepAt, label }) =>
    steps.map(({ flag, label: step, count }) => ({
      value: flag,
      hint: `${label}, ${step}: ${counted(count, t`entry`, t`entries`)}`,
      test: (entry: number) => stepAt(entry)?.flag === flag,
    })),
  );
}

function clipped(model: TableModel): Legend[] {
  if (!model.values?.hasAny(model.table.names)) return [];
  const share = (entry: number): number =>
    100 * (model.values?.of(nameAt(model, entry))?.under(model.ranges[entry] ?? NaN).clipped ?? NaN);
  return [legend(model, { column: 'clipped', label: t`Clipped`, steps: BY_SHARE, valueAt: share })];
}

function labelled(model: TableModel): Legend[] {
  return model.labels.flatMap((column) => {
    if (column.id === 'mark' || column.id === 'from') return [];
    const numbers = numbersOf(column);
    const valueAt = (entry: number): number => numbers.get(nameAt(model, entry)) ?? NaN;
    const steps = column.id === 'fate' ? BY_FATE : BY_DECIBELS;
    return [legend(model, { column: column.id, label: column.label, steps, valueAt })];
  });
}

function numbersOf({ names, texts, numbers }: LabelColumn): Map<string, number> {
  const fate = (text: string | undefined): number => (isOneOf(FATES, text) ? FATE[text] : NaN);
  return new Map(names.map((name, at) => [name, numbers ? (numbers[at] ?? NaN) : fate(texts[at])]));
}

interface Coloured {
  readonly column: string;
  readonly label: string;
  readonly steps: readonly Step[];
  readonly valueAt: (entry: number) => number;
}

function legend(model: TableModel, { steps, valueAt, ...rest }: Coloured): Legend {
  const stepAt = (entry: number): Step | null => stepOf(steps, valueAt(entry));
  const counts = new Map<Step, number>();
  for (let entry = 0; entry < model.table.names.length; entry++) {
    const step = stepAt(entry);
    if (step) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return {
    ...rest,
    stepAt,
    steps: steps.flatMap((step) => {
      const count = counts.get(step) ?? 0;
      return count > 0 ? [{ ...step, count }] : [];
    }),
  };
}
