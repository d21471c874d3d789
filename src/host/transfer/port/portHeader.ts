import { safe, safeText, type SafeText } from '../../../core/render/safe.js';
import { askOne, type Choice } from '../../ui/ask.js';
import { parseHeader, type TableHeader } from '../../../core/table/header.js';
import { missingRows, type Plan } from '../../../core/transfer/plan.js';
import { cacheUse, FIRST_WITHOUT_CALIBRATION, algorithmStatement, reuseBetween } from '../../../core/table/reuse.js';
import { headerLine, numberOfVersion } from '../../../core/table/trtVersion.js';
import { askNewHeader } from '../convert/convertHeader.js';
import { PORT_TITLE } from './portNames.js';
import { t } from '../../../core/texts/translate.js';

/** Before this major version TensorRT stops at a tensor without a scale. */
const FIRST_LENIENT = 8;

interface HeaderItem extends Choice {
  readonly line?: string;
}

/**
 * Asks for the header line to write; undefined when the user cancels. A table of the new version names that
 * version itself: the line made of it and of the old algorithm comes first.
 * @param names the header of the table that the new names come from
 */
export async function askPortHeader(
  old: TableHeader,
  names: TableHeader,
  namesFile: string,
): Promise<string | undefined> {
  const items = headerItems(old, names, namesFile);
  if (items.length === 0) return askNewHeader(PORT_TITLE);
  const other: HeaderItem = { label: safe`Another version and algorithm…`, alwaysShow: true };
  const chosen = await askOne([...items, other], {
    title: PORT_TITLE,
    placeHolder: safe`Version and algorithm of the new table`,
    matchOnDescription: true,
  });
  return chosen && (chosen.line ?? askNewHeader(PORT_TITLE));
}

function headerItems(old: TableHeader, names: TableHeader, namesFile: string): HeaderItem[] {
  const version = names.trtVersion;
  if (version === null || numberOfVersion(version) === null) return [];
  const algorithm = old.algorithm ?? names.algorithm;
  const own =
    algorithm === null
      ? []
      : [
          itemOf(
            headerLine(version, algorithm),
            old.algorithm === null
              ? safe`as in ${namesFile}`
              : safe`version of ${namesFile}, algorithm of the old table`,
          ),
        ];
  if (names.algorithm === null || names.algorithm === algorithm) return own;
  return [
    ...own,
    itemOf(
      headerLine(version, names.algorithm),
      safe`as in ${namesFile}; the scales were made by ${algorithm ?? t`another one`}`,
    ),
  ];
}

function itemOf(line: string, description: SafeText): HeaderItem {
  return { label: safeText(line), description, line };
}

/** `Port to TensorRT 8.6.1 (EntropyCalibration2)`. */
export function portTitle(line: string): SafeText {
  const { trtVersion, algorithm } = parseHeader(line);
  return trtVersion === null
    ? PORT_TITLE
    : safe`Port to TensorRT ${trtVersion}${algorithm === null ? '' : ` (${algorithm})`}`;
}

/** Sentences about a new header over old scales, for the review. */
export function headerWarnings(old: TableHeader, line: string, plan: Plan): string[] {
  const next = parseHeader(line);
  const major = Number(next.trtVersion?.split('.')[0] ?? NaN);
  const { reuse } = reuseBetween(old, next);
  const algorithm = algorithmStatement(old, next);
  const warnings: [boolean, string][] = [
    [major >= FIRST_WITHOUT_CALIBRATION, t`${cacheUse(major).text}: the file would be of no use there.`],
    [major < FIRST_LENIENT && missingRows(plan).length > 0, t`${cacheUse(major).text}: give every row a scale.`],
    [algorithm !== null, algorithm ?? ''],
    [
      old.trtVersion !== null && (reuse === 'different' || reuse === 'same-major'),
      t`The scales were measured under TensorRT ${old.trtVersion}. NVIDIA supports no table of another version: check the accuracy of the engine that is built with it.`,
    ],
  ];
  return warnings.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
