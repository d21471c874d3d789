import * as vscode from 'vscode';
import { notify, tellInStatusBar } from '../../ui/notify.js';
import { ReportTexts } from '../../ui/reports.js';
import type { TakenText } from './mergeText.js';

/** The two tables of a merge, the changed one first. */
export type MergedPair = readonly [vscode.Uri, vscode.Uri];

/** Tells what was taken and what was not; its report is a text of its own. */
export class MergeReports implements vscode.Disposable {
  readonly #texts = new ReportTexts(
    'calibration-tables-taken',
    'This report is gone; compare the two tables to see what still differs.',
  );

  dispose(): void {
    this.#texts.dispose();
  }

  /** A word in the status bar where all is well: the table itself shows the rest. */
  async tell({ severity, message, details }: TakenText, [into, from]: MergedPair): Promise<void> {
    if (severity === 'info') {
      tellInStatusBar(message, 8000);
      return;
    }
    const [show, compare] = ['Details', 'Compare'] as const;
    const answer = await notify('warning', message, show, compare);
    if (answer === show) await this.#texts.show('Values Taken', details);
    if (answer === compare) await vscode.commands.executeCommand('calibrationTables.compareWith', into, from);
  }
}
