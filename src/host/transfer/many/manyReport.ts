import * as vscode from 'vscode';
import { counted } from '../../../core/render/counts.js';
import { escapeControls } from '../../../core/render/escape.js';
import { safe, safeMessage, safeText } from '../../../core/render/safe.js';
import { withSlowProgress } from '../../ui/progress.js';
import type { TransferReport } from '../transferReports.js';
import { t } from '../../../core/texts/translate.js';

/** What became of one of many files. */
export interface FileOutcome {
  readonly kind: 'done' | 'found' | 'failed';
  /** A line, or several, for the report. */
  readonly text: string;
}

/** Does something with many files, one after the other; what goes wrong with one is its line of the report. */
export async function forMany(
  title: string,
  files: readonly vscode.Uri[],
  work: (file: vscode.Uri, token: vscode.CancellationToken) => Promise<FileOutcome>,
): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  await withSlowProgress(safe`${title}`, async (token, onShare) => {
    for (const file of files) {
      if (token.isCancellationRequested) return;
      outcomes.push(await work(file, token).catch((error: unknown) => failed(file, error)));
      onShare(outcomes.length / files.length);
    }
  });
  const left = files.slice(outcomes.length);
  return [...outcomes, ...left.map((file): FileOutcome => ({ kind: 'failed', text: t`${nameOf(file)}: not done` }))];
}

/** One summary of them all. @param verb such as `Converted` */
export function summaryOf(verb: string, outcomes: readonly FileOutcome[]): TransferReport {
  const count = (kind: FileOutcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const [found, bad] = [count('found'), count('failed')];
  const tables = counted(outcomes.length, t`table`, t`tables`);
  const of = bad > 0 ? t`${outcomes.length - bad} of ${tables}` : tables;
  const more = found > 0 ? t`, ${found} with findings` : '';
  return {
    severity: bad + found > 0 ? 'warning' : 'info',
    message: safeText(`${verb} ${of}${more}.`),
    details: outcomes.map(({ text }) => `${text}\n`).join(''),
  };
}

/** A file as the report names it. */
export function nameOf(file: vscode.Uri): string {
  return escapeControls(vscode.workspace.asRelativePath(file));
}

function failed(file: vscode.Uri, error: unknown): FileOutcome {
  const message = safeMessage(error);
  return { kind: 'failed', text: message.includes(nameOf(file)) ? message : `${nameOf(file)}: ${message}` };
}
