import { groupsOf, type Group } from '../../../src/core/table/groups.js';
import type { TableModel } from '../model.js';

/** What an entry is grouped by: its name, or the blob that its layer writes where it has none of its own. */
export function groupName({ table, places }: Pick<TableModel, 'table' | 'places'>, entry: number): string {
  return places?.blobs[entry] || (table.names[entry] ?? '');
}

interface Known {
  readonly blobs: readonly string[] | undefined;
  readonly groups: readonly Group[];
}

const known = new WeakMap<readonly string[], Known>();

/** The groups of a table, made when they are first asked for: an edit of a number changes no name. */
export function knownGroups({ table, places }: TableModel): readonly Group[] {
  const { names } = table;
  const blobs = places?.blobs;
  const latest = known.get(names);
  if (latest && latest.blobs === blobs) return latest.groups;
  const groups = groupsOf(blobs ? names.map((_, entry) => groupName({ table, places }, entry)) : names);
  known.set(names, { blobs, groups });
  return groups;
}
