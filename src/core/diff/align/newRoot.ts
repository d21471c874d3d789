/**
 * Networks that were put into another module, or taken out of one: all names got another beginning (`/backbone/…` became
 * `/model/backbone/…`), and mean what they meant.
 */

/** The beginnings of names in two tables that stand for each other; one of them may be empty. */
export interface Roots {
  readonly old: string;
  readonly next: string;
}

/** Such a share of the smaller table's names has to be found under the other root. */
const MOST = 0.6;
/** With as many names that are the same as they stand, nothing was put anywhere. */
const FEW_SHARED = 0.2;
/** A root has so many parts at most. */
const DEPTH = 4;
/** Less than so many names tell nothing. */
const LEAST = 8;

/** The roots that nearly all names differ by; null where there are none. */
export function rootsOf(old: readonly string[], next: readonly string[]): Roots | null {
  const smaller = Math.min(old.length, next.length);
  if (smaller < LEAST || sharedOf(old, next) > FEW_SHARED * smaller) return null;
  const places = rests(next);
  const votes = new Map<string, { readonly roots: Roots; count: number }>();
  for (const name of old) {
    for (const start of starts(name)) {
      const found = places.get(name.slice(start));
      if (found === undefined) continue;
      const roots = { old: name.slice(0, start), next: found };
      const key = JSON.stringify(roots);
      const vote = votes.get(key) ?? { roots, count: 0 };
      vote.count++;
      votes.set(key, vote);
      break;
    }
  }
  const [best] = [...votes.values()].sort((a, b) => b.count - a.count);
  return best && best.count >= MOST * smaller ? best.roots : null;
}

/** A name without its root; one that does not begin with it stays as it is. */
export function withoutRoot(name: string, root: string): string {
  return name.startsWith(root) ? name.slice(root.length) : name;
}

function sharedOf(old: readonly string[], next: readonly string[]): number {
  const names = new Set(next);
  return old.filter((name) => names.has(name)).length;
}

/** What names begin with before each of their rests; rests that several names have tell nothing. */
function rests(names: readonly string[]): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const name of names) {
    for (const start of starts(name)) {
      const rest = name.slice(start);
      if (roots.has(rest)) ambiguous.add(rest);
      roots.set(rest, name.slice(0, start));
    }
  }
  for (const rest of ambiguous) roots.delete(rest);
  return roots;
}

/** Where a root may end: before a separator or behind it. The last part of a name is never all that is left of it. */
function starts(name: string): number[] {
  const found = [0];
  for (let at = 0; at < name.length && found.length <= 2 * DEPTH; at++) {
    if (name[at] !== '/' && name[at] !== '.') continue;
    if (at > 0) found.push(at);
    found.push(at + 1);
  }
  const last = Math.max(name.lastIndexOf('/'), name.lastIndexOf('.'));
  return found.filter((start) => start === 0 || start < last);
}
