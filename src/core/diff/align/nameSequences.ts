/** What names tell of order: bare numbers count the graph, and so do the indices of modules and of their calls. */
import type { Features } from './features.js';

/** Entries whose names count along one sequence, in its order. */
export interface Sequence {
  readonly group: string;
  readonly members: readonly Member[];
}

/** An entry, and its place in the sequence: numbers, the first one first. */
export interface Member {
  readonly index: number;
  readonly key: readonly number[];
}

/** Where a name stands: its sequence, and its place in it. */
export interface Place {
  readonly group: string;
  readonly key: readonly number[];
}

/** Fewer members tell no order. */
const FEWEST = 8;
const BARE = /^(\d+)$/;
const UNNAMED = /^\(Unnamed Layer\* (\d+)\)/;
/** `conv.5_3`: the module `conv.5`, called for the third time after the first. */
const CALL = /^(.*?)(\d+)(?:_(\d+))?$/;
const OUTPUT = /_output_\d+$/;
const OPERATOR_NUMBER = /_(\d+)$/;

/** The sequences of a table, without entries that have a partner already or no scale to compare. */
export function sequencesOf({ names, log2 }: Features, taken: ReadonlySet<number> = new Set()): Sequence[] {
  const groups = new Map<string, Member[]>();
  names.forEach((name, index) => {
    const place = taken.has(index) || Number.isNaN(log2[index]) ? null : placeOf(name);
    if (place === null) return;
    const members = groups.get(place.group) ?? [];
    groups.set(place.group, members);
    members.push({ index, key: place.key });
  });
  return [...groups]
    .filter(([, members]) => members.length >= FEWEST)
    .map(([group, members]) => ({ group, members: members.sort((a, b) => compareKeys(a.key, b.key)) }));
}

/** The sequence that a name belongs to, and its place in it; null where the name does not count. */
export function placeOf(name: string): Place | null {
  const bare = BARE.exec(name);
  if (bare) return { group: 'numbers', key: [Number(bare[1])] };
  const unnamed = UNNAMED.exec(name);
  if (unnamed) return { group: 'unnamed', key: [Number(unnamed[1])] };
  return placeInModules(name.split('/'));
}

/** The last module with a number counts: first by its call, for a module is called once for each of its inputs, then by itself. */
function placeInModules(parts: readonly string[]): Place | null {
  const operator = (parts.at(-1) ?? '').replace(OUTPUT, '');
  for (let at = parts.length - 2; at >= 0; at--) {
    const counted = CALL.exec(parts[at] ?? '');
    if (!counted) continue;
    const [, stem = '', module, call = 0] = counted;
    return {
      group: [...parts.slice(0, at), stem, ...parts.slice(at + 1, -1)].join('/'),
      key: [Number(call), Number(module), Number(OPERATOR_NUMBER.exec(operator)?.[1] ?? 0)],
    };
  }
  return null;
}

/** Which of two places of one sequence comes first. */
export function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
