/** The sentences of a conversion. */
import type * as vscode from 'vscode';
import { safe, safeLines, safeText, type SafeLines, type SafeText } from '../../../core/render/safe.js';
import { baseName } from '../../ui/baseName.js';
import type { ConversionReport, Dropped } from '../../../core/transfer/convert.js';
import type { WritableFormat } from '../../../core/formats/format.js';
import { section } from '../reportSection.js';
import type { TransferReport } from '../transferReports.js';
import { t } from '../../../core/texts/translate.js';

/** A conversion that was written. */
export interface Outcome {
  readonly source: vscode.Uri;
  readonly target: vscode.Uri;
  readonly format: WritableFormat;
  readonly report: ConversionReport;
}

/** A question can't scroll. */
const MOST_NAMED = 5;

/** The question before anything is written: what the new file will hold and what it won't. */
export function confirmation(
  source: vscode.Uri,
  format: WritableFormat,
  report: ConversionReport,
): { message: SafeText; detail: SafeLines } {
  const named = report.dropped.slice(0, MOST_NAMED).map(droppedLine);
  const more = report.dropped.length > MOST_NAMED ? [t`• and ${report.dropped.length - MOST_NAMED} more`] : [];
  const dropped = report.dropped.length > 0 ? ['', t`Dropped (${report.dropped.length}):`, ...named, ...more] : [];
  const lost =
    report.lost.length > 0
      ? ['', t`What the new file does not say, or can get wrong:`, ...report.lost.map((line) => `• ${line}`)]
      : [];
  return {
    message: safe`Convert "${baseName(source)}" to ${articleFor(format.label)} ${format.label}?`,
    detail: safeLines([t`${countsOf(report)} are written.`, ...dropped, ...lost].map((line) => safeText(line))),
  };
}

/** The message after writing, and the report behind it. */
export function outcome(done: Outcome): TransferReport {
  const { target, format, report } = done;
  const capitals = format.findsNoCapitals ? capitalsNote(target) : null;
  const left = [
    ...(report.missing.length > 0 ? [t` ${report.missing.length} missing.`] : []),
    ...(report.dropped.length > 0 ? [t` ${report.dropped.length} dropped.`] : []),
  ].join('');
  return {
    severity: capitals?.inName || left !== '' ? 'warning' : 'info',
    message: safe`Wrote ${countsOf(report)} to "${baseName(target)}".${left}${capitals ? ` ${capitals.text}` : ''}`,
    details: detailsOf(done, capitals?.text),
  };
}

/** A network may ask for more entries than the source has: some get a scale by hand, or share one. */
function countsOf({ entriesIn, entriesOut }: ConversionReport): string {
  return entriesOut > entriesIn
    ? t`${entriesOut} entries, made of ${entriesIn},`
    : t`${entriesOut} of ${entriesIn} entries`;
}

/** nvdla_compiler lower-cases the path given to --calibtable, so a capital letter anywhere makes the file not found. */
function capitalsNote(target: vscode.Uri): { inName: boolean; text: string } | null {
  if (baseName(target) !== baseName(target).toLowerCase()) {
    return {
      inName: true,
      text: t`nvdla_compiler lower-cases the path of its table and will not find this name: rename the file to lower case.`,
    };
  }
  if (target.path === target.path.toLowerCase()) return null;
  return {
    inName: false,
    text: t`nvdla_compiler lower-cases the path of its table: give it one without capital letters, such as a relative one.`,
  };
}

function detailsOf({ source, target, format, report }: Outcome, note?: string): string {
  const { entriesIn, entriesOut, renamed, missing, dropped, lost, replaced = [], qdq } = report;
  return [
    t`Conversion of ${baseName(source)}`,
    '',
    t`from  ${source.toString(true)}`,
    t`to    ${target.toString(true)} (${format.label})`,
    '',
    t`entries in       ${entriesIn}`,
    t`entries out      ${entriesOut}`,
    t`entries renamed  ${renamed.length}`,
    t`entries missing  ${missing.length}`,
    t`entries dropped  ${dropped.length}`,
    ...section(
      t`Missing: the network needs them`,
      missing.map((name) => `• ${name}`),
    ),
    ...section(t`Dropped`, dropped.map(droppedLine)),
    ...section(
      t`Ranges taken from the JSON beside the file`,
      replaced.map((range) => t`• ${range.name}: ${range.to} in place of ${range.from}`),
    ),
    ...section(
      t`Carried to tensors without a pair`,
      (qdq?.carried ?? []).map(({ name, from, op }) => t`• ${name}: from ${from}, through ${op}`),
    ),
    ...section(
      t`Pairs that the plain model keeps`,
      (qdq?.kept ?? []).map(({ name, why }) => `• ${name}: ${why}`),
    ),
    ...section(
      t`Renamed`,
      renamed.map(({ from, to, rule }) => `• ${from} → ${to} (${rule})`),
    ),
    ...section(
      t`What the new file does not say, or can get wrong`,
      [...lost, ...(note ? [note] : [])].map((line) => `• ${line}`),
    ),
    '',
  ].join('\n');
}

function droppedLine({ name, why }: Dropped): string {
  return `• ${name}: ${why}`;
}

function articleFor(label: string): string {
  return /^[AEIOUN]/.test(label) ? 'an' : 'a';
}
