import type { EntrySpans } from './format.js';

/** One entry's place in the file, in bytes. */
export interface Span {
  start: number;
  end: number;
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  valueEnd: number;
  line: number;
}

const COLUMNS = ['start', 'end', 'nameStart', 'nameEnd', 'valueStart', 'valueEnd', 'line'] as const;

/** Collects entries' places into columns. */
export class SpanBuilder {
  readonly #columns = COLUMNS.map((): number[] => []);

  add(span: Span): void {
    COLUMNS.forEach((key, i) => this.#columns[i]?.push(span[key]));
  }

  build(): EntrySpans {
    const entries = COLUMNS.map((key, i) => [key, Uint32Array.from(this.#columns[i] ?? [])]);
    return Object.fromEntries(entries) as unknown as EntrySpans;
  }
}
