/** The rules, in the order in which their findings about one line are told. */
import type { Rule } from './rule.js';
import { byteSwapped, swappedEntries } from './rules/byteSwapped.js';
import { denormalScale } from './rules/denormalScale.js';
import { negativeScale } from './rules/negativeScale.js';
import { nonFiniteScale } from './rules/nonFiniteScale.js';
import { blankAroundName } from './rules/blankAroundName.js';
import { implausibleScale } from './rules/implausibleScale.js';
import { neverCalibrated } from './rules/neverCalibrated.js';
import { noEntries } from './rules/noEntries.js';
import { otherSignedness } from './rules/otherSignedness.js';
import { tensorKeyed } from './rules/tensorKeyed.js';
import { zeroScale } from './rules/zeroScale.js';

/** About the file as a whole: looked at after each edit, so they must be quick. */
export const FILE_RULES: readonly Rule[] = [noEntries, neverCalibrated, tensorKeyed, byteSwapped];

/** About one entry at a time, whatever stands in the others: after an edit only new entries are looked at. */
export const ENTRY_RULES: readonly Rule[] = [
  swappedEntries,
  blankAroundName,
  zeroScale,
  nonFiniteScale,
  negativeScale,
  denormalScale,
  implausibleScale,
  otherSignedness,
];

/** Rules that have nothing to say of entries where the whole file has its bytes in the other order: that is said once. */
export const NOT_IF_SWAPPED: ReadonlySet<Rule> = new Set([swappedEntries, implausibleScale]);
