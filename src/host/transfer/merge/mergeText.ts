/** The sentences after values were taken from another table. */
import { escapeControls } from '../../../core/render/escape.js';
import { joined, safe, safeText, type SafeText } from '../../../core/render/safe.js';
import type { Refused } from '../../../core/transfer/wanted.js';
import { counted, grouped } from '../../../core/render/counts.js';
import type { TransferReport } from '../transferReports.js';
import type { OfferedValue } from './mergeOffer.js';
import { t } from '../../../core/texts/translate.js';

/** What was taken from where, and what was not. */
export interface Taken {
  readonly into: string;
  readonly from: string;
  readonly values: readonly OfferedValue[];
  readonly refused: readonly Refused[];
  /** Sentences on the two tables. */
  readonly warnings?: readonly string[];
}

/** The message after taking, a warning when something was refused or could be wrong, and the report behind it. */
export function takenText(taken: Taken): TransferReport {
  const { values, refused, from, warnings = [] } = taken;
  const doubts = values.filter(({ doubt }) => doubt !== null);
  const notes = [
    ...(doubts.length > 0 ? [safe`${grouped(doubts.length)} of them could be wrong.`] : []),
    ...refusedNote(refused),
    ...warnings.map((warning) => safeText(warning)),
  ];
  const message = joined(
    [
      values.length > 0 ? safe`Took ${countsOf(values)} from "${from}".` : safe`Nothing was taken from "${from}".`,
      ...notes,
    ],
    ' ',
  );
  return { severity: notes.length > 0 ? 'warning' : 'info', message, details: detailsOf(taken, doubts) };
}

/** One reason can be told at once, more are for the report. */
function refusedNote(refused: readonly Refused[]): SafeText[] {
  const [first, second] = refused;
  if (!first) return [];
  return [
    second
      ? safe`${grouped(refused.length)} others were not taken.`
      : safe`"${first.name}" was not taken: ${first.why.replace(/\.?$/, '.')}`,
  ];
}

function countsOf(values: readonly OfferedValue[]): string {
  const fresh = values.filter(({ before }) => before === null).length;
  const parts = [
    ...(values.length > fresh ? [counted(values.length - fresh, t`value`, t`values`)] : []),
    ...(fresh > 0 ? [counted(fresh, t`new entry`, t`new entries`)] : []),
  ];
  return parts.join(t` and `);
}

function detailsOf({ into, from, values, refused, warnings = [] }: Taken, doubts: readonly OfferedValue[]): string {
  return [
    t`Values for ${into}`,
    '',
    t`taken from  ${from}`,
    t`taken       ${grouped(values.length)}`,
    t`not taken   ${grouped(refused.length)}`,
    ...section(t`The two tables`, warnings),
    ...section(
      t`Not taken: change them by hand, if they are right`,
      refused.map(({ name, why }) => `${name}: ${why}`),
    ),
    ...section(
      t`Taken, but could be wrong`,
      doubts.map(({ name, from: partner, doubt }) => t`${name}: from "${partner ?? name}", ${doubt}`),
    ),
    ...section(t`All that was taken`, values.map(valueLine)),
    '',
  ].join('\n');
}

function valueLine({ name, before, after }: OfferedValue): string {
  return `${name}: ${before === null ? 'new' : before} → ${after}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `• ${escapeControls(line)}`)] : [];
}
