import type { Naming } from './match.js';
import { t } from '../texts/translate.js';

/** A network that knows fewer of a table's entries than this is another one: all have an input named `data` or `images`. */
const OWN_SHARE = 0.1;
/** Of fewer entries nothing can be told. */
const FEWEST = 4;

/** A sentence for a network that does not seem to be the one that a table was made for, with its figures; null where it may be. */
export function otherNetwork(
  entries: number,
  { unknownEntries, importerMade }: Pick<Naming, 'unknownEntries' | 'importerMade'>,
): string | null {
  const fitting = entries - unknownEntries.length - importerMade.length;
  if (entries < FEWEST || fitting >= OWN_SHARE * entries) return null;
  return t`The network fits ${fitting} of the table's ${entries} entries: is it another network?`;
}
