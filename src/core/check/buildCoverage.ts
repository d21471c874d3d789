/** A table against what TensorRT's own log, or the engine inspector, tells of a build that used it, or should have. */
import type { Build } from '../build/build.js';
import { fatesOf, type EntryFate } from '../build/fates.js';
import { finding, type Finding } from '../findings/finding.js';
import type { TableDocument } from '../formats/format.js';
import { missingFinding, unknownFinding, type Coverage } from './coverage.js';
import { t } from '../texts/translate.js';

/** What the build lacked, never used, and took from elsewhere. */
export function buildCoverage(document: TableDocument, build: Build): Coverage {
  const { names } = document.table;
  const known = new Set(names);
  const missing = build.missing.map(({ name }) => name).filter((name) => !known.has(name));
  const fates = fatesOf(document.table, build);
  const unknown = unusedEntries(build, fates);
  const number = printsScales(build) ? 'scale' : 'range';
  return {
    missing,
    unknown: unknown.map((index) => names[index] ?? ''),
    findings: [
      ...refusal(build),
      ...missing.map((name) => missingFinding(document, name, t`The build`)),
      ...unseen(document, build),
      ...differing(document, build, fates),
      ...zeros(document, build),
      ...unknown.map((index) =>
        unknownFinding(document, index, t`The build set no ${number} for it: the entry was silently unused.`),
      ),
    ],
  };
}

function refusal({ cache }: Build): Finding[] {
  if (cache.state !== 'refused') return [];
  const message = t`The build log says that TensorRT refused the table: its algorithm or version does not match.`;
  return [finding('cache-refused', message)];
}

/**
 * A log with scale lines has one for every tensor that got a scale. Ranges alone are the whole only where no cache
 * was read: with `--inputIOFormats=int8` trtexec sets those of inputs and outputs. An engine's tensors may be fused away.
 */
function unusedEntries(build: Build, fates: readonly EntryFate[]): number[] {
  const hasScales = printsScales(build);
  const ranges = new Set(build.ranges.map(({ name }) => name));
  const listsRanges = !hasScales && ranges.size > 0 && build.cache.state !== 'accepted';
  const lacked = new Set(build.missing.map(({ name }) => name));
  return fates.flatMap(({ name, fate }, index) => {
    const isUnused = hasScales ? fate === 'absent' : listsRanges && !ranges.has(name);
    return isUnused && !lacked.has(name) ? [index] : [];
  });
}

function printsScales({ kind, tensors }: Build): boolean {
  return kind === 'log' && tensors.some(({ scale }) => scale !== null);
}

/** The table has what the build lacked. */
function unseen({ table, spans }: TableDocument, { missing, cache }: Build): Finding[] {
  if (cache.state === 'refused') return [];
  const lacked = new Set(missing.map(({ name }) => name));
  const message = t`The build found no scale for it, and the table has one: it was built from another table.`;
  return table.names.flatMap((entry, index) =>
    lacked.has(entry) ? [finding('log-range-differs', message, { entry, index, line: spans.line[index] })] : [],
  );
}

/** Scales and ranges that the builder used and that are not the table's. */
function differing({ spans }: TableDocument, build: Build, fates: readonly EntryFate[]): Finding[] {
  const printed = new Map(build.ranges.map(({ name, high }) => [name, high]));
  return fates.flatMap(({ name, fate, scale, logScale }, index) => {
    if (fate !== 'differs' || logScale === null) return [];
    const range = printed.get(name);
    const used = range === undefined ? t`scale ${logScale}` : `±${range}`;
    const own = range === undefined ? Number(scale.toPrecision(6)) : `±${Number((127 * scale).toPrecision(6))}`;
    const message = t`The build used ${used}, the table says ${own}: it was built from another table.`;
    return [finding('log-range-differs', message, { entry: name, index, line: spans.line[index] })];
  });
}

function zeros({ table, spans }: TableDocument, { zero }: Build): Finding[] {
  const indices = new Map(table.names.map((name, index) => [name, index]));
  return zero.map((name) => {
    const index = indices.get(name);
    const place = index === undefined ? {} : { entry: name, index, line: spans.line[index] };
    const message = t`"${name}" was 0 everywhere while the build calibrated: it has no scale.`;
    return finding('missing-entry', message, place, 'warning');
  });
}
