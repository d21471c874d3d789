import type * as vscode from 'vscode';
import { baseName } from '../../ui/baseName.js';
import type { Alignment } from '../../../core/diff/align/align.js';
import type { Relation } from '../../../core/diff/align/relation.js';
import { relationSentence } from '../../../core/diff/relationText.js';
import { insistedOn } from '../../../core/transfer/strangers.js';
import { activeFile } from '../../ui/activeFile.js';
import { pickTable } from '../../ui/pickTable.js';
import { safe } from '../../../core/render/safe.js';
import type { HostServices } from '../../ui/services.js';
import { notify } from '../../ui/notify.js';
import { agreeUnasked, asksToGoOn } from '../strangers.js';
import { askChoice, wholeChoice, type Choice, type Take } from './mergeChoice.js';
import type { Offer } from './mergeOffer.js';
import { t } from '../../../core/texts/translate.js';

/** Who answers what a merge has to know; undefined: cancelled. */
export interface MergeAnswers {
  /** The table to change. */
  readonly into: () => Promise<vscode.Uri | undefined>;
  /** The table to take values from. */
  readonly from: (into: vscode.Uri) => Promise<vscode.Uri | undefined>;
  /** Whether values may be taken, and by which pairs. */
  readonly agree: (alignment: Alignment, into: vscode.Uri, from: vscode.Uri) => Promise<Alignment | undefined>;
  readonly choice: (offer: Offer, from: vscode.Uri) => Promise<Choice | undefined>;
}

/** Answers from the user, but for files that are known. */
export function askingUser(
  services: HostServices,
  into: vscode.Uri | undefined,
  from: vscode.Uri | undefined,
): MergeAnswers {
  return {
    into: async () => into ?? activeFile() ?? pickTable(services, safe`Take values: choose the table to change`),
    from: async (target) => from ?? pickTable(services, safe`Take values into "${baseName(target)}" from…`, target),
    agree,
    choice: choose,
  };
}

/** Answers from a caller. */
export function answersOf(into: vscode.Uri, from: vscode.Uri, take: Take): MergeAnswers {
  const agreement = agreeUnasked(take.forceUnrelated ?? false);
  return {
    into: async () => into,
    from: async () => from,
    agree: (alignment) => agreement(alignment, from),
    choice: async (offer) => wholeChoice(offer, take),
  };
}

/** What follows for values of a table that is not of the same network, or not of the same weights. */
const CONSEQUENCE: Readonly<Record<Exclude<Relation['kind'], 'same-network'>, string>> = {
  different: t`Values of another network's tensors are of no use.`,
  'other-values': t`Values of two calibrations in one table fit each other only where both saw the same weights.`,
};

/** A merge is not reviewed before it is made: so the middle is asked about, too. */
async function agree(alignment: Alignment, into: vscode.Uri, from: vscode.Uri): Promise<Alignment | undefined> {
  const { relation } = alignment;
  if (relation.kind === 'same-network') return alignment;
  const goesOn = await asksToGoOn({
    message: safe`Take values of "${baseName(from)}" into "${baseName(into)}"?`,
    detail: `${relationSentence(relation)} ${CONSEQUENCE[relation.kind]}`,
    proceed: t`Choose Values…`,
    pair: [into, from],
  });
  return goesOn ? insistedOn(alignment) : undefined;
}

/** Asks what to take; where nothing can be taken, says why. */
async function choose(offer: Offer, from: vscode.Uri): Promise<Choice | undefined> {
  const { changed, added } = offer;
  if (changed.values.length + added.values.length > 0)
    return askChoice(offer, safe`Take values from ${baseName(from)}`);
  const refused = [...changed.refused, ...added.refused];
  if (refused.length > 0) return { values: new Set(), refused };
  void notify('info', safe`There is nothing to take: "${baseName(from)}" has the same scales.`);
  return undefined;
}
