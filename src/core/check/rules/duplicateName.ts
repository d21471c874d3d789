import { finding } from '../../findings/finding.js';
import type { Rule } from '../rule.js';

export const duplicateName: Rule = ({ table: { names }, spans: { line: lines } }) => {
  const first = new Map<string, number>();
  return names.flatMap((entry, index) => {
    const before = first.get(entry);
    if (before === undefined) {
      first.set(entry, index);
      return [];
    }
    const where = lines[before] ? `line ${lines[before]}` : `entry ${before + 1}`;
    return [
      finding('duplicate-name', `"${entry}" stands already in ${where}; which one counts depends on the reader.`, {
        entry,
        index,
        line: lines[index],
      }),
    ];
  });
};
