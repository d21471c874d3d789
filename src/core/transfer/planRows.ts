/** The rows of a plan, as columns: a million row objects with a million sources are memory that a conversion does not have. */
import type { NamingRule } from '../naming/namePairing.js';

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

/** In the column of entries: the row has no number, or one that the user gave. */
const [NOTHING, SCALE] = [-1, -2];

/** What rows are made of; each part can go to another thread. */
export interface PlanColumns {
  readonly names: readonly string[];
  /** Index into the list of types. */
  readonly types: Int32Array;
  readonly typeList: readonly (string | null)[];
  /** Index of the source's entry, {@link NOTHING} or {@link SCALE}. */
  readonly entries: Int32Array;
  /** Index into the list of rules. */
  readonly rules: Uint8Array;
  readonly ruleList: readonly SourceRule[];
  /** Index into the list of doubts. */
  readonly doubts: Int32Array;
  readonly doubtList: readonly (string | null)[];
  /** Scales that the user gave, by row. */
  readonly scales: ReadonlyMap<number, number>;
}

type SourceOnly = Omit<PlanColumns, 'names' | 'types' | 'typeList'>;

export class PlanRows implements Iterable<PlanRow> {
  readonly columns: PlanColumns;

  constructor(columns: PlanColumns) {
    this.columns = columns;
  }

  /** Columns of rows, taken one by one: a generator's never stand beside each other. */
  static from(rows: Iterable<PlanRow>): PlanRows {
    const names: string[] = [];
    const types: number[] = [];
    const typeList = new Map<string | null, number>([[null, 0]]);
    const sources = new SourceColumns();
    for (const { name, type, source } of rows) {
      sources.set(names.length, source);
      names.push(name);
      types.push(indexIn(typeList, type));
    }
    return new PlanRows({ names, types: Int32Array.from(types), typeList: [...typeList.keys()], ...sources.build() });
  }

  /** Rows that keep the names of their entries: `entries[i]` is the one that `names[i]` takes its number from. */
  static carried(names: readonly string[], entries: Int32Array): PlanRows {
    const { length } = names;
    return new PlanRows({
      names,
      types: new Int32Array(length),
      typeList: [null],
      entries,
      rules: new Uint8Array(length),
      ruleList: ['carried over'],
      doubts: new Int32Array(length),
      doubtList: [null],
      scales: new Map(),
    });
  }

  get length(): number {
    return this.columns.names.length;
  }

  get names(): readonly string[] {
    return this.columns.names;
  }

  /** Index of the entry that a row takes its number from; null where it takes none, or has a scale of its own. */
  entryOf(row: number): number | null {
    const entry = this.columns.entries[row] ?? NOTHING;
    return entry >= 0 ? entry : null;
  }

  /** The scale that the user gave a row, or null. */
  scaleOf(row: number): number | null {
    return this.columns.scales.get(row) ?? null;
  }

  /** True for a row that has no number yet. */
  isMissing(row: number): boolean {
    return (this.columns.entries[row] ?? NOTHING) === NOTHING;
  }

  typeOf(row: number): string | null {
    return this.columns.typeList[this.columns.types[row] ?? 0] ?? null;
  }

  doubtOf(row: number): string | null {
    return this.columns.doubtList[this.columns.doubts[row] ?? 0] ?? null;
  }

  sourceOf(row: number): RowSource | null {
    const entry = this.entryOf(row);
    if (entry === null) return this.isMissing(row) ? null : { kind: 'scale', scale: this.scaleOf(row) ?? NaN };
    const { rules, ruleList } = this.columns;
    return { kind: 'entry', entry, rule: ruleList[rules[row] ?? 0] ?? 'by hand', doubt: this.doubtOf(row) };
  }

  /** One row as an object, undefined where there is none; for a look at some of them. */
  at(row: number): PlanRow | undefined {
    const name = this.names[row];
    return name === undefined ? undefined : { name, type: this.typeOf(row), source: this.sourceOf(row) };
  }

  *[Symbol.iterator](): Generator<PlanRow> {
    for (let row = 0; row < this.length; row++) {
      const found = this.at(row);
      if (found) yield found;
    }
  }

  /** Indices of the rows that have a number, and so will be written. */
  numbered(): Int32Array {
    const rows = new Int32Array(this.length);
    let count = 0;
    for (let row = 0; row < rows.length; row++) if (!this.isMissing(row)) rows[count++] = row;
    return count === rows.length ? rows : rows.slice(0, count);
  }

  /** The entries that rows take their numbers from, in the rows' order. */
  entries(): Int32Array {
    const { entries } = this.columns;
    return entries.every((entry) => entry >= 0) ? entries : entries.filter((entry) => entry >= 0);
  }

  /** The rows with some of their sources replaced. */
  withSources(replaced: ReadonlyMap<number, RowSource | null>): PlanRows {
    const sources = new SourceColumns(this.columns);
    for (const [row, source] of replaced) sources.set(row, source);
    return new PlanRows({ ...this.columns, ...sources.build() });
  }
}

/** Collects rows' sources into columns. */
class SourceColumns {
  readonly #entries: number[];
  readonly #rules: number[];
  readonly #doubts: number[];
  readonly #scales: Map<number, number>;
  /** Rules and doubts in the order in which they came, with their indices. */
  readonly #ruleList: Map<SourceRule, number>;
  readonly #doubtList: Map<string | null, number>;

  /** @param from columns that are changed: a copy of them */
  constructor(from?: SourceOnly) {
    this.#entries = Array.from(from?.entries ?? []);
    this.#rules = Array.from(from?.rules ?? []);
    this.#doubts = Array.from(from?.doubts ?? []);
    this.#scales = new Map(from?.scales);
    this.#ruleList = new Map(from?.ruleList.map((rule, index) => [rule, index]));
    this.#doubtList = new Map((from?.doubtList ?? [null]).map((doubt, index) => [doubt, index]));
  }

  /** Gives a row its source; `row` is one of those so far, or the next. */
  set(row: number, source: RowSource | null): void {
    const isEntry = source?.kind === 'entry';
    this.#scales.delete(row);
    if (source?.kind === 'scale') this.#scales.set(row, source.scale);
    this.#entries[row] = isEntry ? source.entry : source === null ? NOTHING : SCALE;
    this.#rules[row] = isEntry ? indexIn(this.#ruleList, source.rule) : 0;
    this.#doubts[row] = isEntry ? indexIn(this.#doubtList, source.doubt) : 0;
  }

  build(): SourceOnly {
    return {
      entries: Int32Array.from(this.#entries),
      rules: Uint8Array.from(this.#rules),
      ruleList: [...this.#ruleList.keys()],
      doubts: Int32Array.from(this.#doubts),
      doubtList: [...this.#doubtList.keys()],
      scales: this.#scales,
    };
  }
}

function indexIn<T>(list: Map<T, number>, item: T): number {
  const known = list.get(item);
  if (known !== undefined) return known;
  list.set(item, list.size);
  return list.size - 1;
}
