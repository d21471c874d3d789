/** What is known about using a table under another TensorRT version. */
import { ALGORITHMS, type TableHeader } from './header.js';
import type { Statement } from './statement.js';
import { t } from '../texts/translate.js';

/** How near two headers are, for someone who wants to use one's table under the other's TensorRT. */
export type Reuse = 'same' | 'same-minor' | 'same-major' | 'different' | 'unknown';

/** Major versions before this one stop where a scale is missing. */
const FIRST_LENIENT = 8;
/** From this major version on there are no calibrators and no setDynamicRange. */
export const FIRST_WITHOUT_CALIBRATION = 11;

const FAQ: Statement = {
  text: t`NVIDIA's FAQ: a table is "absolutely NOT compatible between different TRT versions"; with the same major and minor version it carries over between hardware platforms.`,
  basis: 'documented',
};
const MANUAL: Statement = {
  text: t`NVIDIA's manuals: an incompatible cache is ignored and calibration runs again; reuse within a major version usually works and is not guaranteed.`,
  basis: 'documented',
};
const CHECK: Statement = {
  text: t`What TensorRT compares seems to be the major version and the algorithm. Tensor names can still move between versions, and a name that no longer exists is silently unused.`,
  basis: 'inferred',
};
const REMOVED: Statement = {
  text: t`TensorRT 11 removed calibrators and setDynamicRange: there a cache is of no use, and scales go into the ONNX model as QuantizeLinear/DequantizeLinear.`,
  basis: 'documented',
};

const NO_MACHINE: Statement = {
  text: t`A table is bound to no machine: it holds no trace of the GPU, and with the same TensorRT version it carries over from one to another.`,
  basis: 'documented',
};

const BY_KIND: Readonly<Record<TableHeader['kind'], readonly Statement[]>> = {
  trt: [],
  one: [
    {
      text: t`A first line of just "1" comes from TensorRT up to 5; later versions will not take it for theirs.`,
      basis: 'inferred',
    },
  ],
  legacy: [{ text: t`The legacy calibrator wrote this: its header names no TensorRT version.`, basis: 'seen' }],
  unknown: [
    {
      text: t`The first line is no header that TensorRT is known to write; it may refuse the file.`,
      basis: 'inferred',
    },
  ],
  none: [],
};

/** What a major version of TensorRT makes of a cache, for someone who chooses the version of a header. */
export function cacheUse(major: number): Statement {
  if (major >= FIRST_WITHOUT_CALIBRATION) return { text: t`TensorRT ${major} reads no cache`, basis: 'documented' };
  const onMissing =
    major >= FIRST_LENIENT ? t`runs layers with a missing tensor without INT8` : t`stops at a missing tensor`;
  return { text: t`TensorRT ${major} reads caches; it ${onMissing}`, basis: 'seen' };
}

/** What is known about reusing a table with this header under another TensorRT; empty for formats without one. */
export function reuseStatements(header: TableHeader): readonly Statement[] {
  if (header.raw === null) return [];
  return [...BY_KIND[header.kind], FAQ, MANUAL, CHECK, REMOVED];
}

/** Which TensorRT takes a table with this header, and on which machine; empty for formats without one. */
export function useStatements(header: TableHeader): readonly Statement[] {
  if (header.raw === null) return [];
  return [NO_MACHINE, ...takenBy(header), ...BY_KIND[header.kind], REMOVED];
}

function takenBy({ trtVersion, algorithm }: TableHeader): Statement[] {
  if (trtVersion === null || algorithm === null || !(ALGORITHMS as readonly string[]).includes(algorithm)) return [];
  const major = majorOf(trtVersion);
  if (major >= FIRST_WITHOUT_CALIBRATION) return [];
  const text = t`TensorRT ${major} takes it: what is compared seems to be the major version and the algorithm. Surely so the version that wrote it, ${trtVersion}; under another one, names of tensors can have moved.`;
  return [{ text, basis: 'inferred' }];
}

/** Said where a header is to name another calibrator than the one that made the scales; null where it names the same. */
export function algorithmStatement(from: TableHeader, to: TableHeader): string | null {
  if (from.algorithm === null || to.algorithm === null || from.algorithm === to.algorithm) return null;
  return t`The scales were made by ${from.algorithm} and stay as they are; the header will say ${to.algorithm}.`;
}

/** How near the TensorRT versions of two headers are, and what that means for using `from`'s table under `to`'s. */
export function reuseBetween(from: TableHeader, to: TableHeader): { reuse: Reuse; statements: readonly Statement[] } {
  const reuse = compareVersions(from.trtVersion, to.trtVersion);
  const statements = [...VERDICTS[reuse]];
  if (reuse !== 'same') statements.push(FAQ);
  if (reuse === 'same-minor' || reuse === 'same-major') statements.push(MANUAL, CHECK);
  if (reuse === 'different') statements.push(CHECK);
  if (majorOf(to.trtVersion) >= FIRST_WITHOUT_CALIBRATION) statements.push(REMOVED);
  return { reuse, statements };
}

const VERDICTS: Readonly<Record<Reuse, readonly Statement[]>> = {
  same: [],
  'same-minor': [{ text: t`Same major and minor version: the table is expected to carry over.`, basis: 'documented' }],
  'same-major': [{ text: t`Same major version: the header check is expected to pass.`, basis: 'inferred' }],
  different: [
    { text: t`Different major versions: TensorRT is expected to refuse or ignore the table.`, basis: 'inferred' },
  ],
  unknown: [
    { text: t`At least one header names no TensorRT version, so nothing can be said about reuse.`, basis: 'inferred' },
  ],
};

function compareVersions(a: string | null, b: string | null): Reuse {
  if (a === null || b === null) return 'unknown';
  if (a === b) return 'same';
  if (majorOf(a) !== majorOf(b)) return 'different';
  return a.split('.')[1] === b.split('.')[1] ? 'same-minor' : 'same-major';
}

function majorOf(version: string | null): number {
  return Number(version?.split('.')[0] ?? 0);
}
