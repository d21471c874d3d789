/** What became of each entry of a table in a build. */
import { entryScale, type CalibrationTable } from '../table/table.js';
import type { Build, BuildTensor } from './build.js';

export type Fate =
  /** An input of a Concat that TensorRT removed: it took the scale of the Concat's output. */
  | 'overridden'
  /** The build used another scale: it was made from another table. */
  | 'differs'
  /** The tensor is there and in no place INT8: the scale was not used. */
  | 'not-int8'
  /** The build printed this very scale. */
  | 'used'
  /** The tensor is INT8 at some end; no scale was printed. */
  | 'int8'
  /** Not there: fused away, or of another network. A fused kernel may still have used its scale. */
  | 'absent'
  /** The source lists no tensors. */
  | 'unknown';

export interface EntryFate {
  readonly name: string;
  readonly fate: Fate;
  readonly scale: number;
  /** What the build printed for it, or null. */
  readonly logScale: number | null;
}

/** A log prints scales with six significant digits; %g of a float and of its double can round apart in the last. */
const SCALE_TOLERANCE = 1e-5;
/** Ranges are printed with as few digits as four. */
const RANGE_TOLERANCE = 1e-4;

/** The fate of each entry, in table order. */
export function fatesOf(table: CalibrationTable, build: Build): EntryFate[] {
  const byName = tensorsByName(build);
  const ranges = new Map(build.ranges.map((range) => [range.name, range]));
  return table.names.map((name, index) => {
    const scale = entryScale(table, index);
    const tensor = byName.get(name);
    const range = ranges.get(name);
    const logScale = tensor?.scale ?? (range ? range.high / 127 : null);
    const tolerance = (tensor?.scale ?? null) === null ? RANGE_TOLERANCE : SCALE_TOLERANCE;
    const agrees = logScale === null || Math.abs(logScale - scale) <= tolerance * Math.abs(scale);
    return { name, scale, logScale, fate: fateOf(build, { name, logScale, agrees, tensor }) };
  });
}

interface Evidence {
  readonly name: string;
  readonly logScale: number | null;
  readonly agrees: boolean;
  readonly tensor: BuildTensor | undefined;
}

function fateOf(build: Build, { name, logScale, agrees, tensor }: Evidence): Fate {
  if (build.overridden.has(name)) return 'overridden';
  if (!agrees) return 'differs';
  if (tensor?.datatype && tensor.datatype !== 'int8') return 'not-int8';
  if (logScale !== null) return 'used';
  if (tensor?.datatype === 'int8') return 'int8';
  if (tensor) return 'unknown';
  return build.listsTensors ? 'absent' : 'unknown';
}

/** By the name as printed, and by the network's own; of several parts of one tensor the one that is INT8, or has a scale. */
function tensorsByName({ tensors }: Build): Map<string, BuildTensor> {
  const byName = new Map<string, BuildTensor>();
  const tells = ({ datatype, scale }: BuildTensor): number => (datatype === 'int8' ? 2 : 0) + (scale !== null ? 1 : 0);
  for (const tensor of tensors) {
    for (const name of new Set([tensor.name, tensor.tensor])) {
      const known = byName.get(name);
      if (!known || tells(tensor) > tells(known)) byName.set(name, tensor);
    }
  }
  return byName;
}

/** How many entries have each fate; fates without an entry are left out. */
export function countFates(fates: readonly EntryFate[]): Partial<Record<Fate, number>> {
  const counts: Partial<Record<Fate, number>> = {};
  for (const { fate } of fates) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

/** The counts of fates as a clause: `43 used, 65 absent`. */
export function fatesText(fates: readonly EntryFate[]): string {
  return Object.entries(countFates(fates))
    .map(([fate, count]) => `${count} ${fate}`)
    .join(', ');
}
