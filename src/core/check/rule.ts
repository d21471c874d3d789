import type { OddNumbers } from '../formats/format.js';
import { formatById } from '../formats/index.js';
import { entryBits, type CalibrationTable } from '../table/table.js';
import { finding, type Finding } from '../findings/finding.js';
import type { RuleId } from '../findings/catalogue.js';

/** A pure function from a table to what one rule finds in it; `lines` gives each entry's line, where there are lines. */
export type Rule = (table: CalibrationTable, lines: ArrayLike<number>) => Finding[];

/**
 * A rule that looks at one entry's float32 scale at a time.
 * @param describe the message for an entry that breaks the rule, or null for one that doesn't; it is told what
 *   the format's readers do with odd numbers
 */
export function bitsRule(rule: RuleId, describe: (bits: number, odd: OddNumbers) => string | null): Rule {
  return (table, lines) => {
    const { oddNumbers } = formatById(table.format);
    return table.names.flatMap((entry, index) => {
      const message = describe(entryBits(table, index), oddNumbers);
      return message === null ? [] : [finding(rule, message, { entry, index, line: lines[index] })];
    });
  };
}
