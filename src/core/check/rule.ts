import type { OddNumbers, TableDocument } from '../formats/format.js';
import { entryBits } from '../table/table.js';
import { finding, type Finding } from '../findings/finding.js';
import type { RuleId } from '../findings/catalogue.js';

/** A pure function from a document to what one rule finds in it. */
export type Rule = (document: TableDocument) => Finding[];

/**
 * A rule that looks at one entry at a time.
 * @param describe the message for entry `index`, or null for one that does not break the rule
 */
export function entryRule(rule: RuleId, describe: (document: TableDocument, index: number) => string | null): Rule {
  return (document) => {
    const found: Finding[] = [];
    document.table.names.forEach((entry, index) => {
      const message = describe(document, index);
      if (message !== null) found.push(finding(rule, message, { entry, index, line: document.spans.line[index] }));
    });
    return found;
  };
}

/**
 * A rule that looks at one entry's float32 scale at a time.
 * @param describe the message for an entry that breaks the rule, or null for one that doesn't; it is told what
 *   the format's readers do with odd numbers
 */
export function bitsRule(rule: RuleId, describe: (bits: number, odd: OddNumbers) => string | null): Rule {
  return (document) => {
    const { oddNumbers } = document.format;
    return entryRule(rule, ({ table }, index) => describe(entryBits(table, index), oddNumbers))(document);
  };
}
