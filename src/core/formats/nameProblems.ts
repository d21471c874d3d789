import { escapedText, utf8Bytes } from '../bytes/bytes.js';
import { t } from '../texts/translate.js';

/** Why a name would not come back from a file that keeps it as UTF-8 text, or null. */
export function utf8NameProblem(name: string): string | null {
  if (name.startsWith('\ufeff')) return t`The name begins with a byte order mark, which readers take for none of it.`;
  return /[\ud800-\udfff]/u.test(name) && escapedText(utf8Bytes(name)) !== name
    ? t`The name holds half of a character, which no file of UTF-8 text can keep.`
    : null;
}
