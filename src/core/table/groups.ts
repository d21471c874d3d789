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

/** More levels than these are no blocks any more. */
const MOST_LEVELS = 6;
/** What stands between the parts of a name; the first of them that occurs in it. */
const SEPARATORS = ['/', '.', '_'] as const;

interface Node {
  readonly prefix: string;
  readonly entries: number[];
  readonly children: Map<string, Node>;
}

/** The groups of two or more entries; names that TensorRT made up belong to none. */
export function groupsOf(names: readonly string[]): readonly Group[] {
  const root = node('');
  names.forEach((name, entry) => {
    if (unnamedLayer(name)) return;
    let at = root;
    at.entries.push(entry);
    for (const part of partsOf(name)) {
      const next = at.children.get(part) ?? node(at.prefix + part);
      at.children.set(part, next);
      next.entries.push(entry);
      at = next;
    }
  });
  return groupsIn(root);
}

function node(prefix: string): Node {
  return { prefix, entries: [], children: new Map() };
}

/**
 * The parts of a name that may be groups, each with the separator that ends it: `/model.9/`, `cv1/`. The last part is one too
 * where names go on after it: `res2a` and `res2a_branch2a` are of one block.
 */
function partsOf(name: string): string[] {
  const separator = SEPARATORS.find((sign) => name.indexOf(sign, 1) > 0);
  if (separator === undefined) return [`${name}_`];
  const parts: string[] = [];
  let from = 0;
  while (parts.length < MOST_LEVELS) {
    // A separator that a name begins with is part of its first part.
    const end = name.indexOf(separator, Math.max(1, from));
    if (end < 0) break;
    parts.push(name.slice(from, end + 1));
    from = end + 1;
  }
  return parts;
}

/** Groups of one entry are none, and one that holds nothing but another is that other. */
function groupsIn(parent: Node): Group[] {
  return [...parent.children.values()]
    .filter(({ entries }) => entries.length > 1)
    .map(simplest)
    .map((child) => ({
      prefix: trimmed(child.prefix),
      label: trimmed(child.prefix.slice(parent.prefix.length)),
      entries: child.entries,
      groups: groupsIn(child),
    }));
}

function simplest(group: Node): Node {
  const [only, ...others] = group.children.values();
  return only && others.length === 0 && only.entries.length === group.entries.length ? simplest(only) : group;
}

/** An underscore at the end is a separator only: the block is called `res2a`. */
function trimmed(prefix: string): string {
  return prefix.replace(/_$/, '');
}
