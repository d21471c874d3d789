/** Two files that say the same: in which way they still differ, in one sentence. */
import type { TableDocument } from '../formats/format.js';
import type { Diff } from './diff.js';
import { t } from '../texts/translate.js';

type Side = Pick<TableDocument, 'bytes' | 'table'>;

/**
 * What alone differs between two files whose entries say the same, or null when the entries differ.
 * Scales have to be equal to the bit, whatever threshold the diff was made with.
 */
export function likenessOf(before: Side, after: Side, { pairs, removed, added, verdict }: Diff): string | null {
  if (sameBytes(before.bytes, after.bytes)) return t`The files are the same, byte for byte.`;
  if (sameBytes(withoutReturns(before.bytes), withoutReturns(after.bytes))) return t`The same but for line ends.`;
  if (!verdict.related || removed.length + added.length > 0 || pairs.some(({ log2Ratio }) => log2Ratio !== 0))
    return null;
  const isRenamed = pairs.some(({ how }) => how !== 'same-name');
  const differing = [
    before.table.format !== after.table.format && t`format`,
    before.table.header.raw !== after.table.header.raw && t`header`,
    isRenamed && t`names`,
    pairs.some(({ oldIndex, newIndex }) => oldIndex !== newIndex) && t`line order`,
  ].filter((word) => word !== false);
  const scales = isRenamed ? t` All scales are equal.` : '';
  return differing.length === 0
    ? t`The same entries in the same order: only their spelling differs.`
    : t`Only ${listed(differing)} ${verb(differing)}.${scales}`;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A carriage return means nothing to any of the readers when a line feed follows. */
function withoutReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, i) => byte !== 13 || bytes[i + 1] !== 10);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : t`${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function verb(words: readonly string[]): string {
  return words.length > 1 || words[0] === t`names` ? t`differ` : t`differs`;
}
