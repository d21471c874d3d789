import { finding, type Finding } from '../../findings/finding.js';
import type { TableDocument } from '../../formats/format.js';
import { t } from '../../texts/translate.js';

/** Every entry whose name stands before it already. `repeated` are the names that stand there more than once. */
export function duplicateNames(
  { table: { names }, spans: { line: lines } }: TableDocument,
  repeated: ReadonlySet<string>,
): Finding[] {
  if (repeated.size === 0) return [];
  const first = new Map<string, number>();
  return names.flatMap((entry, index) => {
    if (!repeated.has(entry)) return [];
    const before = first.get(entry);
    if (before === undefined) {
      first.set(entry, index);
      return [];
    }
    const where = lines[before] ? t`line ${lines[before]}` : t`entry ${before + 1}`;
    return [
      finding('duplicate-name', t`"${entry}" stands already in ${where}; which one counts depends on the reader.`, {
        entry,
        index,
        line: lines[index],
      }),
    ];
  });
}
