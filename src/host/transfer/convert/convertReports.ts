import * as vscode from 'vscode';
import { notify } from '../../ui/notify.js';
import type { Told } from './convertText.js';
import { ReportTexts } from '../../ui/reports.js';

/** Tells how a conversion went; its report is a text of its own. */
export class ConvertReports implements vscode.Disposable {
  readonly #texts = new ReportTexts(
    'calibration-tables-report',
    'This report is gone; convert again to get a new one.',
  );

  dispose(): void {
    this.#texts.dispose();
  }

  async tell({ target, severity, message, details }: Told): Promise<void> {
    const answer = await notify(severity, message, 'Open', 'Details');
    if (answer === 'Open') await vscode.commands.executeCommand('calibrationTables.openAsTable', target);
    if (answer === 'Details') await this.#texts.show('Conversion', details);
  }
}
