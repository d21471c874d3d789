/**
 * A conversion before it is written: which entry of the new file takes its number from where, and by which
 * rule. People look at it, mend it by hand, and only then is it written (convert.ts).
 */
import { bitsToFloat, floatToBits } from '../bytes/float32.js';
import type { TableDocument, TableFormat, WritableFormat } from '../formats/format.js';
import { formatById } from '../formats/index.js';
import { keyedBy } from '../formats/keyedBy.js';
import { askedOf, isNeeded } from '../naming/asked.js';
import { matchLayers, matchTensors, type Naming } from '../naming/match.js';
import { matchesByTensor } from '../naming/matchesByTensor.js';
import type { NamingRule, TensorMatch } from '../naming/namePairing.js';
import type { Network } from '../network/network.js';
import { storedFromScale } from '../table/quantization.js';
import { entryScale, type CalibrationTable } from '../table/table.js';

/** Where a row's number comes from: an entry of the source, or a scale that the user gave. */
export type RowSource =
  | { readonly kind: 'entry'; readonly entry: number; readonly rule: SourceRule; readonly doubt: string | null }
  | { readonly kind: 'scale'; readonly scale: number };

/** How a row's source was found: by a network, by name alone, by hand, or by comparing two tables. */
export type SourceRule = NamingRule | 'carried over' | "neighbour's" | 'same name' | 'renumbered' | 'renamed';

/** One entry of the new file. */
export interface PlanRow {
  readonly name: string;
  /** Type of the layer, where the network tells. */
  readonly type: string | null;
  /** Null: nothing in the source belongs to it. */
  readonly source: RowSource | null;
}

export interface Dropped {
  readonly name: string;
  readonly why: string;
}

export interface Plan {
  readonly target: WritableFormat;
  /** In the order in which they will stand in the file. */
  readonly rows: readonly PlanRow[];
  /** Entries of the source that have no place in the new file. */
  readonly dropped: readonly Dropped[];
  /** True when the reader of the new file stops at a row without a number. */
  readonly needsEveryRow: boolean;
  /** Why it should not be written without asking: the two tables are of different networks; null or absent where nothing speaks against it. */
  readonly refusal?: string | null;
  /** Sentences about the network or the numbering that the user should know. */
  readonly warnings: readonly string[];
}

/** A plan that keeps all names. Of equal names the first entry stays, as NVDLA's reader has it, unless the source's takes the last. */
export function planByName({ table }: TableDocument, target: WritableFormat): Plan {
  const rows: PlanRow[] = [];
  const dropped: Dropped[] = [];
  const isSecond = secondEntries(table);
  table.names.forEach((name, entry) => {
    const why = unwritable(table, entry, target) ?? target.nameProblem(name) ?? isSecond(name, entry);
    if (why !== null) dropped.push({ name, why });
    else rows.push({ name, type: null, source: { kind: 'entry', entry, rule: 'carried over', doubt: null } });
  });
  return { target, rows, dropped, needsEveryRow: false, warnings: [] };
}

/** Why an entry of a table is not the one of its name that counts, or null. */
function secondEntries({ names, format }: CalibrationTable): (name: string, entry: number) => string | null {
  if (formatById(format).duplicates !== 'last') {
    const seen = new Set<string>();
    return (name) => {
      if (seen.has(name)) return 'a second entry of this name; the first was kept';
      seen.add(name);
      return null;
    };
  }
  const last = new Map(names.map((name, entry) => [name, entry]));
  return (name, entry) => (last.get(name) === entry ? null : 'a later entry has this name; its reader keeps the last');
}

/** A plan with the names that the target's reader asks for, by the rules of naming. */
export function planWithNetwork(source: TableDocument, target: WritableFormat, network: Network): Plan {
  const format = { ...source.format, keyedBy: keyedBy(source) };
  const byTensor = format.keyedBy === 'tensor';
  const matching = byTensor ? matchTensors(source.table.names, network) : matchLayers(source.table.names, network);
  const { names } = matching;
  const matches = sourcesFor(target, format, matching.matches, names);
  const wanted = askedOf({ ...matching, matches }, target.keyedBy).filter(isNeeded);
  const repeated = target.keyedBy === 'layer' ? repeatedNames(wanted.map(({ name }) => name)) : [];
  const rows = distinct(
    wanted.map(({ name, type, match }) => ({ name, type, source: usable(source.table, match, target) })),
  );
  return {
    target,
    rows,
    dropped: droppedEntries(source.table, rows, { unknown: matching.unknownEntries, keyedBy: format.keyedBy }, target),
    needsEveryRow: target.needsEveryLayer === true,
    warnings: [...network.notes, ...matching.shifts, ...nvdlaWarnings(names.unknownToNvdla, target), ...repeated],
  };
}

type Matches = readonly (TensorMatch | null)[];
type Names = Naming['names'];

/** The source's matches, by its tensors or layers, as matches of the target's. */
function sourcesFor(
  target: WritableFormat,
  { keyedBy, ofInputs = false }: TableFormat,
  matches: Matches,
  names: Names,
): Matches {
  if (keyedBy === target.keyedBy && !ofInputs) return matches;
  const ofTensors = keyedBy === 'tensor' ? matches : matchesByTensor(matches, names, ofInputs);
  return target.keyedBy === 'tensor' ? ofTensors : toLayers(ofTensors, names);
}

/** To each layer the match of the tensor that it writes. */
function toLayers(matches: Matches, { entries }: Names): Matches {
  return entries.map(({ tensor }) => (tensor === null ? null : (matches[tensor] ?? null)));
}

/** A match whose number can be written, as a row's source. */
function usable(table: CalibrationTable, match: TensorMatch | null, target: WritableFormat): RowSource | null {
  return match && unwritable(table, match.entry, target) === null ? { kind: 'entry', ...match } : null;
}

/** Two layers of one name are one entry of a table by layer. */
function distinct(rows: readonly PlanRow[]): PlanRow[] {
  const names = new Set<string>();
  return rows.filter(({ name }) => !names.has(name) && names.add(name));
}

function repeatedNames(names: readonly string[]): string[] {
  const twice = names.filter((name, i) => names.indexOf(name) < i);
  return [...new Set(twice)].map(
    (name) => `Several layers or inputs are named "${name}": one entry serves them all, with the first one's scale.`,
  );
}

function droppedEntries(
  table: CalibrationTable,
  rows: readonly PlanRow[],
  { unknown, keyedBy: kind }: { readonly unknown: readonly number[]; readonly keyedBy: TableFormat['keyedBy'] },
  target: WritableFormat,
): Dropped[] {
  const used = new Set(rows.map(({ source }) => (source?.kind === 'entry' ? source.entry : -1)));
  const strangers = new Set(unknown);
  return table.names.flatMap((name, entry) => {
    if (used.has(entry)) return [];
    const why = strangers.has(entry) ? `the network has no such ${kind}` : 'no entry of the new file needs it';
    return [{ name, why: unwritable(table, entry, target) ?? why }];
  });
}

function nvdlaWarnings(unknownToNvdla: readonly string[], target: WritableFormat): string[] {
  if (!target.needsEveryLayer || unknownToNvdla.length === 0) return [];
  return [`NVDLA's parser does not know these layer types: ${unknownToNvdla.join(', ')}.`];
}

/** Why an entry's number can't stand in the target, or null. */
export function unwritable(table: CalibrationTable, entry: number, target: WritableFormat): string | null {
  const scale = entryScale(table, entry);
  if (!Number.isFinite(scale)) return `its scale is ${Number.isNaN(scale) ? 'no number' : String(scale)}`;
  if (target.storage === 'decimal' && [null, table.quantity].includes(target.quantity)) return null;
  if (!Number.isFinite(storedFromScale(scale, target.quantity ?? table.quantity)))
    return 'its range does not fit any number that the file can hold';
  const written = target.storage === 'float32' ? bitsToFloat(floatToBits(scale)) : scale;
  if (!Number.isFinite(written)) return 'its scale does not fit a float32';
  return changes(table.values[entry] ?? NaN, storedFromScale(scale, table.quantity)) || changes(scale, written)
    ? 'its scale is so small that too few of its digits would be left'
    : null;
}

/** Rounding in the last digit is none: below the smallest normal number, whole digits go. */
function changes(before: number, after: number): boolean {
  return Math.abs(after - before) > 1e-6 * Math.abs(before);
}

/** The plan with some rows' sources replaced: pairs mended by hand, or scales typed in. */
export function withSources(plan: Plan, sources: ReadonlyMap<number, RowSource | null>): Plan {
  return {
    ...plan,
    rows: plan.rows.map((row, i) => {
      const source = sources.get(i);
      return source === undefined ? row : { ...row, source };
    }),
  };
}

/** The source of the nearest row before (or, for the first rows, after) one, for a user who wants to take it over; null when there is none. */
export function neighbourSource({ rows }: Plan, row: number): RowSource | null {
  let near = row - 1;
  while (near >= 0 && rows[near]?.source === null) near--;
  const source = near >= 0 ? rows[near]?.source : rows.slice(row + 1).find((other) => other.source !== null)?.source;
  if (!source) return null;
  return source.kind === 'scale'
    ? source
    : { ...source, rule: "neighbour's", doubt: "The neighbour's scale, taken over by hand." };
}

/** Names of the rows that have no number yet. */
export function missingRows({ rows }: Plan): string[] {
  return rows.filter(({ source }) => source === null).map(({ name }) => name);
}
