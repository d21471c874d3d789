/** Blocks of a network by what names have in common: `res2a`, `/model.9/`, `model.layers.0.`. */
import { unnamedLayer } from './entryNames.js';

/** Entries whose names begin alike. */
export interface Group {
  /** What their names begin with. */
  readonly prefix: string;
  /** What of it tells the group from the others of its parent. */
  readonly label: string;
  /** All of its entries, those of its groups too, ascending. */
  readonly entries: readonly number[];
  /** The groups in it, in the order in which they come. */
  readonly groups: readonly Group[];
}

/** What stands between the parts of a name; the first of them that occurs in it. */
const SEPARATORS = ['/', '.', '_'] as const;

/** The groups of two or more entries; names that TensorRT made up belong to none. */
export function groupsOf(names: readonly string[]): readonly Group[] {
  return groupsUnder(
    names,
    [...names.keys()].filter((entry) => !unnamedLayer(names[entry] ?? '')),
    '',
  );
}

/** The groups of entries whose names begin with a prefix; those in them are made when they are asked for. */
function groupsUnder(names: readonly string[], entries: readonly number[], prefix: string): Group[] {
  return [...byNextPart(names, entries, prefix.length)]
    .filter(([, members]) => members.length > 1)
    .map(([part, members]) => groupOf(names, members, prefix, prefix + part));
}

function groupOf(names: readonly string[], entries: readonly number[], parent: string, own: string): Group {
  const prefix = longest(names, entries, own);
  let groups: readonly Group[] | null = null;
  return {
    prefix: trimmed(prefix),
    label: trimmed(prefix.slice(parent.length)),
    entries,
    get groups() {
      groups ??= groupsUnder(names, entries, prefix);
      return groups;
    },
  };
}

/** A group that holds nothing but another one is that other one. */
function longest(names: readonly string[], entries: readonly number[], prefix: string): string {
  const part = nextPart(names[entries[0] ?? -1] ?? '', prefix.length);
  if (part === null || !entries.every((entry) => nextPart(names[entry] ?? '', prefix.length) === part)) return prefix;
  return longest(names, entries, prefix + part);
}

function byNextPart(names: readonly string[], entries: readonly number[], from: number): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  for (const entry of entries) {
    const part = nextPart(names[entry] ?? '', from);
    if (part === null) continue;
    const members = parts.get(part);
    if (members) members.push(entry);
    else parts.set(part, [entry]);
  }
  return parts;
}

/**
 * The part of a name that begins at a place, with the separator that ends it: `/model.9/`, `cv1/`; null for the last one. Where
 * a whole name is what others go on from it is a part: `res2a` and `res2a_branch2a` are of one block.
 */
function nextPart(name: string, from: number): string | null {
  // A separator that a name begins with is part of its first part.
  const separator = SEPARATORS.find((sign) => name.indexOf(sign, 1) > 0);
  if (separator === undefined) return from === 0 && name !== '' ? `${name}_` : null;
  const end = name.indexOf(separator, Math.max(1, from));
  return end < 0 ? null : name.slice(from, end + 1);
}

/** An underscore at the end is a separator only: the block is called `res2a`. */
function trimmed(prefix: string): string {
  return prefix.replace(/_$/, '');
}
