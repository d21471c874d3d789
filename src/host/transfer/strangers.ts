/** Numbers between tables that are not of one network: a question with figures, or a refusal for a caller that is asked nothing. */
import * as vscode from 'vscode';
import type { Alignment } from '../../core/diff/align/align.js';
import type { TableDocument } from '../../core/formats/format.js';
import { safe, safeText, type SafeText } from '../../core/render/safe.js';
import type { CalibrationTable } from '../../core/table/table.js';
import { insistedOn, refusalOf } from '../../core/transfer/strangers.js';
import { readTable } from '../editor/readTable.js';
import { aligned } from './inBackground.js';
import { baseName } from '../ui/baseName.js';
import { askInDialog } from '../ui/notify.js';
import { withSlowProgress } from '../ui/progress.js';
import type { HostServices } from '../ui/services.js';
import { t, type OwnText } from '../../core/texts/translate.js';

/** Decides whether numbers may go between two tables, and by which pairs; undefined: cancelled. Throws Error with a sentence where they may not. */
export type Agree = (alignment: Alignment, other: vscode.Uri) => Promise<Alignment | undefined>;

/** Another table, and the pairs by which numbers go between it and one's own. */
export interface Aligned {
  readonly document: TableDocument;
  readonly alignment: Alignment;
}

/** Compares a table with the one in a file, as far as is agreed to. Throws Error with a sentence when the file is none. */
export async function alignedWith(
  other: vscode.Uri,
  own: CalibrationTable,
  services: HostServices,
  agree: Agree,
): Promise<Aligned | undefined> {
  const compared = await withSlowProgress(safe`Comparing with ${baseName(other)}`, async (token) => {
    const document = await readTable(other, services, token);
    return { document, alignment: await aligned(own, document.table, services, token) };
  });
  const alignment = compared && (await agree(compared.alignment, other));
  return alignment && { document: compared.document, alignment };
}

/** What the user is asked about two tables. */
export interface StrangersQuestion {
  readonly message: SafeText;
  /** What the tables are to each other, and what follows from it. */
  readonly detail: string;
  readonly proceed: OwnText;
  /** The two tables, to be compared instead. */
  readonly pair: readonly [vscode.Uri, vscode.Uri];
}

/** Asks whether to go on; who compares the tables first ends the transfer. */
export async function asksToGoOn({ message, detail, proceed, pair }: StrangersQuestion): Promise<boolean> {
  const compare = t`Compare`;
  const answer = await askInDialog('warning', { message, detail: safeText(detail), buttons: [proceed, compare] });
  if (answer === compare) await vscode.commands.executeCommand('calibrationTables.compareWith', ...pair);
  return answer === proceed;
}

/** For a caller that gave all answers: refuses numbers of another network, unless it insists. */
export function agreeUnasked(isForced: boolean): Agree {
  return async (alignment) => {
    const refusal = refusalOf(alignment.relation);
    if (refusal !== null && !isForced)
      throw new Error(
        t`${refusal} Their numbers do not belong together, so nothing was written; forceUnrelated goes on all the same.`,
      );
    return insistedOn(alignment);
  };
}
