import type { Fate } from '../../src/core/build/fates.js';
import { FATES } from '../../src/core/build/fateNames.js';
import { LAYER_KINDS, type LayerKind } from '../../src/core/build/kindNames.js';
import type { BuildMessage } from '../../src/protocol/build.js';
import type { Choice } from '../shared/filter/term.js';
import type { Shown } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

/** What each kind of layer means. */
export const KIND_HINTS: Readonly<Record<LayerKind, string>> = {
  weighted: t`layers with weights`,
  int8: t`layers with INT8 weights`,
  'all-int8': t`INT8 weights, and all of their ends INT8`,
  'float-in': t`INT8 weights, and an input in float`,
  'float-out': t`INT8 weights, and an output in float`,
  'float-weights': t`INT8 is read, and computed in float: an INT8 input alone proves nothing`,
  island: t`computed in float between INT8 layers: each costs two conversions`,
  qdq: t`a Q or DQ that stayed a conversion of its own`,
  reformat: t`conversions that TensorRT put in, each paid for`,
  dla: t`boxes on the DLA: only their ends are visible`,
  'left-int8': t`in INT8 in the other build, and no longer in this one`,
  'came-to-int8': t`in INT8 in this build, and not in the other one`,
};

/** What each fate of an entry means. */
export const FATE_HINTS: Readonly<Record<Fate, string>> = {
  used: t`the build printed this very scale`,
  int8: t`the tensor is INT8 at some end; the source prints no scales`,
  differs: t`the build used another scale: it was made from another table`,
  overridden: t`an input of a Concat that TensorRT removed: it took the scale of the Concat's output`,
  'not-int8': t`the tensor is there and nowhere INT8: the scale was not used`,
  absent: t`not in the engine: fused away, or of another network. A fused kernel may still have used its scale`,
  unknown: t`the source lists no tensors`,
};

/** Of entries, against another build. */
export const CHANGED_HINT = t`another fate in the other build`;

/** A build, and what its rows amount to. */
export interface BuildModel {
  readonly message: BuildMessage;
  readonly kindCounts: Readonly<Record<LayerKind, number>>;
  readonly fateCounts: Readonly<Record<Fate, number>>;
  /** The entry of each name. */
  readonly entryOf: ReadonlyMap<string, number>;
}

export function modelOf(message: BuildMessage): BuildModel {
  const { kinds, entries } = message;
  return {
    message,
    kindCounts: counted(LAYER_KINDS, kinds.flat()),
    fateCounts: counted(FATES, entries?.fates ?? []),
    entryOf: new Map((entries?.names ?? []).map((name, entry) => [name, entry])),
  };
}

export function countOf({ message }: BuildModel, shown: Shown): number {
  return shown === 'layers' ? message.layers.length : (message.entries?.names.length ?? 0);
}

/** What the filter box can ask a row to be. */
export function flagsOf({ message: { kinds, entries, against } }: BuildModel, shown: Shown): readonly Choice[] {
  if (shown === 'layers')
    return LAYER_KINDS.map((value) => ({
      value,
      hint: KIND_HINTS[value],
      test: (row) => kinds[row]?.includes(value) === true,
    }));
  const byFate = FATES.map((value): Choice => ({
    value,
    hint: FATE_HINTS[value],
    test: (row) => entries?.fates[row] === value,
  }));
  const changed = {
    value: 'changed',
    hint: CHANGED_HINT,
    test: (row: number) => (against?.fates?.[row] ?? null) !== null,
  };
  return against ? [...byFate, changed] : byFate;
}

/** Why a layer is worth a look; empty for one that is not. */
export function remarkOf({ kinds, lacks }: BuildMessage, row: number): string {
  const has = (kind: LayerKind): boolean => kinds[row]?.includes(kind) === true;
  const missing = lacks[row] ?? [];
  if (has('left-int8')) return t`left INT8`;
  if (has('came-to-int8')) return t`came to INT8`;
  if (missing.length > 0) return t`no scale for ${missing.map((name) => `"${name}"`).join(', ')}`;
  if (has('island')) return t`in float between INT8 layers`;
  if (has('float-weights')) return t`reads INT8, computes in float`;
  if (has('qdq')) return t`a Q or DQ that stayed`;
  if (has('reformat')) return t`a conversion`;
  return has('dla') ? t`on the DLA` : '';
}

function counted<T extends string>(names: readonly T[], found: readonly T[]): Record<T, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>;
  for (const name of found) counts[name]++;
  return counts;
}
