/** The sentences of a conversion. */
import type * as vscode from 'vscode';
import { safe, safeLines, safeText, type SafeLines, type SafeText } from '../../../core/render/safe.js';
import { baseName } from '../../ui/baseName.js';
import type { ConversionReport, Dropped } from '../../../core/transfer/convert.js';
import type { WritableFormat } from '../../../core/formats/format.js';
import { section } from '../reportSection.js';
import type { TransferReport } from '../transferReports.js';

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
  const more = report.dropped.length > MOST_NAMED ? [`• and ${report.dropped.length - MOST_NAMED} more`] : [];
  const dropped = report.dropped.length > 0 ? ['', `Dropped (${report.dropped.length}):`, ...named, ...more] : [];
  const lost =
    report.lost.length > 0
      ? ['', 'What the new file does not say, or can get wrong:', ...report.lost.map((line) => `• ${line}`)]
      : [];
  return {
    message: safe`Convert "${baseName(source)}" to ${articleFor(format.label)} ${format.label}?`,
    detail: safeLines([`${countsOf(report)} are written.`, ...dropped, ...lost].map((line) => safeText(line))),
  };
}

/** The message after writing, and the report behind it. */
export function outcome(done: Outcome): TransferReport {
  const { target, format, report } = done;
  const capitals = format.findsNoCapitals ? capitalsNote(target) : null;
  const left = [
    ...(report.missing.length > 0 ? [` ${report.missing.length} missing.`] : []),
    ...(report.dropped.length > 0 ? [` ${report.dropped.length} dropped.`] : []),
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
    ? `${entriesOut} entries, made of ${entriesIn},`
    : `${entriesOut} of ${entriesIn} entries`;
}

/** nvdla_compiler lower-cases the path given to --calibtable, so a capital letter anywhere makes the file not found. */
function capitalsNote(target: vscode.Uri): { inName: boolean; text: string } | null {
  if (baseName(target) !== baseName(target).toLowerCase()) {
    return {
      inName: true,
      text: 'nvdla_compiler lower-cases the path of its table and will not find this name: rename the file to lower case.',
    };
  }
  if (target.path === target.path.toLowerCase()) return null;
  return {
    inName: false,
    text: 'nvdla_compiler lower-cases the path of its table: give it one without capital letters, such as a relative one.',
  };
}

function detailsOf({ source, target, format, report }: Outcome, note?: string): string {
  const { entriesIn, entriesOut, renamed, missing, dropped, lost, replaced = [], qdq } = report;
  return [
    `Conversion of ${baseName(source)}`,
    '',
    `from  ${source.toString(true)}`,
    `to    ${target.toString(true)} (${format.label})`,
    '',
    `entries in       ${entriesIn}`,
    `entries out      ${entriesOut}`,
    `entries renamed  ${renamed.length}`,
    `entries missing  ${missing.length}`,
    `entries dropped  ${dropped.length}`,
    ...section(
      'Missing: the network needs them',
      missing.map((name) => `• ${name}`),
    ),
    ...section('Dropped', dropped.map(droppedLine)),
    ...section(
      'Ranges taken from the JSON beside the file',
      replaced.map((range) => `• ${range.name}: ${range.to} in place of ${range.from}`),
    ),
    ...section(
      'Carried to tensors without a pair',
      (qdq?.carried ?? []).map(({ name, from, op }) => `• ${name}: from ${from}, through ${op}`),
    ),
    ...section(
      'Pairs that the plain model keeps',
      (qdq?.kept ?? []).map(({ name, why }) => `• ${name}: ${why}`),
    ),
    ...section(
      'Renamed',
      renamed.map(({ from, to, rule }) => `• ${from} → ${to} (${rule})`),
    ),
    ...section(
      'What the new file does not say, or can get wrong',
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
