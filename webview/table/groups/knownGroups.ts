import { groupsOf, type Group } from '../../../src/core/table/groups.js';

const known = new WeakMap<readonly string[], readonly Group[]>();

/** The groups of a list of names, made when they are first asked for: an edit of a number changes no name. */
export function knownGroups(names: readonly string[]): readonly Group[] {
  const groups = known.get(names) ?? groupsOf(names);
  known.set(names, groups);
  return groups;
}
