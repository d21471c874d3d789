import * as vscode from 'vscode';
import type { TableDocument } from '../../../core/formats/format.js';
import { missingRows, type Plan } from '../../../core/transfer/plan.js';
import { type FromAnyView } from '../../../protocol/common.js';
import { keptReviewOf } from '../../../protocol/keptReview.js';
import {
  parseFromReviewView,
  type Assignment,
  type FromReviewView,
  type KeptReview,
  type ReviewOrigin,
  type ToReviewView,
} from '../../../protocol/review.js';
import { reportError } from '../../ui/commands.js';
import { openPanel, setIcon, setTitle } from '../../ui/panels.js';
import type { HostServices } from '../../ui/services.js';
import { ViewChannel, type Answer } from '../../webview/channel.js';
import { assign } from './assign.js';
import { byHandOf, mendAgain } from './byHand.js';
import { History } from './history.js';
import { reviewMessage, type ReviewTexts } from './reviewMessage.js';
import { t } from '../../../core/texts/translate.js';

/** The view type of reviews. */
export const REVIEW_VIEW = 'calibrationTables.review';

/** What a review is of. */
export interface Reviewed {
  readonly plan: Plan;
  /** The table that the plan takes its numbers from. */
  readonly document: TableDocument;
  readonly texts: ReviewTexts;
  readonly origin: ReviewOrigin;
}

/** Writes a plan; false when the user thinks better of it. Throws Error with a sentence when it can't be written. */
export type WritePlan = (plan: Plan) => Promise<boolean>;

/** A review, and what becomes of it. */
export interface ReviewJob {
  readonly reviewed: Reviewed;
  readonly write: WritePlan;
}

/** For each transfer, how a review of it comes back in a panel, without a question. */
export type ReviewOpeners = Readonly<
  Record<ReviewOrigin['transfer'], (panel: vscode.WebviewPanel, kept: KeptReview) => void>
>;

/**
 * Shows a plan in a panel of its own, lets the user mend it, and keeps it on screen until it is written: who thinks
 * better of a file's name does not lose what was mended by hand. Resolves when the panel is gone.
 */
export function reviewUntilWritten(reviewed: Reviewed, services: HostServices, write: WritePlan): Promise<void> {
  return new Promise((resolve) => {
    const panel = openPanel(REVIEW_VIEW, reviewed.texts.title);
    panel.onDidDispose(resolve);
    new ReviewPanel(
      panel,
      () => Promise.resolve({ reviewed, write }),
      { origin: reviewed.origin, byHand: [] },
      services,
    );
  });
}

/** Brings reviews back after a restart, mended as they were. */
export function registerReviews(openers: ReviewOpeners): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(REVIEW_VIEW, {
    deserializeWebviewPanel(panel, state) {
      const kept = keptReviewOf(state);
      if (kept) openers[kept.origin.transfer](panel, kept);
      else panel.dispose();
      return Promise.resolve();
    },
  });
}

/** Opens the review of a plan again. @param make makes the plan from what was answered before */
export function reopenReview(
  panel: vscode.WebviewPanel,
  kept: KeptReview,
  make: (origin: ReviewOrigin) => Promise<ReviewJob>,
  services: HostServices,
): void {
  new ReviewPanel(panel, () => make(kept.origin), kept, services);
}

/** A job under way: the plan as it was mended, and by hand which of its rows. */
interface Present extends ReviewJob {
  readonly plan: Plan;
  readonly mended: ReadonlySet<number>;
}

class ReviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #channel: ViewChannel<Exclude<FromReviewView, FromAnyView>, ToReviewView>;
  readonly #make: () => Promise<ReviewJob>;
  /** What it is a review of, and what was mended before a restart. */
  readonly #kept: KeptReview;
  #history: History<Present> | null = null;
  #isWriting = false;
  readonly #services: HostServices;

  constructor(panel: vscode.WebviewPanel, make: () => Promise<ReviewJob>, kept: KeptReview, services: HostServices) {
    this.#panel = panel;
    this.#services = services;
    this.#make = make;
    this.#kept = kept;
    setIcon(panel, services);
    this.#channel = new ViewChannel(panel, { page: 'review', title: t`Review`, parse: parseFromReviewView }, services, {
      ready: () => this.#begin(),
      answer: (message) => {
        switch (message.type) {
          case 'assign':
            return this.#assign(message.rows, message.assignment);
          case 'history':
            return this.#go(message.step);
          case 'done':
            return this.#finish(message.write, message.incomplete);
          default:
            return t`This is another review.`;
        }
      },
      asText: () => void vscode.commands.executeCommand('calibrationTables.openAsText', this.#source),
      shown: () => this.#source,
    });
    panel.onDidDispose(() => this.#channel.dispose());
  }

  /** Makes the plan, or goes on with the one that there is. */
  async #begin(): Promise<void> {
    if (!this.#history) {
      const job = await this.#make();
      const { plan, mended, lost } = mendAgain(job.reviewed.plan, job.reviewed.document.table, this.#kept.byHand);
      const warnings = [...plan.warnings, ...lostText(lost)];
      this.#history = new History({ ...job, plan: { ...plan, warnings }, mended });
      setTitle(this.#panel, job.reviewed.texts.title);
    }
    this.#draw();
  }

  #assign(rows: readonly number[], assignment: Assignment): Answer {
    const history = this.#history;
    if (!history) return t`The plan is not made yet.`;
    const { present } = history;
    const result = assign(present.plan, rows, assignment, present.reviewed.document.table.names.length);
    if ('problem' in result)
      return `${present.plan.rows.names[result.row] ?? t`Row ${result.row + 1}`}: ${result.problem}`;
    history.push({ ...present, plan: result.plan, mended: new Set([...present.mended, ...rows]) });
    this.#draw();
    return null;
  }

  #go(step: 'undo' | 'redo'): Answer {
    if (!this.#history?.go(step)) return step === 'undo' ? t`There is nothing to undo.` : t`There is nothing to redo.`;
    this.#draw();
    return null;
  }

  /** Writing a file that its reader would stop at has to be said. */
  async #finish(write: boolean, incomplete: boolean): Promise<void> {
    const present = this.#history?.present;
    if (!present) return;
    const missing = missingRows(present.plan).length > 0;
    if (write && missing && present.plan.needsEveryRow && !incomplete) return this.#draw();
    if (!write || (await this.#written(present))) this.#panel.dispose();
  }

  /** A second click while the first one still asks for a file must not ask again. */
  async #written({ write, plan }: Present): Promise<boolean> {
    if (this.#isWriting) return false;
    this.#isWriting = true;
    try {
      return await write(plan);
    } catch (error) {
      // A notification would lie over the button to try again.
      reportError(this.#services, error, 'dialog');
      return false;
    } finally {
      this.#isWriting = false;
    }
  }

  get #source(): vscode.Uri {
    return vscode.Uri.parse(this.#kept.origin.source);
  }

  #draw(): void {
    if (!this.#history) return;
    const { present, steps } = this.#history;
    const {
      reviewed: { texts, document, origin },
      plan,
      mended,
    } = present;
    const kept: KeptReview = { origin, byHand: byHandOf(plan, document.table, mended) };
    this.#channel.post(reviewMessage(texts, document, plan, { kept, mended: [...mended], steps }));
  }
}

/** Most names that a sentence lists. */
const MOST_NAMED = 5;

/** What can't be brought back is said. */
function lostText(lost: readonly string[]): string[] {
  if (lost.length === 0) return [];
  const named = lost.slice(0, MOST_NAMED).join(', ') + (lost.length > MOST_NAMED ? ', …' : '');
  return [t`The files have changed since: what was mended by hand is lost for ${named}.`];
}
