import { finding } from '../../findings/finding.js';
import type { Rule } from '../rule.js';
import { emptinessOf } from '../../formats/emptiness.js';

/** About the whole file: a table that says nothing of any tensor. */
export const noEntries: Rule = (document) => {
  const sentence = emptinessOf(document);
  return sentence === null ? [] : [finding('no-entries', sentence)];
};
