/** What a build means for a table, in sentences: the questions of people who hold both. */
import type { CalibrationTable } from '../table/table.js';
import { headerLine } from '../table/trtVersion.js';
import type { Build } from './build.js';
import type { EntryFate } from './fates.js';
import { t } from '../texts/translate.js';

/** trtexec's placeholder scales: ranges of 2 and 4. */
const PLACEHOLDERS: ReadonlySet<number> = new Set([0.015748, 0.0314961]);

/** A name that a graph exporter numbered: it may have moved to another tensor. */
const NUMBER = /^\d+$/;

/** Sentences on a build, and on a table in it when there is one. */
export function notesOn(
  build: Build,
  table: CalibrationTable | null = null,
  fates: readonly EntryFate[] = [],
): string[] {
  return [
    ...build.notes,
    ...cacheNotes(build, table),
    ...placeholderNotes(build),
    ...qdqNotes(build, fates),
    ...absentNotes(build, fates),
    ...missingNotes(build),
    ...zeroNotes(build),
    ...dlaNotes(build),
  ];
}

function cacheNotes({ cache, trtVersion, algorithm, missing, kind }: Build, table: CalibrationTable | null): string[] {
  if (kind !== 'log') return [];
  if (cache.state === 'refused')
    return [
      t`The cache was refused: its version or algorithm is not what this TensorRT expects. ${headerAdvice(trtVersion, table)}`,
    ];
  if (cache.state === 'not-read')
    return [t`The build never read a cache: its ranges come from elsewhere (a calibration run, or placeholders).`];
  if (cache.state === 'unknown') return [];
  const by = algorithm === null ? '' : ` (${algorithm})`;
  return [missing.length === 0 ? t`The build took a cache and missed nothing${by}.` : t`The build took a cache${by}.`];
}

function headerAdvice(version: string | null, table: CalibrationTable | null): string {
  if (version === null) return t`Calibrate again, or give it the header of the TensorRT that builds.`;
  const line = headerLine(version, table?.header.algorithm ?? 'EntropyCalibration2');
  return t`The first line ${line} makes a header that the check is expected to take [inferred], with the old calibrator's scales; or calibrate again.`;
}

function placeholderNotes({ tensors, ranges }: Build): string[] {
  const scales = [...tensors.flatMap(({ scale }) => scale ?? []), ...ranges.map(({ high }) => high / 127)];
  const placeholder = scales.length > 1 && scales.every((scale) => PLACEHOLDERS.has(Number(scale.toPrecision(6))));
  return placeholder
    ? [
        t`All scales are trtexec's placeholders (ranges 2 and 4): the engine was never calibrated, and INT8 in it proves nothing.`,
      ]
    : [];
}

function qdqNotes({ tensors, kind }: Build, fates: readonly EntryFate[]): string[] {
  const qdq = kind === 'inspector' && tensors.some(({ name }) => /(De)?[Qq]uantizeLinear/.test(name));
  if (!qdq) return [];
  const matches = fates.some(({ fate }) => fate !== 'absent' && fate !== 'unknown');
  return matches ? [] : [t`The engine was built from a Q/DQ model: no cache was in play.`];
}

function absentNotes({ kind }: Build, fates: readonly EntryFate[]): string[] {
  const absent = fates.filter(({ fate }) => fate === 'absent');
  if (kind !== 'log' || absent.length === 0) return [];
  const found = fates.length - absent.length;
  const doubt =
    absent.length * 4 > fates.length && fates.filter(({ name }) => NUMBER.test(name)).length * 2 > fates.length
      ? t` Names that are bare numbers shift between exports: even those that were found may belong to other tensors.`
      : '';
  const another = absent.length * 4 > fates.length ? t`: the cache belongs to another export` : '';
  return [
    t`${absent.length} of ${fates.length} entries name tensors that this network doesn't have${another} (${found} were found).${doubt}`,
  ];
}

function missingNotes({ missing }: Build): string[] {
  return missing.map(({ name, layers }) =>
    layers.length === 0
      ? t`No scale for "${name}": layers that read or write it run without INT8 (TensorRT 5 to 7 stop).`
      : t`No scale for "${name}": ${quoted(layers)} lost INT8 kernels for that.`,
  );
}

function zeroNotes({ zero }: Build): string[] {
  return zero.map((name) => t`"${name}" was 0 everywhere while the build calibrated: it has no scale.`);
}

function dlaNotes({ layers }: Build): string[] {
  const boxes = layers.filter(({ device }) => device === 'DLA').length;
  return boxes === 0
    ? []
    : [
        t`${boxes === 1 ? t`One box runs` : t`${boxes} boxes run`} on the DLA: only the tensors at their ends are visible.`,
      ];
}

function quoted(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > 3 ? t`${shown} and ${names.length - 3} more` : shown;
}
