import * as vscode from 'vscode';
import { baseName } from '../../ui/baseName.js';
import { DIFFERENT_NETWORKS } from '../../../core/transfer/sureness.js';
import { activeFile } from '../../ui/activeFile.js';
import { pickTable } from '../../ui/pickTable.js';
import { safe, safeText } from '../../../core/render/safe.js';
import { askInDialog, notify } from '../../ui/notify.js';
import { askChoice, wholeChoice, type Choice, type Take } from './mergeChoice.js';
import type { Offer } from './mergeOffer.js';

/** Who answers what a merge has to know; undefined: cancelled. */
export interface MergeAnswers {
  /** The table to change. */
  readonly into: () => Promise<vscode.Uri | undefined>;
  /** The table to take values from. */
  readonly from: (into: vscode.Uri) => Promise<vscode.Uri | undefined>;
  readonly choice: (offer: Offer, into: vscode.Uri, from: vscode.Uri) => Promise<Choice | undefined>;
}

/** Answers from the user, but for files that are known. */
export function askingUser(into: vscode.Uri | undefined, from: vscode.Uri | undefined): MergeAnswers {
  return {
    into: async () => into ?? activeFile() ?? pickTable(safe`Take values: choose the table to change`),
    from: async (target) => from ?? pickTable(safe`Take values into "${baseName(target)}" from…`, target),
    choice: choose,
  };
}

/** Answers from a caller. */
export function answersOf(into: vscode.Uri, from: vscode.Uri, take: Take): MergeAnswers {
  return { into: async () => into, from: async () => from, choice: async (offer) => wholeChoice(offer, take) };
}

/** Asks what to take; where nothing can be taken, says why. */
async function choose(offer: Offer, into: vscode.Uri, from: vscode.Uri): Promise<Choice | undefined> {
  const { changed, added } = offer;
  if (changed.values.length + added.values.length > 0) {
    if (!offer.related && !(await confirmStrangers(into, from))) return undefined;
    return askChoice(offer, safe`Take values from ${baseName(from)}`);
  }
  const refused = [...changed.refused, ...added.refused];
  if (refused.length > 0) return { values: new Set(), refused };
  void notify('info', safe`There is nothing to take: "${baseName(from)}" has the same scales.`);
  return undefined;
}

async function confirmStrangers(into: vscode.Uri, from: vscode.Uri): Promise<boolean> {
  const [proceed, compare] = ['Choose Values…', 'Compare'] as const;
  const detail = safeText(`${DIFFERENT_NETWORKS} Values of another network's tensors are of no use.`);
  const answer = await askInDialog('warning', {
    message: safe`Take values of "${baseName(from)}" into "${baseName(into)}"?`,
    detail,
    buttons: [proceed, compare],
  });
  if (answer === compare) await vscode.commands.executeCommand('calibrationTables.compareWith', into, from);
  return answer === proceed;
}
