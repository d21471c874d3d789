/** Limits that a user sets for ranges of tensors: how large or small they may be, by the names of tensors. */
import { finding, type Finding } from '../findings/finding.js';
import type { TableDocument } from '../formats/format.js';
import { rangesOf } from '../table/stats.js';
import { t } from '../texts/translate.js';

/** A limit for all tensors whose name fits. */
export interface Limit {
  /** A name, in which `*` stands for anything. */
  readonly pattern: string;
  /** Largest and smallest dynamic range (127 × scale) that is in order. */
  readonly above?: number;
  readonly below?: number;
}

/** What lies beyond a limit; of several that an entry breaks the same way, the first one says so. */
export function limitFindings({ table, spans }: TableDocument, limits: readonly Limit[]): Finding[] {
  if (limits.length === 0) return [];
  const ranges = rangesOf(table);
  const tests = limits.map((limit) => ({ limit, fits: nameTest(limit.pattern) }));
  return table.names.flatMap((entry, index) => {
    const range = ranges[index] ?? NaN;
    const place = { entry, index, line: spans.line[index] };
    const over = tests.find(({ limit, fits }) => range > (limit.above ?? Infinity) && fits(entry))?.limit;
    const under = tests.find(({ limit, fits }) => range < (limit.below ?? -Infinity) && fits(entry))?.limit;
    const sentence = (how: string, limit: number | undefined, pattern: string): string =>
      t`The range ±${Number(range.toPrecision(6))} is ${how} ${limit}, the limit that you set for "${pattern}".`;
    return [
      ...(over ? [finding('range-above', sentence('above', over.above, over.pattern), place)] : []),
      ...(under ? [finding('range-below', sentence('below', under.below, under.pattern), place)] : []),
    ];
  });
}

/** Limits as settings have them: `{"pattern": {"above": 6, "below": 0.01}}`. What is none is left out: the settings' own check tells it. */
export function limitsOf(setting: unknown): Limit[] {
  if (typeof setting !== 'object' || setting === null) return [];
  return Object.entries(setting).flatMap(([pattern, limit]: [string, unknown]) => {
    const { above, below } = (limit ?? {}) as { above?: unknown; below?: unknown };
    const known = {
      ...(typeof above === 'number' && { above }),
      ...(typeof below === 'number' && { below }),
    };
    return Object.keys(known).length > 0 ? [{ pattern, ...known }] : [];
  });
}

/** Whether a name fits a pattern with stars, in time that grows with the name alone: names and patterns may be long. */
export function nameTest(pattern: string): (name: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (name) => name === pattern;
  return (name) => {
    if (!name.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = name.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
  };
}
