import * as vscode from 'vscode';
import type { SafeText } from '../../core/render/safe.js';
import { notify, tellInStatusBar } from '../ui/notify.js';
import { ReportTexts } from '../ui/reports.js';
import { t, type OwnText } from '../../core/texts/translate.js';

/** How a transfer went: what to say at once, and what stands behind it. */
export interface TransferReport {
  readonly severity: 'info' | 'warning';
  readonly message: SafeText;
  /** All that was done, as a text of its own; empty where the message says it all. */
  readonly details: string;
}

/** What there is to see after a transfer, beside its report. */
export interface Result {
  /** The file that was written. */
  readonly written?: vscode.Uri;
  /** Two tables to compare. */
  readonly pair?: readonly [vscode.Uri, vscode.Uri];
  /** True when the user has it on the screen: where all is well, a word in the status bar will do. */
  readonly isShown?: boolean;
}

/** Tells how transfers of one kind went. */
export class TransferReports implements vscode.Disposable {
  readonly #title: OwnText;
  readonly #texts: ReportTexts;

  /**
   * @param title of the tabs with details
   * @param scheme of their URIs
   * @param gone what stands in one that VS Code opens again after a restart
   */
  constructor(title: OwnText, scheme: string, gone: string) {
    this.#title = title;
    this.#texts = new ReportTexts(scheme, gone);
  }

  dispose(): void {
    this.#texts.dispose();
  }

  async tell({ severity, message, details }: TransferReport, { written, pair, isShown }: Result): Promise<void> {
    if (isShown && severity === 'info') return tellInStatusBar(message, 8000);
    const [open, more, compare] = [t`Open`, t`Details`, t`Compare`];
    const answer = await notify(
      severity,
      message,
      ...(written ? [open] : []),
      ...(details === '' ? [] : [more]),
      ...(pair ? [compare] : []),
    );
    if (answer === open) await vscode.commands.executeCommand('calibrationTables.openAsTable', written);
    if (answer === more) await this.#texts.show(this.#title, details);
    if (answer === compare && pair) await vscode.commands.executeCommand('calibrationTables.compareWith', ...pair);
  }
}
