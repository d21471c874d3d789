/** New names for several entries, all given at once: what counts is that no two entries end up with one name. */
import { t } from '../texts/translate.js';

export interface RenameProblem {
  /** The entry that can't get its name. */
  readonly index: number;
  /** Why, as a sentence for the user. */
  readonly problem: string;
}

/** The first entry that can't get its new name because another one has it then; null when all can. */
export function twinProblem(names: readonly string[], renamed: ReadonlyMap<number, string>): RenameProblem | null {
  const owners = new Map<string, number>();
  names.forEach((name, index) => {
    if (!renamed.has(index) && !owners.has(name)) owners.set(name, index);
  });
  for (const [index, name] of renamed) {
    const owner = owners.get(name);
    // Who keeps a name that stands in the file twice makes nothing worse.
    if (owner !== undefined && name !== names[index])
      return { index, problem: t`Entry ${owner + 1} has this name already.` };
    if (owner === undefined) owners.set(name, index);
  }
  return null;
}
