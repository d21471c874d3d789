/** Numbers of another network: refused, unless the user insists. */
import { Option } from 'commander';
import { alignTables, type Alignment } from '../core/diff/align/align.js';
import type { CalibrationTable } from '../core/table/table.js';
import { insistedOn } from '../core/transfer/strangers.js';
import { Failure } from './failure.js';

/** The option to go on all the same. */
export function forceUnrelated(): Option {
  return new Option('--force-unrelated', 'go on though the tables seem to be of different networks');
}

/**
 * Stops where numbers would go from one network's table into another's.
 * @throws {Failure} with the figures, unless the user insists
 */
export function stopAtStrangers(
  { refusal }: { readonly refusal?: string | null },
  { forceUnrelated: isForced }: { readonly forceUnrelated?: true },
): void {
  if (refusal && !isForced)
    throw new Failure(
      `${refusal} Their numbers do not belong together, so nothing was written; --force-unrelated goes on all the same.`,
    );
}

/** The alignment of two tables between which numbers are to go; a user who insists takes equal names for one tensor. */
export function alignmentFor(own: CalibrationTable, other: CalibrationTable, isForced: boolean): Alignment {
  const alignment = alignTables(own, other);
  return isForced ? insistedOn(alignment) : alignment;
}
