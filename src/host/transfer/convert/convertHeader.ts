import { askLine, askOne, heading, type Choice, type LineTexts } from '../../ui/ask.js';
import { safe, safeText, type SafeText } from '../../../core/render/safe.js';
import { ALGORITHMS, type Algorithm, type TableHeader } from '../../../core/table/header.js';
import type { WritableFormat } from '../../../core/formats/format.js';
import { cacheUse, FIRST_WITHOUT_CALIBRATION } from '../../../core/table/reuse.js';
import { headerLine, numberOfVersion } from '../../../core/table/trtVersion.js';
import { t } from '../../../core/texts/translate.js';

const TITLE = safe`Convert to TensorRT Cache`;
/** Versions to choose from; any other can be typed. */
const USUAL_VERSIONS = ['10.14.1', '10.3.0', '10.1.0', '8.6.1', '8.5.2', '8.2.1', '7.2.3', '7.1.3'];

const ALGORITHM_NOTES: Readonly<Record<Algorithm, string>> = {
  EntropyCalibration2: t`the usual one`,
  MinMaxCalibration: t`from the smallest and largest values`,
  EntropyCalibration: t`the older entropy calibrator`,
  LegacyCalibration: t`by quantile and regression cutoff`,
};

/** The header line to write: null for a format without one, undefined when the user cancels. A source's own header stays. */
export async function askHeader(own: TableHeader, format: WritableFormat): Promise<string | null | undefined> {
  if (!format.hasHeader) return null;
  if (own.raw !== null) return own.raw;
  return askNewHeader(TITLE);
}

/** Asks for a version and an algorithm; undefined when the user cancels. */
export async function askNewHeader(title: SafeText): Promise<string | undefined> {
  const version = await askVersion(title);
  const algorithm = version && (await askAlgorithm(title));
  return version && algorithm ? headerLine(version, algorithm) : undefined;
}

async function askVersion(task: SafeText): Promise<string | undefined> {
  const other: Choice = { label: safe`Another version…`, alwaysShow: true };
  const items = [...usualVersions(), separator(FIRST_WITHOUT_CALIBRATION), other];
  const title = safe`${task} (1/2): version`;
  const placeHolder = safe`Which TensorRT will read it? Another major version is expected to refuse it.`;
  const chosen = await askOne(items, { title, placeHolder });
  return chosen === other ? typeVersion(title) : chosen?.label;
}

/** The usual versions, under a line for each major version that says what it makes of a cache. */
function usualVersions(): Choice[] {
  return USUAL_VERSIONS.flatMap((label, i) => {
    const item = { label: safeText(label), description: headerStart(label) };
    const major = majorOf(label);
    return major === majorOf(USUAL_VERSIONS[i - 1] ?? '') ? [item] : [separator(major), item];
  });
}

function separator(major: number): Choice {
  return heading(safeText(cacheUse(major).text));
}

function majorOf(version: string): number {
  return Number(version.trim().split('.')[0]);
}

function typeVersion(title: SafeText): Thenable<string | undefined> {
  return askLine({
    title,
    prompt: safe`Version of TensorRT`,
    placeHolder: safe`8.6.1`,
    problem: versionProblem,
  });
}

/** What to say under a typed version, or null. Only a text that is no version stops the user. */
export function versionProblem(text: string): ReturnType<LineTexts['problem']> {
  if (numberOfVersion(text) === null) return t`Type a version of TensorRT, such as 8.6.1 or 10.14.1.`;
  if (majorOf(text) < FIRST_WITHOUT_CALIBRATION) return null;
  return { warning: t`TensorRT 11 removed calibrators: it reads no calibration cache.` };
}

async function askAlgorithm(task: SafeText): Promise<string | undefined> {
  const items = ALGORITHMS.map((label) => ({ label: safeText(label), description: safeText(ALGORITHM_NOTES[label]) }));
  const chosen = await askOne(items, {
    title: safe`${task} (2/2): algorithm`,
    placeHolder: safe`Which calibrator will read it? TensorRT is seen to refuse a cache of another algorithm.`,
  });
  return chosen?.label;
}

function headerStart(version: string): SafeText {
  return safe`TRT-${numberOfVersion(version) ?? ''}`;
}
