/** Options that commands share, and values of options, checked. */
import { InvalidArgumentError, Option } from 'commander';
import { RULE_IDS, type RuleSettings } from '../core/check/index.js';
import type { Limit } from '../core/check/limits.js';
import { Failure } from './failure.js';

const LEVELS = ['off', 'info', 'warning', 'error'] as const;

/** `zero-scale=off`, added to the settings so far. */
export function parseRule(text: string, settings: RuleSettings = {}): RuleSettings {
  const [, id, wanted] = /^([^=]*)=(.*)$/.exec(text) ?? [];
  const rule = RULE_IDS.find((known) => known === id);
  const level = LEVELS.find((known) => known === wanted);
  if (id === undefined) throw new InvalidArgumentError('Write it like zero-scale=off.');
  if (!rule) throw new InvalidArgumentError(`There is no rule "${id}". Rules: ${RULE_IDS.join(', ')}.`);
  if (!level) throw new InvalidArgumentError(`"${wanted ?? ''}" is none of ${LEVELS.join(', ')}.`);
  return { ...settings, [rule]: level };
}

/** `*softmax=0.1..1`, added to the limits so far. */
export function parseLimit(text: string, limits: readonly Limit[] = []): readonly Limit[] {
  const [, pattern = '', low = '', high = ''] = /^(.+)=([^=]*?)\.\.([^=]*)$/.exec(text) ?? [];
  const [below, above] = [low, high].map((end) => (end.trim() === '' ? null : Number(end)));
  const isNumber = (end: number | null | undefined): boolean => end === null || (end !== undefined && end >= 0);
  if (pattern === '' || (low + high).trim() === '' || !isNumber(below) || !isNumber(above))
    throw new InvalidArgumentError('Write it like "*softmax*=0.1..1" or "*=..100".');
  return [
    ...limits,
    { pattern, ...(typeof below === 'number' && { below }), ...(typeof above === 'number' && { above }) },
  ];
}

/** A number that is not negative. */
export function parseThreshold(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0))
    throw new InvalidArgumentError('Expected a number that is not negative, such as 0.01.');
  return number;
}

/** An option of a later version: taken, not advertised, refused with a sentence of its own. */
export function laterOption(flags: string): Option {
  return new Option(flags).hideHelp();
}

/** Throws {@link Failure} when one of these options was given. */
export function refuseLater(options: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  throw new Failure(`${flagOf(given)} is not supported by this version.`);
}

/** An option that excludes the others: of several ways to write a result, one. */
export function outputOptions(flags: Readonly<Record<string, string>>): Option[] {
  const names = Object.keys(flags);
  return names.map((name) => new Option(`--${name}`, flags[name]).conflicts(names.filter((other) => other !== name)));
}

/** Throws {@link Failure} when one of these options was given where it means nothing. */
export function refuseOptions(options: object, names: readonly string[], why: string): void {
  const given = names.filter((name) => (options as Readonly<Record<string, unknown>>)[name] !== undefined);
  if (given.length > 0) throw new Failure(`${given.map(flagOf).join(', ')}: ${why}.`);
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
