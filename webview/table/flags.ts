import { floatKind } from '../../src/core/bytes/float32.js';
import { entryBits } from '../../src/core/table/table.js';
import { ruleLabel } from '../../src/core/findings/ruleLabel.js';
import type { Finding } from '../../src/core/findings/finding.js';
import { counted } from '../../src/core/render/counts.js';
import type { Choice, Term } from '../shared/filter/term.js';
import { groupName, knownGroups } from './groups/knownGroups.js';
import { knownProfile } from './profile/knownProfile.js';
import { legendFlags } from './values/legends.js';
import { findingsAt, SEVERITIES, type TableModel } from './model.js';
import { t } from '../../src/core/texts/translate.js';

/** What an entry can be, for the filter box: `is:zero`. */
export function flagsOf(model: TableModel): readonly Choice[] {
  const range = (entry: number): number => model.ranges[entry] ?? NaN;
  const { zeros, infinities, nans, negatives } = model.summary;
  return [
    { value: 'zero', hint: entries(zeros), test: (entry) => range(entry) === 0 },
    { value: 'inf', hint: entries(infinities), test: (entry) => Math.abs(range(entry)) === Infinity },
    { value: 'nan', hint: entries(nans), test: (entry) => Number.isNaN(range(entry)) },
    { value: 'negative', hint: entries(negatives), test: (entry) => range(entry) < 0 && range(entry) !== -Infinity },
    {
      value: 'denormal',
      hint: t`scales below 1.18e-38`,
      test: (entry) => floatKind(entryBits(model.table, entry)) === 'denormal',
    },
    {
      value: 'outlier',
      hint: t`standing out from the ranges around it`,
      test: (entry) => isOutlier(model, entry),
    },
    {
      value: 'edited',
      hint: t`since the last save: ${entries(model.edits.count)}`,
      test: (entry) => (model.edits.kinds[entry] ?? 0) > 0,
    },
    { value: 'finding', hint: entries(model.findingsOf.size), test: (entry) => model.findingsOf.has(entry) },
    ...legendFlags(model),
  ];
}

function isOutlier(model: TableModel, entry: number): boolean {
  const { outliers, positionOf } = knownProfile(model);
  return outliers.has(positionOf[entry] ?? -1);
}

/** Asks for a block by what its names begin with: `group:res2a`. */
export function groupTerm(model: TableModel): Term {
  return {
    kind: 'text',
    key: 'group',
    hint: t`What the name begins with`,
    fromStart: true,
    text: (entry) => groupName(model, entry),
    values: () => knownGroups(model).map(({ prefix }) => prefix),
  };
}

/** What can be asked of findings: their severities, and the rules by which there are some. */
export function findingChoices(model: TableModel): readonly Choice[] {
  const counts = new Map<Finding['rule'], number>();
  for (const found of model.findingsOf.values())
    for (const rule of new Set(found.map((one) => one.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [
    ...SEVERITIES.map((value) => ({
      value,
      hint: t`of this severity`,
      test: (entry: number) => findingsAt(model, entry).some(({ severity }) => severity === value),
    })),
    ...[...counts].map(([value, count]) => ({
      value,
      label: ruleLabel(value),
      hint: entries(count),
      test: (entry: number) => findingsAt(model, entry).some(({ rule }) => rule === value),
    })),
  ];
}

function entries(count: number): string {
  return counted(count, t`entry`, t`entries`);
}
