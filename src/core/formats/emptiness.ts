import type { TableDocument } from './format.js';
import { t } from '../texts/translate.js';

/** Why a table without entries has none, as far as the file tells; null for one that has some. */
export function emptinessOf({ table, kept = [] }: Pick<TableDocument, 'table' | 'kept'>): string | null {
  if (table.names.length > 0) return null;
  if (kept.length === 0) return t`The table has no entries: nothing was calibrated.`;
  const parts = kept.map(({ title, items }) => `${title} (${items.length})`).join(', ');
  return t`The table has no entries for activations: it keeps only ${parts}.`;
}
