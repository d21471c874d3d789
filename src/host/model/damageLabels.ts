import { decibelText } from '../../core/run/report/decibelText.js';
import type { LabelColumn } from '../../protocol/table.js';
import type { KeptRun } from './runStore.js';

/** What each tensor does to the outputs, as a column of its table. */
export function damageLabels({ asked, answer, entryNames }: KeptRun, model: string): Omit<LabelColumn, 'id'> {
  const tensors = answer.rankings[0]?.tensors ?? [];
  const entryOf = new Map(entryNames);
  const what = 'noise' in asked.inputs ? ', by noise' : '';
  return {
    label: 'Outputs',
    hint: `Decibels of the outputs when this tensor alone is quantized, by ${model}${what}: the fewest hurt most`,
    names: tensors.map(({ name }) => entryOf.get(name) ?? name),
    texts: tensors.map(({ aloneDb }) => decibelText(aloneDb)),
    numbers: tensors.map(({ aloneDb }) => aloneDb),
  };
}
