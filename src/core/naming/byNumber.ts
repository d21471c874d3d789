/**
 * `(Unnamed Layer* i) [Type]` entries against a network's numbered tensors. When the table was made from
 * another state of the network, the numbers have moved, by one amount up to some layer and by another
 * from there. The shifts are found by dynamic programming: as few changes of shift as make every type and
 * every neighbour with a name of its own agree. What more than one best solution would explain is left out;
 * what else speaks against a pair is the part of doubts.ts.
 */
import type { NetworkTensor } from './networkNames.js';
import { looseType } from './networkNames.js';
import { withMatches, type NamePairing, type NumberedEntry, type TensorMatch } from './namePairing.js';
import { t } from '../texts/translate.js';

/** Numbers that moved further than this are not followed. */
const LARGEST_SHIFT = 200;
const COST_OF_CHANGE = 1;
/** Leaving an entry unexplained costs more than two changes of shift, so that no shift is invented for it alone. */
const COST_OF_MISFIT = 2.5;

/** Of more possible orders than this, the rising one is no chance. */
const CERTAIN_ORDER = 1e6;

/** The place of a shift that explains nothing, in each row of costs. */
type Costs = Map<number | null, number>;

/** Stage: pairs the numbered entries, and says where the numbers have moved. What has a name of its own is paired already. */
export function byNumber(pairing: NamePairing): NamePairing {
  const sorted = [...pairing.numbered].sort((a, b) => a.number - b.number || a.entry - b.entry);
  const windows = anchorWindows(sorted, pairing);
  const unnamed = unnamedByType(pairing.tensors);
  const everywhere: [number, number] = [-1, pairing.tensors.length];
  const candidates = sorted.map((entry, i) => candidatesOf(entry, unnamed, windows?.[i] ?? everywhere));
  const shifts = withoutCollisions(bestShifts(candidates), candidates);
  const found = new Map<number, TensorMatch>();
  sorted.forEach((entry, i) => {
    const shift = shifts[i] ?? null;
    const tensor = shift === null ? undefined : candidates[i]?.get(shift);
    if (shift === null || tensor === undefined) return;
    const rule = shift === 0 ? 'number' : 'shifted number';
    found.set(tensor, { entry: entry.entry, rule, doubt: doubtOf(entry, shift) });
  });
  return { ...withMatches(pairing, found), shifts: describeShifts(sorted, shifts) };
}

/** Where two entries would take one tensor, neither does. */
function withoutCollisions(
  shifts: readonly (number | null)[],
  candidates: readonly Map<number, number>[],
): (number | null)[] {
  const takers = new Map<number, number>();
  const tensorOf = (i: number): number | undefined => candidates[i]?.get(shifts[i] ?? NaN);
  shifts.forEach((_, i) => {
    const tensor = tensorOf(i);
    if (tensor !== undefined) takers.set(tensor, (takers.get(tensor) ?? 0) + 1);
  });
  return shifts.map((shift, i) => ((takers.get(tensorOf(i) ?? -1) ?? 0) > 1 ? null : shift));
}

interface UnnamedTensor {
  readonly tensor: number;
  readonly number: number;
  readonly name: string;
}

function unnamedByType(tensors: readonly NetworkTensor[]): Map<string, UnnamedTensor[]> {
  const byType = new Map<string, UnnamedTensor[]>();
  tensors.forEach(({ name, named, number, type }, tensor) => {
    if (named || number === null || type === null) return;
    const same = byType.get(looseType(type)) ?? [];
    byType.set(looseType(type), same);
    same.push({ tensor, number, name });
  });
  return byType;
}

/** The unnamed tensors that fit an entry by type, by their distance from its number. */
function candidatesOf(
  entry: NumberedEntry,
  unnamed: ReadonlyMap<string, readonly UnnamedTensor[]>,
  [after, before]: readonly [number, number],
): Map<number, number> {
  const fits = new Map<number, number>();
  for (const { tensor, number, name } of unnamed.get(looseType(entry.type)) ?? []) {
    const shift = number - entry.number;
    const isNear = tensor > after && tensor < before && Math.abs(shift) <= LARGEST_SHIFT;
    if (isNear && name.endsWith(entry.suffix.slice(1))) fits.set(shift, tensor);
  }
  return fits;
}

/**
 * For each entry, the tensors of the nearest entries with names of their own before and after it in the
 * file: it must lie between them. Null when the file is not in network order, which then tells nothing.
 */
function anchorWindows(sorted: readonly NumberedEntry[], pairing: NamePairing): [number, number][] | null {
  const { tensors, matches } = pairing;
  const anchors = matches.flatMap((match, tensor) => (match ? [{ tensor, entry: match.entry }] : []));
  if (!isInNetworkOrder(pairing)) return null;
  let next = 0;
  return sorted.map(({ entry }) => {
    while (next < anchors.length && (anchors[next]?.entry ?? 0) < entry) next++;
    return [anchors[next - 1]?.tensor ?? -1, anchors[next]?.tensor ?? tensors.length];
  });
}

/** The cheapest shift for each entry; null where none fits, or where several are equally good. */
function bestShifts(candidates: readonly Map<number, number>[]): (number | null)[] {
  const forward = sweep(candidates, COST_OF_CHANGE);
  const backward = sweep([...candidates].reverse(), 0).reverse();
  const best = Math.min(...(forward.at(-1)?.values() ?? [0]));
  return candidates.map((fits, i) => {
    const optimal = [...fits.keys(), null].filter((shift) => {
      const own = shift === null ? COST_OF_MISFIT : 0;
      return (forward[i]?.get(shift) ?? Infinity) + (backward[i]?.get(shift) ?? Infinity) - own <= best + 1e-9;
    });
    return optimal.length === 1 ? (optimal[0] ?? null) : null;
  });
}

/**
 * Cost of the cheapest explanation of the entries so far, by the shift of the last one.
 * @param costOfStart what it costs to begin with a shift other than 0
 */
function sweep(candidates: readonly Map<number, number>[], costOfStart: number): Costs[] {
  let before: Costs = new Map();
  return candidates.map((fits, i) => {
    const cheapest = i === 0 ? 0 : Math.min(...before.values());
    const costs: Costs = new Map([[null, cheapest + COST_OF_MISFIT]]);
    for (const shift of fits.keys()) {
      const stay = before.get(shift) ?? Infinity;
      costs.set(shift, i === 0 ? (shift === 0 ? 0 : costOfStart) : Math.min(stay, cheapest + COST_OF_CHANGE));
    }
    before = costs;
    return costs;
  });
}

function doubtOf({ number }: NumberedEntry, shift: number): string | null {
  if (shift === 0) return null;
  return t`Rests on the numbering having moved by ${signed(shift)}: layer ${number} of the table is layer ${number + shift} of the network.`;
}

/** True when the entries with names and the numbered ones both rise, and are too many for that to be chance. */
export function isInNetworkOrder({ numbered, tensors, matches }: NamePairing): boolean {
  const named = matches.flatMap((match, i) => (match && tensors[i]?.named ? [match.entry] : []));
  const unnamed = [...numbered].sort((a, b) => a.number - b.number).map(({ entry }) => entry);
  return isRising(named) && isRising(unnamed) && orders(named.length) * orders(unnamed.length) > CERTAIN_ORDER;
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0));
}

/** In how many orders so many entries could stand. */
function orders(count: number): number {
  return count < 2 ? 1 : count * orders(Math.min(count, 20) - 1);
}

function describeShifts(sorted: readonly NumberedEntry[], shifts: readonly (number | null)[]): string[] {
  const sentences: string[] = [];
  let current: number | null = 0;
  sorted.forEach(({ number }, i) => {
    const shift = shifts[i] ?? null;
    if (shift === null || shift === current) return;
    sentences.push(
      t`From (Unnamed Layer* ${number}) on, the numbering has moved by ${signed(shift)} against the network.`,
    );
    current = shift;
  });
  const open = shifts.filter((shift) => shift === null).length;
  if (open > 0)
    sentences.push(
      open === 1
        ? t`One numbered entry fits no layer of the network, or more than one equally well; it was not paired.`
        : t`${open} numbered entries fit no layer of the network, or more than one equally well; they were not paired.`,
    );
  return sentences;
}

function signed(shift: number): string {
  return shift > 0 ? `+${shift}` : String(shift);
}
