import type { Build, BuildLayer } from '../core/build/build.js';
import { layerKinds } from '../core/build/layerKinds.js';
import { plainName } from '../core/build/names.js';
import { reportOn, type BuildReport } from '../core/build/report.js';
import type { CalibrationTable } from '../core/table/table.js';
import { compareBuilds } from '../core/build/compareBuilds.js';
import type { LayerKind } from '../core/build/kindNames.js';
import type { BuildAgainst, BuildEntries, BuildMessage } from './build.js';
import { t } from '../core/texts/translate.js';

/** A file of a build, and what it is called. */
export interface BuildFile {
  readonly uri: string;
  readonly label: string;
}

/** What a build did, and what it did with a table, as the view draws it. */
export function buildMessage(
  source: BuildFile & { readonly build: Build },
  table: (BuildFile & { readonly table: CalibrationTable }) | null,
  other: (BuildFile & { readonly build: Build }) | null = null,
): BuildMessage {
  const { build } = source;
  const report = reportOn(build, table?.table ?? null);
  const { layers } = build;
  const tensorOf = new Map(build.tensors.map(({ name, tensor }) => [name, tensor]));
  const named = (names: readonly string[]): string[] => names.map((name) => tensorOf.get(name) ?? plainName(name));
  const compared = other && { ...other, ...compareBuilds(other.build, build, table?.table ?? null) };
  const reads = layers.map((layer) => named(layer.reads));
  return {
    type: 'build',
    sourceFile: source.label,
    tableFile: table?.label ?? null,
    facts: factsOf(build),
    summary: report.summary,
    notes: report.notes,
    layers: layers.map(({ name }) => name),
    types: layers.map(({ type }) => type),
    inputs: layers.map(({ input }) => input),
    weights: layers.map(({ weights }) => weights),
    outputs: layers.map(({ output }) => output),
    kinds: layerKinds(build).map((kinds, at) => [...kinds, ...movesOf(compared, layers[at]?.name ?? '')]),
    reads,
    writes: layers.map((layer) => named(layer.writes)),
    nodes: layers.map(({ onnx }) => onnx),
    lacks: layers.map((layer) => lacksOf(build, layer)),
    entries: entriesOf(report, reads),
    against: compared && againstOf(compared, build, table?.table ?? null),
    cachePath: build.cache.path,
    files: { source: source.uri, table: table?.uri ?? null, against: other?.uri ?? null },
  };
}

type Compared = BuildFile & ReturnType<typeof compareBuilds>;

function movesOf(compared: Compared | null, name: string): LayerKind[] {
  const has = (layers: Compared['leftInt8'] | undefined): boolean =>
    layers?.some((layer) => layer.name === name) === true;
  return [
    ...(has(compared?.leftInt8) ? (['left-int8'] as const) : []),
    ...(has(compared?.cameToInt8) ? (['came-to-int8'] as const) : []),
  ];
}

function againstOf(compared: Compared, { layers }: Build, table: CalibrationTable | null): BuildAgainst {
  const { label, leftInt8, cameToInt8, gone, added, fates } = compared;
  const before = new Map([...leftInt8, ...cameToInt8].map((layer) => [layer.name, layer.before]));
  const fateOf = new Map((fates ?? []).map((entry) => [entry.name, entry.before]));
  return {
    ...{ file: label, gone, added },
    before: layers.map(({ name }) => before.get(name) ?? null),
    fates: table && table.names.map((name) => fateOf.get(name) ?? null),
  };
}

const STATES = {
  accepted: t`was read`,
  refused: t`was refused`,
  'not-read': t`was never read`,
  unknown: t`not told`,
} as const;

function factsOf({ kind, trtVersion, algorithm, cache }: Build): BuildMessage['facts'] {
  return [
    { label: t`Source`, value: kind === 'log' ? t`TensorRT build log` : t`Engine inspector` },
    { label: 'TensorRT', value: trtVersion ?? t`not told` },
    ...(kind === 'log' ? [{ label: t`Calibration cache`, value: STATES[cache.state] }] : []),
    ...(algorithm === null ? [] : [{ label: t`Calibrator`, value: algorithm }]),
    ...(cache.path === null ? [] : [{ label: t`Cache file`, value: cache.path }]),
  ];
}

function lacksOf({ missing }: Build, { name }: BuildLayer): string[] {
  return missing.flatMap((tensor) => (tensor.layers.includes(name) ? tensor.name : []));
}

function entriesOf({ fates }: BuildReport, reads: readonly (readonly string[])[]): BuildEntries | null {
  if (!fates) return null;
  const readers = new Map<string, number[]>();
  reads.forEach((names, layer) => names.forEach((name) => readers.set(name, [...(readers.get(name) ?? []), layer])));
  return {
    names: fates.map(({ name }) => name),
    fates: fates.map(({ fate }) => fate),
    scales: Float64Array.from(fates, ({ scale }) => scale),
    printed: Float64Array.from(fates, ({ logScale }) => logScale ?? NaN),
    readers: fates.map(({ name }) => readers.get(name) ?? []),
  };
}
