/**
 * A conversion before it is written: which entry of the new file takes its number from where, and by which
 * rule. People look at it, mend it by hand, and only then is it written (convert.ts).
 */
import { bitsToFloat, floatToBits } from '../bytes/float32.js';
import type { TableDocument, TableFormat, WritableFormat } from '../formats/format.js';
import { formatById } from '../formats/index.js';
import { keyedBy } from '../formats/keyedBy.js';
import { askedOf, isNeeded, type Asked } from '../naming/asked.js';
import { matchLayers, matchTensors, type Naming } from '../naming/match.js';
import { matchesByTensor } from '../naming/matchesByTensor.js';
import type { TensorMatch } from '../naming/namePairing.js';
import { otherNetwork } from '../naming/otherNetwork.js';
import type { Network } from '../network/network.js';
import { storedFromScale } from '../table/quantization.js';
import { entryScale, type CalibrationTable } from '../table/table.js';
import { PlanRows, type PlanRow, type RowSource } from './planRows.js';
import { t } from '../texts/translate.js';

export type { PlanRow, RowSource, SourceRule } from './planRows.js';

export interface Dropped {
  readonly name: string;
  readonly why: string;
}

export interface Plan {
  readonly target: WritableFormat;
  /** In the order in which they will stand in the file. */
  readonly rows: PlanRows;
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
  const entries = new Int32Array(table.names.length);
  let count = 0;
  const dropped: Dropped[] = [];
  const isSecond = secondEntries(table);
  table.names.forEach((name, entry) => {
    const why = unwritable(table, entry, target) ?? target.nameProblem(name) ?? isSecond(name, entry);
    if (why !== null) dropped.push({ name, why });
    else entries[count++] = entry;
  });
  const names =
    dropped.length === 0 ? table.names : Array.from(entries.subarray(0, count), (i) => table.names[i] ?? '');
  const rows = PlanRows.carried(names, entries.slice(0, count));
  return { target, rows, dropped, needsEveryRow: false, warnings: [] };
}

/** Why an entry of a table is not the one of its name that counts, or null. */
function secondEntries({ names, format }: CalibrationTable): (name: string, entry: number) => string | null {
  if (formatById(format).duplicates !== 'last') {
    const seen = new Set<string>();
    return (name) => {
      // Its size tells whether the name was there: asking first would look up each of a million names twice.
      const before = seen.size;
      return seen.add(name).size > before ? null : t`a second entry of this name; the first was kept`;
    };
  }
  const last = new Map(names.map((name, entry) => [name, entry]));
  return (name, entry) => (last.get(name) === entry ? null : t`a later entry has this name; its reader keeps the last`);
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
  const rows = PlanRows.from(distinctRows(wanted, (match) => usable(source.table, match, target)));
  const other = otherNetwork(source.table.names.length, matching);
  return {
    target,
    rows,
    dropped: droppedEntries(source.table, rows, { unknown: matching.unknownEntries, keyedBy: format.keyedBy }, target),
    needsEveryRow: target.needsEveryLayer === true,
    warnings: [
      ...(other === null ? [] : [other]),
      ...network.notes,
      ...matching.shifts,
      ...nvdlaWarnings(names.unknownToNvdla, target),
      ...repeated,
    ],
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
function* distinctRows(
  wanted: readonly Pick<Asked, 'name' | 'type' | 'match'>[],
  sourceOf: (match: TensorMatch | null) => RowSource | null,
): Generator<PlanRow> {
  const names = new Set<string>();
  for (const { name, type, match } of wanted) {
    if (names.has(name)) continue;
    names.add(name);
    yield { name, type, source: sourceOf(match) };
  }
}

function repeatedNames(names: readonly string[]): string[] {
  const twice = names.filter((name, i) => names.indexOf(name) < i);
  return [...new Set(twice)].map(
    (name) => t`Several layers or inputs are named "${name}": one entry serves them all, with the first one's scale.`,
  );
}

function droppedEntries(
  table: CalibrationTable,
  rows: PlanRows,
  { unknown, keyedBy: kind }: { readonly unknown: readonly number[]; readonly keyedBy: TableFormat['keyedBy'] },
  target: WritableFormat,
): Dropped[] {
  const used = new Set(rows.entries());
  const strangers = new Set(unknown);
  return table.names.flatMap((name, entry) => {
    if (used.has(entry)) return [];
    const why = strangers.has(entry) ? t`the network has no such ${kind}` : t`no entry of the new file needs it`;
    return [{ name, why: unwritable(table, entry, target) ?? why }];
  });
}

function nvdlaWarnings(unknownToNvdla: readonly string[], target: WritableFormat): string[] {
  if (!target.needsEveryLayer || unknownToNvdla.length === 0) return [];
  return [t`NVDLA's parser does not know these layer types: ${unknownToNvdla.join(', ')}.`];
}

/** Why an entry's number can't stand in the target, or null. */
export function unwritable(table: CalibrationTable, entry: number, target: WritableFormat): string | null {
  const scale = entryScale(table, entry);
  if (!Number.isFinite(scale)) return t`its scale is ${Number.isNaN(scale) ? t`no number` : String(scale)}`;
  const staysAsStored = target.quantity === null || target.quantity === table.quantity;
  if (target.storage === 'decimal' && staysAsStored) return null;
  if (!Number.isFinite(storedFromScale(scale, target.quantity ?? table.quantity)))
    return t`its range does not fit any number that the file can hold`;
  const written = target.storage === 'float32' ? bitsToFloat(floatToBits(scale)) : scale;
  if (!Number.isFinite(written)) return t`its scale does not fit a float32`;
  return changes(table.values[entry] ?? NaN, storedFromScale(scale, table.quantity)) || changes(scale, written)
    ? t`its scale is so small that too few of its digits would be left`
    : null;
}

/** Rounding in the last digit is none: below the smallest normal number, whole digits go. */
function changes(before: number, after: number): boolean {
  return Math.abs(after - before) > 1e-6 * Math.abs(before);
}

/** The plan with some rows' sources replaced: pairs mended by hand, or scales typed in. */
export function withSources(plan: Plan, sources: ReadonlyMap<number, RowSource | null>): Plan {
  return { ...plan, rows: plan.rows.withSources(sources) };
}

/** The source of the nearest row before (or, for the first rows, after) one, for a user who wants to take it over; null when there is none. */
export function neighbourSource({ rows }: Plan, row: number): RowSource | null {
  let near = row - 1;
  while (near >= 0 && rows.isMissing(near)) near--;
  if (near < 0) near = row + 1;
  while (near < rows.length && rows.isMissing(near)) near++;
  const source = rows.sourceOf(near);
  if (source?.kind !== 'entry') return source;
  return { ...source, rule: "neighbour's", doubt: t`The neighbour's scale, taken over by hand.` };
}

/** Names of the rows that have no number yet. */
export function missingRows({ rows }: Pick<Plan, 'rows'>): string[] {
  return rows.names.filter((_, row) => rows.isMissing(row));
}
