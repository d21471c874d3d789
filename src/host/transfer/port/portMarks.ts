import type * as vscode from 'vscode';
import { carriedMarks } from '../../../core/marks/marks.js';
import type { ConversionReport } from '../../../core/transfer/convert.js';
import { marksOf, saveMarks } from '../../editor/marksFiles.js';
import { t } from '../../../core/texts/translate.js';
import { messageOf } from '../../../core/texts/messageOf.js';

/**
 * Carries the marks of a table over to the ported one, under its names, and adds those that have no name any more to what is lost.
 * Marks that can't be read, or written, are no reason to fail: the table is written.
 */
export async function portMarks(
  from: vscode.Uri,
  to: vscode.Uri,
  report: ConversionReport,
  names: readonly string[],
): Promise<ConversionReport> {
  try {
    const before = await marksOf(from);
    if (before.size === 0) return report;
    const { marks, lost } = carriedMarks(before, report.renamed, names);
    if (marks.size > 0) await saveMarks(to, marks);
    return {
      ...report,
      lost: [...report.lost, ...lost.map((name) => t`The mark of "${name}": it has no name any more.`)],
    };
  } catch (error) {
    return {
      ...report,
      lost: [...report.lost, t`The marks: ${messageOf(error)}`],
    };
  }
}
