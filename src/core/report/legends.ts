/** The colours of numbers along a network: the same in Model Explorer and beside our own rows. */
import type { Fate } from '../build/fates.js';
import type { Severity } from '../findings/finding.js';
import { t } from '../texts/translate.js';
import { word } from '../texts/words.js';

/** Up to `value` a number has the colour. */
export interface Step {
  readonly value: number;
  readonly bgColor: string;
  /** What the filter box calls such entries. */
  readonly flag: string;
  /** What it means, for people. */
  readonly label: string;
}

export const BY_SEVERITY: readonly Step[] = [
  { value: 0, bgColor: '#ffffff', flag: 'fine', label: t`nothing found` },
  { value: 1, bgColor: '#d6e9ff', flag: 'info', label: word('info') },
  { value: 2, bgColor: '#ffe08a', flag: 'warning', label: word('warning') },
  { value: 3, bgColor: '#ff9e94', flag: 'error', label: word('error') },
];
export const SEVERITY: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** Percent: what is clipped of a tensor's values. */
export const BY_SHARE: readonly Step[] = [
  { value: 0.001, bgColor: '#ffffff', flag: 'unclipped', label: t`next to nothing` },
  { value: 0.1, bgColor: '#ffe08a', flag: 'clipped-little', label: t`up to 0.1 %` },
  { value: 100, bgColor: '#ff9e94', flag: 'clipped-much', label: t`more` },
];

/** Decibels of the outputs with one tensor in INT8. */
export const BY_DECIBELS: readonly Step[] = [
  { value: 20, bgColor: '#ff9e94', flag: 'outputs-lost', label: t`up to 20 dB` },
  { value: 35, bgColor: '#ffe08a', flag: 'outputs-hurt', label: t`up to 35 dB` },
  { value: 200, bgColor: '#ffffff', flag: 'outputs-kept', label: t`more` },
];

export const BY_FATE: readonly Step[] = [
  { value: 0, bgColor: '#c7e9c0', flag: 'fate-used', label: t`used in INT8` },
  { value: 1, bgColor: '#d6e9ff', flag: 'fate-float', label: t`there, and not INT8` },
  { value: 2, bgColor: '#ffe08a', flag: 'fate-overridden', label: t`overridden by a Concat's scale` },
  { value: 3, bgColor: '#ff9e94', flag: 'fate-differs', label: t`another scale was used` },
  { value: 4, bgColor: '#d9d9d9', flag: 'fate-absent', label: t`not in the engine` },
];
/** Without a number: the source lists no tensors. */
export const FATE: Readonly<Record<Fate, number>> = {
  used: 0,
  int8: 0,
  'not-int8': 1,
  overridden: 2,
  differs: 3,
  absent: 4,
  unknown: NaN,
};

/** The step of a number; null for what is none. */
export function stepOf(steps: readonly Step[], value: number): Step | null {
  return steps.find((step) => value <= step.value) ?? (value === Infinity ? (steps.at(-1) ?? null) : null);
}
