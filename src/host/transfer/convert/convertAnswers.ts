import type * as vscode from 'vscode';
import { counted } from '../../../core/render/counts.js';
import { safe } from '../../../core/render/safe.js';
import type { TableDocument } from '../../../core/formats/format.js';
import { keyedBy } from '../../../core/formats/keyedBy.js';
import type { TableHeader } from '../../../core/table/header.js';
import type { ConversionReport } from '../../../core/transfer/convert.js';
import { missingRows, type Plan } from '../../../core/transfer/plan.js';
import { pickNetwork } from '../../network/pickNetwork.js';
import { askInDialog } from '../../ui/notify.js';
import { askNumbers, type NumbersAnswers } from './convertNumbers.js';
import { askHeader } from './convertHeader.js';
import type { ConvertOptions, ConvertRequest } from './convertRequest.js';
import { askPlainTarget, askTarget } from './convertTarget.js';
import { confirmation } from './convertText.js';
import { askQdqOptions } from './qdqNumbers.js';
import { t } from '../../../core/texts/translate.js';

/** Who answers what a conversion has to know; undefined: cancelled. */
export interface ConvertAnswers extends NumbersAnswers {
  /** The network to name by; null where names stay. */
  readonly network: (document: TableDocument) => Promise<vscode.Uri | null | undefined>;
  /** The plan, where it may be written as it is. Throws Error with a sentence where nobody will look at it and it may not. */
  readonly check: (plan: Plan) => Plan;
  /** The header line to write; null for a format without one. */
  readonly header: (own: TableHeader) => Promise<string | null | undefined>;
  readonly target: (report: ConversionReport, isReviewed: boolean) => Promise<vscode.Uri | undefined>;
  /** Where the model goes without its pairs. */
  readonly plainTarget: () => Promise<vscode.Uri | undefined>;
  readonly mayOverwrite: boolean;
}

/** Answers from the user. */
export function askingUser({ source, format, networks }: ConvertRequest): ConvertAnswers {
  return {
    asStored: (replaced) => askNumbers(source, replaced),
    qdq: (document) => askQdqOptions(source, document),
    network: async (document) => {
      if (keyedBy(document) === format.keyedBy || format.quantity === null) return null;
      return pickNetwork(source, networks, safe`Convert to ${format.label}: choose the network`, {
        without: safe`Without a network: carry the names over`,
      });
    },
    check: (plan) => plan,
    header: (own) => askHeader(own, format),
    target: async (report, isReviewed) => {
      // Who has reviewed every row needs no further question.
      if (!isReviewed) {
        const proceed = t`Choose File…`;
        const question = confirmation(source, format, report);
        if ((await askInDialog('info', { ...question, buttons: [proceed] })) !== proceed) return undefined;
      }
      return askTarget(source, format);
    },
    plainTarget: () => askPlainTarget(source),
    mayOverwrite: true,
  };
}

/** Answers from a caller. */
export function answersOf(options: ConvertOptions): ConvertAnswers {
  const { target, header = null, network = null, overwrite = false, allowMissing = false, asStored = false } = options;
  const { qdq = {}, plain } = options;
  return {
    asStored: async () => asStored,
    qdq: async () => ({ ...qdq, ...(plain && { plain: true }) }),
    plainTarget: async () => plain,
    network: async () => network,
    check: (plan) => (allowMissing ? plan : complete(plan)),
    header: async () => header,
    target: async () => target,
    mayOverwrite: overwrite,
  };
}

/** Refuses a plan that the target's reader would stop at. */
function complete(plan: Plan): Plan {
  const missing = missingRows(plan);
  if (plan.needsEveryRow && missing.length > 0) {
    throw new Error(
      t`${counted(missing.length, t`entry that the network needs has`, t`entries that the network needs have`)} no scale: ${missing.join(', ')}.`,
    );
  }
  return plan;
}
