import { whyNoText } from '../../core/bytes/textFitness.js';
import { t } from '../../core/texts/translate.js';

/** Up to this size VS Code's text follows an edit of the table, and the table one of the text, without a stall. */
export const LARGEST_LINKED_BYTES = 8 * 1024 * 1024;

/** Why a table can't be one content with VS Code's text of the file, in a few words; null where it can. */
export function whyNotLinked(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST_LINKED_BYTES) return t`it is larger than ${LARGEST_LINKED_BYTES / 1024 / 1024} MB`;
  return whyNoText(bytes);
}
