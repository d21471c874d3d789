/** A build as the command line's JSON tells it, and as rows for people. */
import type { CalibrationTable } from '../table/table.js';
import type { Build } from './build.js';
import { fatesOf, type EntryFate } from './fates.js';
import { notesOn } from './notes.js';
import { summaryOf, type BuildSummary } from './summary.js';

/** All that is said of a build, with a table or without. */
export interface BuildReport {
  readonly build: Build;
  readonly summary: BuildSummary;
  readonly fates: readonly EntryFate[] | null;
  readonly notes: readonly string[];
}

/** What a build did, and what it did with a table. */
export function reportOn(build: Build, table: CalibrationTable | null): BuildReport {
  const fates = table && fatesOf(table, build);
  return { build, summary: summaryOf(build), fates, notes: notesOn(build, table, fates ?? []) };
}

/** The contract of `build --json`: docs/cli.md. */
export function buildJson(source: string, { build, summary, fates, notes }: BuildReport): object {
  return {
    source,
    kind: build.kind,
    trtVersion: build.trtVersion,
    algorithm: build.algorithm,
    cache: build.cache,
    summary,
    layers: build.layers.map(({ name, type, input, weights, output, device, onnx }) => {
      return { name, type, input, weights, output, device, onnx };
    }),
    tensors: build.tensors.map(({ name, datatype, scale }) => ({ name, datatype, scale })),
    entries: fates && fates.map(({ name, fate, scale, logScale }) => ({ name, fate, scale, logScale })),
    missing: build.missing,
    notes,
  };
}
