import type { Finding } from '../findings/finding.js';
import type { EntryChange, EntrySpans, TableDocument } from '../formats/format.js';
import { NameCounts } from './nameCounts.js';
import { ENTRY_RULES, FILE_RULES, NOT_IF_SWAPPED } from './ruleList.js';
import { duplicateNames } from './rules/duplicateName.js';
import { applyRules, type RuleSettings } from './ruleSettings.js';

/** So many entries are looked at in one go. */
const PART = 10_000;

/** The findings of a document that is being edited: after an edit only what it touched is looked at again. */
export class RunningCheck {
  #document: TableDocument;
  /** What each of the rules about entries finds. */
  #ofEntries: readonly (readonly Finding[])[];
  #counts: NameCounts;

  constructor(document: TableDocument, counts?: NameCounts, ofEntries?: readonly (readonly Finding[])[]) {
    this.#document = document;
    this.#counts = counts ?? new NameCounts(document.table.names);
    this.#ofEntries = ofEntries ?? ENTRY_RULES.map((rule) => rule(document));
  }

  /** The same as the constructor makes, a part of the entries at a time: in between others have their turn. */
  static *inParts(document: TableDocument, size = PART): Generator<undefined, RunningCheck> {
    const { names } = document.table;
    const counts = new NameCounts([]);
    const ofEntries = ENTRY_RULES.map((): Finding[] => []);
    for (let index = 0; index < names.length; index += size) {
      const change = { index, removed: 0, inserted: Math.min(size, names.length - index) };
      counts.follow([], names, change);
      const part = partOf(document, change);
      ENTRY_RULES.forEach((rule, i) => {
        for (const item of rule(part)) ofEntries[i]?.push(moved(item, index, document.spans));
      });
      yield undefined;
    }
    return new RunningCheck(document, counts, ofEntries);
  }

  /** The document that was looked at last. */
  get document(): TableDocument {
    return this.#document;
  }

  /** Looks at the next document, which `change` made of the one before. */
  follow(document: TableDocument, change: EntryChange): void {
    const [before, after] = [this.#document.table.names, document.table.names];
    this.#document = document;
    if (before !== after) this.#counts.follow(before, after, change);
    const fresh = partOf(document, change);
    this.#ofEntries = ENTRY_RULES.map((rule, i) => replaced(this.#ofEntries[i] ?? [], rule(fresh), document, change));
  }

  /** What reading noticed and what the rules find, in the order of the file; findings about the file come first. */
  findings(settings: RuleSettings = {}): Finding[] {
    const document = this.#document;
    const ofFile = FILE_RULES.flatMap((rule) => rule(document));
    const isSwapped = ofFile.some(({ rule }) => rule === 'byte-swapped');
    const ofEntries = ENTRY_RULES.flatMap((rule, i) =>
      isSwapped && NOT_IF_SWAPPED.has(rule) ? [] : (this.#ofEntries[i] ?? []),
    );
    const found = [...ofFile, ...duplicateNames(document, this.#counts.repeated), ...ofEntries];
    return applyRules([...document.findings, ...withoutTold(found, document.findings)], settings);
  }
}

/** The entries that a change put in, as a document of their own. */
function partOf(document: TableDocument, { index, inserted }: EntryChange): TableDocument {
  const { table, spans } = document;
  const end = index + inserted;
  const columns = Object.entries(spans).map(([key, column]: [string, Uint32Array]) => [
    key,
    column.subarray(index, end),
  ]);
  return {
    ...document,
    spans: Object.fromEntries(columns) as unknown as EntrySpans,
    table: {
      ...table,
      names: table.names.slice(index, end),
      values: table.values.subarray(index, end),
      ...(table.bits && { bits: table.bits.subarray(index, end) }),
      ...(table.ends && {
        ends: { min: table.ends.min.subarray(index, end), max: table.ends.max.subarray(index, end) },
      }),
    },
  };
}

/** Findings of entries that went give way to those of new ones; those behind them move. */
function replaced(
  old: readonly Finding[],
  fresh: readonly Finding[],
  { spans }: TableDocument,
  { index: from, removed, inserted }: EntryChange,
): Finding[] {
  return [
    ...old.filter(({ index }) => (index ?? 0) < from),
    ...fresh.map((item) => moved(item, from, spans)),
    ...old.filter(({ index }) => (index ?? 0) >= from + removed).map((item) => moved(item, inserted - removed, spans)),
  ];
}

/** A finding of an entry so many places further on. */
function moved(item: Finding, by: number, { line }: EntrySpans): Finding {
  const index = (item.index ?? 0) + by;
  return { ...item, index, line: line[index] ?? null };
}

/** Where reading has said why an entry has no number, or that digits are missing, no rule says so again in its own words. */
function withoutTold(found: readonly Finding[], told: readonly Finding[]): readonly Finding[] {
  const indicesOf = (isTold: (item: Finding) => boolean): ReadonlySet<number> =>
    new Set(told.flatMap((item) => (isTold(item) ? (item.index ?? []) : [])));
  const unread = indicesOf(({ severity }) => severity === 'error');
  const short = indicesOf(({ rule }) => rule === 'hex-length');
  return found.filter(
    ({ rule, index }) =>
      index === null ||
      !((rule === 'non-finite-scale' && unread.has(index)) || (rule === 'implausible-scale' && short.has(index))),
  );
}
