import { escapeControls } from '../../core/render/escape.js';

/** Columns of a report. */
const REPORT_WIDTH = 100;

/** A part of a report: nothing where there are no lines. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map(wrap)] : [];
}

/** Breaks a bullet at spaces, its further lines under its text. */
function wrap(line: string): string {
  return escapeControls(line)
    .replace(new RegExp(`(.{1,${REPORT_WIDTH}})(?: +|$)`, 'g'), '$1\n  ')
    .trimEnd();
}
