import { decibelText } from '../../core/run/report/decibelText.js';
import type { LabelColumn } from '../../protocol/table.js';
import type { KeptRun } from './runStore.js';
import { t } from '../../core/texts/translate.js';

/** What each tensor does to the outputs, as a column of its table. */
export function damageLabels({ asked, answer, entryNames }: KeptRun, model: string): Omit<LabelColumn, 'id'> {
  const tensors = answer.rankings[0]?.tensors ?? [];
  const entryOf = new Map(entryNames);
  const what = 'noise' in asked.inputs ? t`, by noise` : '';
  return {
    label: t`Outputs`,
    hint: t`Decibels of the outputs when this tensor alone is quantized, by ${model}${what}: the fewest hurt most`,
    names: tensors.map(({ name }) => entryOf.get(name) ?? name),
    texts: tensors.map(({ aloneDb }) => decibelText(aloneDb)),
    numbers: Float64Array.from(tensors, ({ aloneDb }) => aloneDb),
  };
}

/** Decibels of the outputs with each tensor alone in INT8, by the names of the table's entries. */
export function outputsByEntry({ answer, entryNames }: KeptRun): Map<string, number> {
  const entryOf = new Map(entryNames);
  const tensors = answer.rankings[0]?.tensors ?? [];
  return new Map(tensors.map(({ name, aloneDb }) => [entryOf.get(name) ?? name, aloneDb]));
}
